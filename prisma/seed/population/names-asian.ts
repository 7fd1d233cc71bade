import { compose, words } from './law.js'

/** Most frequent first, as ranks of these languages' surnames are commonly published; recalled, not read from a list. */
export const VIETNAMESE_SURNAMES: readonly string[] = words(`
  Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Lâm Đoàn Mai Trịnh Tô Cao Hà Đào
  Châu Lưu Thái Vương Tạ Quách La Kiều Phùng Tăng Nghiêm Hứa
`)
export const VIETNAMESE_MEN: readonly string[] = words(`
  Minh Anh Hùng Dũng Tuấn Hải Nam Long Sơn Thành Quang Hiếu Đức Khoa Phong Tài Trung Huy Bình Tâm Thắng Vinh Cường Hoàng
  Khánh Lâm Phúc Quân Thịnh Tiến Toàn Trí Việt Bảo Duy Đạt Kiệt Nhân Phát
`)
export const VIETNAMESE_WOMEN: readonly string[] = words(`
  Linh Hương Lan Thu Hà Mai Ngọc Thảo Trang Phương Hoa Hạnh Hằng Yến Thủy Thúy Nga Oanh Loan Hồng Vân Tuyết My Vy Trinh
  Châu Dung Diễm Huệ Kim Liên Nhung Quỳnh Tuyền Uyên Xuân
`)
export const VIETNAMESE_MIDDLE_MEN: readonly string[] = words('Văn Đức Hữu Quang Minh Công Đình Xuân Quốc Thanh')
export const VIETNAMESE_MIDDLE_WOMEN: readonly string[] = words('Thị Ngọc Thanh Kim Minh Thu Bích Phương Hồng Mỹ')

/** Mandarin in Pinyin, and the older Cantonese and Taishanese spellings of families that came early. */
export const CHINESE_SURNAMES: readonly string[] = words(`
  Wang Chen Li Zhang Liu Wong Lee Lin Huang Chan Yang Wu Zhao Zhou Xu Zhu Sun Ma Hu Guo He Gao Luo Zheng Liang Lam Leung
  Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen Yao
  Cheung Ng Ho Chin Tan Fong Lau Kwan Yee Mak Tse Chow Chu Kwok Moy Szeto Ouyang Situ Qian Qiu Qin Shi Dai Xia Fan Fang
  Hou Zou Xiong Meng Bai Jin Kong Cui Kang Mao Jia Gu Shao Wan Hao Wen Gong Pang Yin Duan Lei
`)
const PINYIN_FIRST = 'Xiao Jian Jun Wei Ming Hong Zhi Yong Guo Xin Jia Wen Hai Li Mei Yu Shu Xue Hui Qing'
export const CHINESE_MEN: readonly string[] = [
  ...words('Wei Jun Ming Jian Lei Tao Bin Qiang Hao Peng Feng Hui Kai Yong Gang Chao Bo Liang Yi Xin'),
  ...compose(PINYIN_FIRST, 'ming wei jun feng hua ping guo liang qiang hong bin tao dong sheng hai'),
]
export const CHINESE_WOMEN: readonly string[] = [
  ...words('Mei Ling Li Na Fang Jing Min Yan Hong Xia Juan Ying Xiu Hui Yun Lan Xue Qian Jia Ting'),
  ...compose(PINYIN_FIRST, 'mei ling fang ying yan juan hua ping lan yun min xia na qin ting'),
]

export const KOREAN_SURNAMES: readonly string[] = words(`
  Kim Lee Park Choi Jung Kang Cho Yoon Chang Lim Han Shin Suh Kwon Hwang Ahn Song Yoo Hong Jeon Ko Moon Son Yang Bae
  Baek Hur Nam Noh Sim Ha Joo Koo Woo Min Ryu Na Jin Um Chung Chun Rhee Oh Paik Cha Byun Eom Bang Ma Pyo
`)
const SYLLABLES_MEN = compose(
  'Min- Sung- Jae- Dong- Young- Hyun- Jun- Seung- Sang- Ji- Kyung- Tae- Chang- Woo- Jin- Byung- Ki- In- Do-',
  'ho soo hyun min jin woo jun hwan chul sik hoon yong suk won kyu',
)
const SYLLABLES_WOMEN = compose(
  'Min- Soo- Ji- Eun- Hye- Young- Yu- Seo- Hyun- Mi- Kyung- Jung- Sun- Yoon- Bo- Na- Da- In-',
  'ji young hee jin kyung ah yeon mi soo jung sun ri na hye',
)
export const KOREAN_MEN: readonly string[] = SYLLABLES_MEN
export const KOREAN_WOMEN: readonly string[] = SYLLABLES_WOMEN

export const FILIPINO_SURNAMES: readonly string[] = words(`
  Santos Reyes Cruz Bautista Ocampo Garcia Mendoza Torres Castillo Flores Villanueva Ramos Aquino Mercado Santiago Soriano
  Salvador Pascual Domingo Manalo Dela_Cruz Delos_Santos Dela_Rosa Macaraeg Pangilinan Dimaculangan Magsaysay Lacson
  Batungbakal Panganiban Catacutan Dizon Tolentino Valdez Agbayani Cabanban Dumlao Galang Tiongson Lagman Manansala Bondoc
`)

export const JAPANESE_SURNAMES: readonly string[] = words(`
  Tanaka Yamamoto Nakamura Sato Suzuki Watanabe Ito Kobayashi Kato Yoshida Yamada Sasaki Yamaguchi Matsumoto Inoue Kimura
  Hayashi Shimizu Saito Ono Ota Okada Fujita Goto Hasegawa Murakami Kondo Ishii Sakamoto Endo Aoki Fujii Nishimura
`)
export const JAPANESE_MEN: readonly string[] = words(
  'Kenji Takashi Hiroshi Akira Satoshi Makoto Daisuke Kazuo Yuji Naoki Kenta Shota Ryo Takumi Jun Ken Toru Masao',
)
export const JAPANESE_WOMEN: readonly string[] = words(
  'Yoko Keiko Kazuko Naomi Emi Yumi Mayumi Akiko Tomoko Yuki Ayumi Haruka Sakura Michiko Noriko Hana Mariko Kumiko',
)

/** Regions of India, Pakistan and Bangladesh together, as they are met in one list of a State. */
export const SOUTH_ASIAN_SURNAMES: readonly string[] = words(`
  Patel Singh Khan Shah Sharma Kumar Ali Gupta Kaur Desai Reddy Rao Ahmed Mehta Joshi Das Chaudhary Verma Jain Nair
  Agarwal Iyer Malik Hussain Chowdhury Thakur Pillai Menon Mukherjee Banerjee Chatterjee Ghosh Bhatt Trivedi Pandey Mishra
  Tiwari Yadav Rana Gill Sidhu Dhillon Sandhu Grewal Brar Bhatia Kapoor Khanna Malhotra Chopra Sethi Arora Ahuja Bose
  Sen Dutta Roy Chakraborty Naidu Krishnan Subramanian Venkatesan Ramachandran Srinivasan Raman Narayanan Hegde Shetty
  Kulkarni Deshpande Patil Gaikwad Shinde Pawar Qureshi Siddiqui Ansari Sheikh Mirza Baig Bhatti Chaudhry Rahman Islam
`)
export const SOUTH_ASIAN_TAIL: readonly string[] = compose(
  'Bal Chandra Deva Gana Hari Jaya Kali Krishna Lakshmi Maha Nara Rama Raja Shiva Sundara Surya Vija Vishwa Yoga',
  'kar karan mohan murthy nath pal pathy prasad rajan raman rao shankar singh swamy varma yan',
)
export const SOUTH_ASIAN_MEN: readonly string[] = words(`
  Raj Amit Sanjay Rahul Vijay Anil Rajesh Sunil Ravi Suresh Ashok Deepak Manoj Ajay Vikram Arjun Rohan Nikhil Vivek Sandeep
  Harpreet Gurpreet Manpreet Jaspreet Imran Bilal Usman Faisal Asif Tariq Naveed Kamran Farhan Zeeshan Karthik Venkatesh
  Srinivas Ganesh Mahesh Ramesh Dinesh Mukesh Naveen Pradeep Prakash Siddharth Aditya Varun Kunal Neil Jay
`)
export const SOUTH_ASIAN_WOMEN: readonly string[] = words(`
  Priya Anita Sunita Neha Pooja Anjali Kavita Meena Lakshmi Rekha Sita Geeta Nisha Deepa Asha Shilpa Swati Divya Sneha
  Ritu Seema Usha Radha Meera Aarti Harpreet Simran Jasmine Ayesha Sana Fatima Nadia Saima Farah Rabia Zainab Hina Amina
  Aditi Shreya Ananya Isha Kavya Tanvi Rina Mona Sonia Veena
`)
