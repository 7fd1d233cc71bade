import type { NormalName } from '../normalize.js'
import { VIETNAMESE_SURNAMES } from '../normalize.js'
import { isReadingOf, isSameAbjad, isServant, withoutInnerArticle } from '../romanised/abjad.js'
import { isKoreanSyllable, isSameJapanese, isSameKorean } from '../romanised/east-asian.js'
import { isSameFold } from '../romanised/fold.js'
import { CHINESE, isSameLine, KOREAN, linesOf, NAMES } from '../romanised/groups.js'
import { chineseOf, isMandarinSyllable, isPinyinAndWadeGiles } from '../romanised/wade-giles.js'

type Half = 'given' | 'family'

function isHead(word: string): boolean {
  return linesOf(CHINESE, word).includes(word)
}

const isChinese = (surname: string): boolean => chineseOf(surname).length > 0
const isKorean = (surname: string): boolean => linesOf(KOREAN, surname).length > 0

/** One surname by two romanisations. Symmetric. */
export function isSameSurname(a: string, b: string): boolean {
  if (isSameLine(NAMES, a, b) || isSameLine(CHINESE, a, b) || isSameLine(KOREAN, a, b)) return true
  // Of two Chinese surnames in Pinyin (Tang and Deng) neither is the other in Wade-Giles.
  if (isHead(a) !== isHead(b) && isPinyinAndWadeGiles(a, b)) return true
  return isSameFold(a, b) || isSameJapanese(a, b)
}

/** Two surnames of one language's table, of a letter's difference (Tang and Deng): no slip, but two names. Symmetric. */
export function isOtherSurname(a: string, b: string): boolean {
  const isKoreanHead = (word: string): boolean => linesOf(KOREAN, word).includes(word)
  return a !== b && ((isHead(a) && isHead(b)) || (isKoreanHead(a) && isKoreanHead(b)))
}

/** Symmetric. */
export function isRomanisedFamily(a: NormalName, b: NormalName): boolean {
  const [left, right] = [a.family.join(''), b.family.join('')]
  if (isSameSurname(left, right)) return true
  const [core, otherCore] = [a.familyCore.join(''), b.familyCore.join('')]
  return (core !== left || otherCore !== right) && isSameSurname(core, otherCore)
}

/** The given name as one word, and with what stands in the middle cell, which may be its second half. */
const wholes = ({ given, middle }: NormalName): string[] =>
  middle.length === 0 ? [given.join('')] : [given.join(''), [...given, ...middle].join('')]

/** One given name by two romanisations; what a rule of one language says counts beside a surname of that language. */
export function isRomanisedGiven(a: NormalName, b: NormalName): boolean {
  const surnames = [a.family.join(''), b.family.join('')]
  const [chinese, korean] = [surnames.every(isChinese), surnames.every(isKorean)]
  const isSame = (one: string, other: string): boolean =>
    isSameLine(NAMES, one, other) ||
    isSameFold(one, other) ||
    isSameJapanese(one, other) ||
    (chinese && isPinyinAndWadeGiles(one, other)) ||
    (korean && isSameKorean(one, other))
  if (wholes(a).some((one) => wholes(b).some((other) => isSame(one, other)))) return true
  if ((a.given.length === 1 && b.given.length === 1) || (isHalf(a) && isHalf(b))) return false
  const [first = '', otherFirst = ''] = [a.given[0], b.given[0]]
  return isSameLine(NAMES, first, otherFirst) || isSameFold(first, otherFirst)
}

/**
 * The first word is half of the given name, and no name by itself: two syllables written apart beside a Chinese or
 * Korean surname (Xiao Ming, Jung Eun), or Arabic's servant of (Abdul Rahman).
 */
export function isHalf({ given, family }: NormalName): boolean {
  if (given.length < 2) return false
  if (isServant(given[0])) return true
  const surname = family.join('')
  if (!isChinese(surname) && !isKorean(surname)) return false
  return given.every(isMandarinSyllable) || given.every(isKoreanSyllable)
}

/** The given name without Văn or Thị, which half of all Vietnamese men and women have. */
export function givenCore({ given, family }: NormalName): readonly string[] {
  const isMarked = given.length > 1 && (given[0] === 'van' || given[0] === 'thi')
  return isMarked && family.some((word) => VIETNAMESE_SURNAMES.has(word)) ? given.slice(1) : given
}

/** Both are written with Vietnamese marks, and by these they are two names (Anh and Ánh). Symmetric. */
export function isOtherTone(a: NormalName, b: NormalName, half: Half): boolean {
  const [left, right] = [a.writing?.toned?.[half], b.writing?.toned?.[half]]
  if (!left || !right) return false
  // Before the name itself may stand more of it; the last words are compared as far as both have them.
  const common = Math.min(left.length, right.length)
  return common > 0 && left.slice(-common).join('') !== right.slice(-common).join('')
}

/** What a Latin half may be read as: as it stands, without its article, with the middle cell. */
function readings(name: NormalName, half: Half): string[] {
  const joined = name[half].join('')
  const others = half === 'given' ? [name.given[0] ?? '', ...wholes(name)] : [name.familyCore.join('')]
  return [...new Set([joined, ...others, joined.replace(/^[ae]l(?=.{3})/, '')])].map(withoutInnerArticle)
}

/**
 * Where one of the two is written in Arabic or Hebrew letters and the other is not: whether the other may be its reading.
 * Where both are, whether they are the same but for signs that are often left out. Null: to be compared by their letters. Symmetric.
 */
export function compareReading(a: NormalName, b: NormalName, half: Half): 'EXACT' | 'READING' | 'DIFFER' | null {
  const [left, right] = [a.writing?.abjad[half] ?? [], b.writing?.abjad[half] ?? []]
  if (left.length > 0 && right.length > 0) return isSameAbjad(left.join(''), right.join('')) ? 'EXACT' : null
  if (left.length === 0 && right.length === 0) return null
  const [letters, latin] = left.length > 0 ? [left, b] : [right, a]
  if (latin[half].length === 0) return null
  const words = [letters.join(''), ...(half === 'given' ? letters.slice(0, 1) : [])]
  // One letter is the reading of too much.
  const found = words.some(
    (word) => word.length > 1 && readings(latin, half).some((reading) => isReadingOf(reading, word)),
  )
  return found ? 'READING' : 'DIFFER'
}
