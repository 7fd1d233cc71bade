import { CHINESE } from './groups.js'

const NONE: readonly string[] = []

/**
 * Hanyu Pinyin (ISO 7098:2015) beside Wade-Giles as names have it: without apostrophes, hyphens and marks. Recalled from
 * the Library of Congress's conversion table of 1998.
 */
const INITIALS: Readonly<Record<string, string>> = {
  zh: 'ch',
  ch: 'ch',
  sh: 'sh',
  b: 'p',
  p: 'p',
  m: 'm',
  f: 'f',
  d: 't',
  t: 't',
  n: 'n',
  l: 'l',
  g: 'k',
  k: 'k',
  h: 'h',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  r: 'j',
  z: 'ts',
  c: 'ts',
  s: 's',
}

/** Pinyin's final -> what Wade-Giles writes, where several are in use each of them. */
const FINALS: Readonly<Record<string, readonly string[]>> = {
  iang: ['iang'],
  iong: ['iung'],
  uang: ['uang'],
  ang: ['ang'],
  eng: ['eng'],
  ing: ['ing'],
  ong: ['ung'],
  ian: ['ien'],
  iao: ['iao'],
  uai: ['uai'],
  uan: ['uan'],
  ai: ['ai'],
  ei: ['ei'],
  ao: ['ao'],
  ou: ['ou'],
  an: ['an'],
  en: ['en'],
  in: ['in'],
  un: ['un'],
  ia: ['ia'],
  ie: ['ieh'],
  iu: ['iu'],
  ua: ['ua'],
  ui: ['ui', 'uei'],
  uo: ['o', 'uo'],
  ue: ['ueh'],
  a: ['a'],
  e: ['e', 'o'],
  i: ['i'],
  o: ['o'],
  u: ['u'],
}

/** Syllables that the two tables do not make. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  zhi: ['chih'],
  chi: ['chih'],
  shi: ['shih'],
  ri: ['jih'],
  zi: ['tzu'],
  ci: ['tzu'],
  si: ['ssu', 'szu'],
  er: ['erh'],
  yi: ['i', 'yi'],
  ya: ['ya'],
  yan: ['yen'],
  yang: ['yang'],
  yao: ['yao'],
  ye: ['yeh'],
  yin: ['yin'],
  ying: ['ying'],
  yong: ['yung'],
  you: ['yu'],
  yu: ['yu'],
  yuan: ['yuan'],
  yue: ['yueh'],
  yun: ['yun'],
  wu: ['wu'],
  wa: ['wa'],
  wai: ['wai'],
  wan: ['wan'],
  wang: ['wang'],
  wei: ['wei'],
  wen: ['wen'],
  weng: ['weng'],
  wo: ['wo'],
  ai: ['ai'],
  an: ['an'],
  ang: ['ang'],
  ao: ['ao'],
  en: ['en'],
  ou: ['ou'],
}

const LONGEST = 6

const WADE_GILES: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(INITIALS).flatMap(([initial, other]) =>
    Object.entries(FINALS).map(([final, finals]) => [initial + final, finals.map((one) => other + one)] as const),
  ),
  ...Object.entries(WHOLE),
])

const WADE_GILES_SYLLABLES: ReadonlySet<string> = new Set([...WADE_GILES.values()].flat())

/** How Wade-Giles writes one syllable of Pinyin; none for what is no syllable. */
function wadeGilesOf(syllable: string): readonly string[] {
  return WADE_GILES.get(syllable) ?? NONE
}

/** Wade-Giles and the spellings of groups.ts -> the surnames in Pinyin that may be meant. */
const SURNAMES = new Map<string, string[]>()
for (const [word, lines] of CHINESE.lines) {
  const spellings = lines.includes(word) ? [word, ...wadeGilesOf(word)] : [word]
  for (const spelling of new Set(spellings)) {
    const meant = spelling === word ? lines : [word]
    SURNAMES.set(spelling, [...new Set([...(SURNAMES.get(spelling) ?? []), ...meant])])
  }
}

/** The Chinese surnames, in Pinyin, that a word may be by any of the schemes; none: it is none of the common ones. */
export function chineseOf(word: string): readonly string[] {
  return SURNAMES.get(word) ?? NONE
}

/** A syllable of Mandarin by either scheme; of the many that the tables make, some do not occur in it. */
export function isMandarinSyllable(word: string): boolean {
  return WADE_GILES.has(word) || WADE_GILES_SYLLABLES.has(word)
}

/** Whether `other` is the Wade-Giles spelling of `pinyin`, syllable by syllable. Bounded by the product of lengths. */
function isWadeGilesOf(pinyin: string, other: string): boolean {
  // Which places of `other` may be reached where `pinyin` is read so far.
  const reached = Array.from({ length: pinyin.length + 1 }, () => new Set<number>())
  reached[0]?.add(0)
  for (let at = 0; at < pinyin.length; at++) {
    for (let end = at + 1; end <= Math.min(pinyin.length, at + LONGEST); end++) {
      for (const syllable of WADE_GILES.get(pinyin.slice(at, end)) ?? []) {
        for (const place of reached[at] ?? []) {
          if (other.startsWith(syllable, place)) reached[end]?.add(place + syllable.length)
        }
      }
    }
  }
  return reached[pinyin.length]?.has(other.length) ?? false
}

/** One Chinese word, in Pinyin and in Wade-Giles. Symmetric. */
export function isPinyinAndWadeGiles(a: string, b: string): boolean {
  return isWadeGilesOf(a, b) || isWadeGilesOf(b, a)
}
