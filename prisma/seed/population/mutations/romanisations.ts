import type { OriginName } from '../origins.js'

const groups = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))

const ARABIC = groups(`
  Mohamed Mohammed Muhammad Mohammad
  Ahmed Ahmad
  Hassan Hasan
  Hussein Hussain Husayn
  Ibrahim Ebrahim
  Khaled Khalid
  Mustafa Moustafa Mostafa
  Youssef Yousef Yusuf
  Mahmoud Mahmud
  Abdullah Abdallah
  Samir Sameer
  Tarek Tariq Tareq
  Karim Kareem
  Jamal Gamal
  Nasser Nasir Naser
  Amir Ameer
  Osman Othman Uthman
  Omar Umar
  Suleiman Sulayman Soliman
  Fatima Fatma Fatimah
  Aisha Ayesha Aysha
  Mariam Maryam Miriam
  Layla Leila Laila
  Zainab Zeinab Zaynab
  Noor Nour Nur
  Yasmin Yasmeen
  Qasim Kassem Qassem
  Rashid Rasheed
  Khalil Khaleel
  Ismail Ismael
  Saleh Salih
  Khoury Khouri
  Shaheen Shahin
  Yassin Yaseen
  Hamid Hameed
  Farah Farrah
`)

/** Pinyin, and Wade and Giles. */
const CHINESE = groups(`
  Zhang Chang
  Zhao Chao
  Zhou Chou
  Zhu Chu
  Xu Hsu
  Xie Hsieh
  Xiao Hsiao
  Cai Tsai
  Cao Tsao
  Deng Teng
  Ding Ting
  Dong Tung
  Gao Kao
  Guo Kuo
  Jiang Chiang
  Qian Chien
  Qiu Chiu
  Song Sung
  Tian Tien
  Zheng Cheng
  Zeng Tseng
  Luo Lo
  Ye Yeh
`)

/** The Revised Romanisation, and what families have written since before it. */
const KOREAN = groups(`
  Lee Yi Rhee
  Park Pak
  Choi Choe
  Jung Jeong Chung
  Kang Gang
  Cho Jo
  Yoon Yun
  Chang Jang
  Lim Im
  Shin Sin
  Suh Seo
  Kwon Gwon
  Ahn An
  Yoo Yu
  Moon Mun
  Son Sohn
  Baek Paek Paik
  Noh Roh
`)

const CYRILLIC = groups(`
  Sergei Sergey Serguei
  Aleksandr Alexander Alexandr
  Dmitri Dmitry Dmitriy
  Andrei Andrey
  Aleksei Alexei Alexey
  Mikhail Mihail
  Nikolai Nikolay
  Yuri Yury Iurii
  Viktor Victor
  Maksim Maxim
  Evgeny Yevgeny Evgenii
  Vitaly Vitaliy Vitalii
  Natalia Nataliya Natalya
  Tatiana Tatyana
  Ekaterina Yekaterina
  Yulia Iuliia Julia
  Ksenia Kseniya Xenia
  Ludmila Lyudmila Liudmila
  Elena Yelena
  Zaitsev Zaytsev
  Shcherbakov Scherbakov
  Vorobyov Vorobiev Vorobyev
  Fedorov Fyodorov
  Efimov Yefimov
  Melnik Melnyk
  Boyko Boiko
  Oliynyk Oliinyk
`)

const SOUTH_ASIAN = groups(`
  Chaudhary Chowdhury Chaudhry Choudhury
  Ahmed Ahmad
  Hussain Hussein
  Sheikh Shaikh
  Banerjee Banerji
  Mukherjee Mukherji
  Chatterjee Chatterji
  Agarwal Aggarwal
  Lakshmi Laxmi
  Geeta Gita
  Deepa Dipa
  Meera Mira
  Qureshi Kureshi
  Siddiqui Siddiqi
  Pooja Puja
  Sunil Suneel
  Rahman Rehman
  Dutta Datta
  Usman Osman
  Ayesha Aisha
`)

/** Spellings of one name in Latin letters, by the language that they come from. */
export const ROMANISATIONS: Readonly<Partial<Record<OriginName, readonly (readonly string[])[]>>> = {
  ARABIC,
  CHINESE,
  KOREAN,
  CYRILLIC,
  SOUTH_ASIAN,
}
