/** Names in the letters of their languages. */

const pairs = (text: string): ReadonlyMap<string, string> => {
  const found = text.trim().split(/\s+/)
  return new Map(found.flatMap((word, index) => (index % 2 === 0 ? [[word, found[index + 1] ?? ''] as const] : [])))
}

export const ARABIC_LETTERS = pairs(`
  Mohamed محمد Ahmed أحمد Ali علي Hassan حسن Hussein حسين Omar عمر Ibrahim إبراهيم Khaled خالد Mustafa مصطفى Youssef يوسف
  Mahmoud محمود Abdullah عبدالله Samir سمير Tarek طارق Karim كريم Hamza حمزة Bilal بلال Amir أمير Ziad زياد Walid وليد
  Nabil نبيل Rami رامي Sami سامي Fadi فادي Jamal جمال Kamal كمال Nasser ناصر Said سعيد Tamer تامر Yasser ياسر Ismail إسماعيل
  Marwan مروان Adel عادل Hisham هشام Fatima فاطمة Aisha عائشة Mariam مريم Zainab زينب Layla ليلى Amina أمينة Huda هدى Nour نور
  Rania رانيا Samira سميرة Yasmin ياسمين Salma سلمى Hanan حنان Maha مها Mona منى Nadia نادية Rasha رشا Reem ريم Sara سارة
  Dina دينا Hala هالة Lina لينا Khalil خليل Salem سالم Saleh صالح Haddad حداد Khoury خوري Mansour منصور Osman عثمان
  Farah فرح Hamdan حمدان Awad عوض Saad سعد Shaheen شاهين Aziz عزيز Rashid رشيد Hamid حامد Najjar نجار Nasr نصر Darwish درويش
  Ghanem غانم Halabi حلبي Jaber جابر Kassem قاسم Sabbagh صباغ Shami شامي Suleiman سليمان Taha طه Tawfik توفيق Yassin ياسين
  Zaidan زيدان
`)

export const CHINESE_SURNAME_CHARACTERS = pairs(`
  Wang 王 Chen 陈 Li 李 Zhang 张 Liu 刘 Lin 林 Huang 黄 Yang 杨 Wu 吴 Zhao 赵 Zhou 周 Xu 徐 Zhu 朱 Sun 孙 Ma 马 Hu 胡 Guo 郭
  He 何 Gao 高 Luo 罗 Zheng 郑 Liang 梁 Xie 谢 Song 宋 Tang 唐 Deng 邓 Han 韩 Feng 冯 Cao 曹 Peng 彭 Xiao 萧 Tian 田 Dong 董
  Pan 潘 Yuan 袁 Cai 蔡 Jiang 蒋 Yu 于 Du 杜 Ye 叶 Cheng 程 Wei 魏 Su 苏 Lu 卢 Ding 丁 Yao 姚
`)

export const CHINESE_GIVEN_CHARACTERS = pairs(`
  xiao 晓 jian 建 jun 军 wei 伟 ming 明 hong 红 zhi 志 yong 勇 guo 国 xin 新 jia 佳 wen 文 hai 海 li 丽 mei 美 yu 玉 shu 淑 xue 雪
  hui 慧 qing 庆 feng 峰 hua 华 ping 平 liang 亮 qiang 强 bin 斌 tao 涛 dong 东 sheng 胜 ling 玲 fang 芳 ying 英 yan 艳 juan 娟
  lan 兰 yun 云 min 敏 xia 霞 na 娜 qin 琴 ting 婷 lei 磊 hao 浩 peng 鹏 kai 凯 gang 刚 chao 超 bo 波 yi 毅 jing 静 xiu 秀 qian 倩
`)

const CYRILLIC_NAMES = pairs(`
  Sergei Сергей Aleksandr Александр Dmitri Дмитрий Andrei Андрей Aleksei Алексей Vladimir Владимир Mikhail Михаил
  Nikolai Николай Ivan Иван Igor Игорь Oleg Олег Yuri Юрий Viktor Виктор Pavel Павел Maksim Максим Denis Денис Anton Антон
  Roman Роман Boris Борис Konstantin Константин Vitaly Виталий Vadim Вадим Evgeny Евгений Kirill Кирилл
  Oleksandr Олександр Volodymyr Володимир Mykola Микола Bohdan Богдан Taras Тарас Andriy Андрій Elena Елена Olga Ольга
  Natalia Наталия Tatiana Татьяна Irina Ирина Svetlana Светлана Anna Анна Maria Мария Ekaterina Екатерина
  Ludmila Людмила Galina Галина Marina Марина Oksana Оксана Yulia Юлия Anastasia Анастасия Larisa Лариса Nadezhda Надежда
  Vera Вера Valentina Валентина Daria Дарья Polina Полина Ksenia Ксения Alla Алла Zoya Зоя Iryna Ірина Nataliya Наталія
  Kateryna Катерина Halyna Галина Zaitsev Зайцев Boyko Бойко Oliynyk Олійник Vorobyov Воробьёв Lysenko Лисенко Melnik Мельник
  Fedorov Фёдоров Petrov Петров Efimov Ефимов
`)

const CYRILLIC_SOUNDS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ...[...'абвгдезиклмнопрстуф'].map((letter, index) => ['abvgdeziklmnoprstuf'.charAt(index), letter] as const),
]

/** As written at home; null where the Latin spelling does not tell. */
export function cyrillicOf(name: string): string | null {
  const known = CYRILLIC_NAMES.get(name)
  if (known !== undefined) return known
  let written = ''
  for (let rest = name.toLowerCase(); rest !== '';) {
    const sound = CYRILLIC_SOUNDS.find(([latin]) => rest.startsWith(latin))
    if (!sound) return null
    written += sound[1]
    rest = rest.slice(sound[0].length)
  }
  return written.charAt(0).toUpperCase() + written.slice(1)
}

/** `Xiaoming` as two characters, `Wei` as one; null for what is no Chinese name of the table. */
export function chineseGivenOf(name: string): string | null {
  const written = name.toLowerCase()
  const whole = CHINESE_GIVEN_CHARACTERS.get(written)
  if (whole !== undefined) return whole
  for (const [first, character] of CHINESE_GIVEN_CHARACTERS) {
    const second = written.startsWith(first) ? CHINESE_GIVEN_CHARACTERS.get(written.slice(first.length)) : undefined
    if (second !== undefined) return character + second
  }
  return null
}
