/**
 * Names that have several accepted Latin spellings which no rule of letters connects. A line is one name; two words are
 * one name if a line holds both. Recalled, not complete: the commonest names of each origin.
 */
export interface Groups {
  /** Word -> the first words of its lines. */
  readonly lines: ReadonlyMap<string, readonly string[]>
}

function groups(text: string): Groups {
  const lines = new Map<string, string[]>()
  for (const line of text.trim().split(/\s*\n\s*/)) {
    const words = line.split(' ')
    const [head = ''] = words
    for (const word of words) lines.set(word, [...(lines.get(word) ?? []), head])
  }
  return { lines }
}

/**
 * Hanyu Pinyin (ISO 7098) first, then what Hong Kong's Government (Cantonese), Singapore and Malaysia (Hokkien, Hakka)
 * register; Wade-Giles comes from wade-giles.ts. Two first words of lines are two names (Wang and Huang), although
 * both may be Wong.
 */
export const CHINESE = groups(`
  zhang cheung cheong teo
  wang wong ong
  li lee lei
  zhao chiu
  chen chan tan
  liu lau low
  yang yeung yeong
  huang wong hwang ng
  zhou chow chew
  wu ng woo goh
  xu hui tsui chui
  sun suen
  ma mah
  zhu choo
  hu woo foo
  guo kwok quek
  he ho
  gao ko
  lin lam lim
  luo law loh
  zheng tay
  liang leung leong
  xie tse chia
  song soong
  tang tong
  han hon
  feng fung
  yu yue
  dong tung
  xiao siu shiu
  cao tso cho
  yuan yuen
  deng tang
  jiang keung kong
  cai choi tsoi chua choy
  jia ka
  ding ting
  wei wai ngai
  xue sit
  ye yip yap
  yan ngan yim
  pan pun poon phua
  du to
  dai tai
  xia ha
  zhong chung
  tian tin
  ren yam
  fan faan
  fang fong
  shi shek sze
  yao yiu
  liao liew
  zou chau
  xiong hung
  lu loo luk
  kong hung
  bai pak
  cui tsui chui
  qiu yau khoo
  gu koo
  hou hau
  shao shiu
  meng mang
  long lung
  wan man
  zeng tsang
  peng pang phang
  ou au
  ouyang auyeung auyong
  situ szeto seto
  zhuge chuko
  sima szema
  jin kam
  mai mak
  mo mok
  kuang kwong
  zhuang chong
  ruan yuen
  su so soo
`)

/**
 * Korean surnames: the usual spelling, Revised Romanization (2000), McCune-Reischauer and other spellings that families
 * keep; `bag` is 박 letter by letter.
 */
export const KOREAN = groups(`
  kim gim
  lee yi rhee rhie ri i
  park pak bak bag bahk
  choi choe
  jung jeong chung cheong joung
  kang gang
  cho jo joe
  yoon yun youn
  jang chang
  lim im rim yim
  oh o
  seo suh so
  shin sin
  kwon gwon
  han
  hwang
  hong
  song
  nam
  yang
  min
  ahn an
  ryu yoo yu ryoo
  jeon jun chun chon
  ko go koh
  moon mun
  son sohn shon
  bae pae
  baek paek paik baik
  heo hur huh
  noh roh no ro
  kwak gwak
  sung seong
  cha
  joo ju chu
  woo u wu
  koo gu ku
  jin chin
  na ra
  uhm eom um
  byun byeon pyon pyun
  seok suk sok
  seol sul
  yeon yon
  myung myeong
  gil kil
`)

/** Given names and surnames: Arabic, then Hebrew, Russian, Greek. Turkish Mehmet and Ahmet are names of their own. */
export const NAMES = groups(`
  muhammad mohammad mohammed mohamed mohamad muhammed muhamad muhamed mouhamed mohd md mhd
  ahmad ahmed
  husayn hussein hussain husain husein hossein hossain hussien
  hasan hassan
  yusuf yousef youssef yusef yousuf yousif
  ibrahim ebrahim
  jamal gamal djamel jamaal
  qasim kasim kassem qassem qasem kasem
  umar omar
  uthman othman osman usman ousmane
  usama osama oussama
  khalid khaled
  sulayman suleiman soliman sulaiman
  mustafa mostafa moustafa mustapha
  fatima fatimah fatma
  aisha aysha ayesha aicha aishah
  zaynab zainab zeinab
  abdullah abdallah abdulla abdollah abdellah
  said saeed sayeed saied
  sayyid sayed syed sayyed elsayed
  hamid hameed
  rashid rasheed rachid
  karim kareem
  tariq tarek tareq tarik
  qadir qader kader
  walid waleed oualid
  bilal belal
  idris idrees
  ismail ismael esmail
  yahya yehia yahia
  zayd zaid zeid
  shaykh sheikh shaikh
  bakr bakar
  qaddafi gaddafi kadhafi gadhafi
  chaim haim hayim chayim
  yitzhak itzhak yitzchak
  yaakov yakov
  avraham abraham
  cohen kohen
  yuri juri
  yevgeny evgeny evgeni yevgeniy evgeniy evgenii jewgeni
  yelena elena jelena
  yekaterina ekaterina jekaterina
  aleksandr alexandr alexander
  yeltsin eltsin jelzin
  ioannis yannis giannis yiannis
  christos hristos
`)

/** The lines that a word stands in, by their first words. */
export function linesOf({ lines }: Groups, word: string): readonly string[] {
  return lines.get(word) ?? NONE
}

const NONE: readonly string[] = []

/** Symmetric. */
export function isSameLine(table: Groups, a: string, b: string): boolean {
  const of = linesOf(table, a)
  if (of.length === 0) return false
  const others = linesOf(table, b)
  if (of.includes(a) && others.includes(b)) return a === b
  return of.some((line) => others.includes(line))
}
