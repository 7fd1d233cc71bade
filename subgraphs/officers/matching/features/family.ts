import { isNear, isTypo, soundAlike, spellingFold } from '../closeness.js'
import type { LevelOf } from '../model.js'
import type { NormalName } from '../normalize.js'
import { compareReading, isOtherSurname, isOtherTone, isRomanisedFamily, isSameSurname } from './romanised.js'

/** Parts shorter than this are shared by chance (Li, Le, Ng); a whole surname is not, however short. */
const MIN_PART = 3

const join = (words: readonly string[]): string => words.join('')

/** Symmetric. Particles are compared only where they make two words one (de la Cruz, Delacruz). */
export function compareFamily(a: NormalName, b: NormalName): LevelOf<'family'> {
  const [joined, other] = [a.family.join(''), b.family.join('')]
  if (joined === '' || other === '') return 'ABSENT'
  const reading = compareReading(a, b, 'family')
  if (reading) return reading
  if (joined === other) return isOtherTone(a, b, 'family') ? 'NEAR' : 'EXACT'
  const [core, otherCore] = [a.familyCore.join(''), b.familyCore.join('')]
  if (core === otherCore || core === other || joined === otherCore) return 'VARIANT'
  if (spellingFold(joined) === spellingFold(other) || isSplit(a, b) || isSplit(b, a)) return 'VARIANT'
  if (isRomanisedFamily(a, b)) return 'ROMANISED'
  const parts = compareParts(a.familyCore, b.familyCore)
  if (parts) return parts
  if (isOtherSurname(joined, other)) return isNear(joined, other) ? 'NEAR' : 'DIFFER'
  if (isTypo(joined, other) || isTypo(core, otherCore)) return 'TYPO'
  if (soundAlike(core, otherCore)) return 'SOUND'
  if (isKeptAsMiddle(a, b) || isKeptAsMiddle(b, a)) return 'AS_MIDDLE'
  return isNear(joined, other) ? 'NEAR' : 'DIFFER'
}

/**
 * Compound surnames that share a part. Where one leaves out what the other adds it is one person's custom: of García
 * Márquez, the father's name alone (Código Civil art. 109 and Ley del Registro Civil art. 49; recalled); a maiden name
 * before or after a married one. Where both state another one beside the shared part, they are relatives or strangers as
 * often as one person. Null: nothing is shared.
 */
function compareParts(left: readonly string[], right: readonly string[]): 'PART' | 'HALF' | null {
  if (left.length < 2 && right.length < 2) return null
  if (isAmong(left, right) || isAmong(right, left)) return 'PART'
  const isIn = (part: string, others: readonly string[]): boolean =>
    others.some((other) => part === other || isTypo(part, other) || spellingFold(part) === spellingFold(other))
  if (!left.some((part) => part.length >= MIN_PART && isIn(part, right))) return null
  const isWhole = left.every((part) => isIn(part, right)) || right.every((part) => isIn(part, left))
  if (isWhole) return left.some((part) => part.length >= MIN_PART && right.includes(part)) ? 'PART' : null
  return 'HALF'
}

const isAmong = (one: readonly string[], several: readonly string[]): boolean =>
  one.length === 1 && several.includes(one[0] as string)

/** The first of two surnames stands in the middle cell, where American forms put it. */
function isSplit(a: NormalName, b: NormalName): boolean {
  if (a.middle.length === 0 || b.familyCore.length < 2) return false
  return [...a.middle, ...a.familyCore].join('') === b.familyCore.join('') && a.middle.every((word) => word.length > 2)
}

/** A surname that is the other's middle name: kept there after a marriage (the American custom), or a namesake's. */
function isKeptAsMiddle(a: NormalName, b: NormalName): boolean {
  const whole = join(a.familyCore)
  if (whole.length > 1 && whole === join(b.middle)) return true
  return a.familyCore.some((part) => part.length >= MIN_PART && b.middle.includes(part))
}

/**
 * Given name and surname in each other's cell, one of them with a slip at most; null: not so. Symmetric. Of several given
 * names or surnames in a cell one is enough, if the other half is whole.
 */
export function compareSwapped(a: NormalName, b: NormalName): 'SWAPPED' | 'SWAPPED_TYPO' | null {
  const [given, family] = [join(a.given), join(a.family)]
  const [otherGiven, otherFamily] = [join(b.given), join(b.family)]
  if ([given, family, otherGiven, otherFamily].some((half) => half.length < 2)) return null
  if (given === family || otherGiven === otherFamily) return null
  const [there, back] = [given === otherFamily, family === otherGiven]
  if (there && back) return 'SWAPPED'
  if ((there && isOneOf(a.family, b.given)) || (back && isOneOf(a.given, b.family))) return 'SWAPPED'
  const isSlip = (one: string, two: string): boolean => isTypo(one, two) || isSameSurname(one, two)
  const slip = (there && isSlip(family, otherGiven)) || (back && isSlip(given, otherFamily))
  return slip ? 'SWAPPED_TYPO' : null
}

/** All the words of the shorter are among those of the longer. Symmetric. */
function isOneOf(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  return few.length < many.length && few.every((word) => word.length > 1 && many.includes(word))
}
