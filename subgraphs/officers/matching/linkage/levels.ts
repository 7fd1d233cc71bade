import { isNear, isTypo } from '../closeness.js'
import type { KnownDate } from '../dates.js'
import { compareDateOfBirth } from '../features/date-of-birth.js'
import { compareNames, type NameComparison } from '../features/name.js'
import type { LevelOf } from '../model.js'
import type { NormalName } from '../normalize.js'
import type { Profile } from '../types.js'
import { sameLetters } from './extra-value.js'

const GARBLED_MIN = 5

const isGarbled = (a: string, b: string): boolean => Math.min(a.length, b.length) >= GARBLED_MIN && sameLetters(a, b)
const agrees = (a: string, b: string): boolean => a.length > 1 && b.length > 1 && (a === b || isTypo(a, b))

/**
 * What files hold beyond what people write on forms: letters in disorder, and one half of a name in the other's cell
 * while its own cell is empty or holds something else. Symmetric.
 */
export function compareRowNames(a: NormalName, b: NormalName): NameComparison {
  const found = compareNames(a, b)
  if (found.family === 'SWAPPED' || found.family === 'SWAPPED_TYPO') return found
  const [given, otherGiven] = [a.given.join(''), b.given.join('')]
  const [family, otherFamily] = [a.family.join(''), b.family.join('')]
  const bothFail = FAILS.includes(found.given) && FAILS.includes(found.family)
  if (bothFail && (agrees(given, otherFamily) || agrees(family, otherGiven)))
    return { ...found, given: found.given === 'DIFFER' ? 'ABSENT' : found.given, family: 'SWAPPED_TYPO' }
  return {
    ...found,
    given: refined(found.given, given, otherGiven),
    family: refined(found.family, family, otherFamily),
  }
}

const FAILS: readonly string[] = ['DIFFER', 'NEAR', 'ABSENT']

/** Of forms that sound alike, those that a letter or two part are rather one with a slip (Kirr and Kirra). */
function refined<Level extends string>(level: Level, a: string, b: string): Level | 'NEAR' | 'GARBLED' {
  if (level === 'SOUND') return isNear(a, b) ? 'NEAR' : level
  return FAILS.includes(level) && isGarbled(a, b) ? 'GARBLED' : level
}

const digits = ({ year, month, day }: KnownDate): string =>
  `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`

const daysApart = (a: KnownDate, b: KnownDate): number =>
  Math.abs(Date.UTC(a.year, (a.month ?? 1) - 1, a.day ?? 1) - Date.UTC(b.year, (b.month ?? 1) - 1, b.day ?? 1)) /
  86_400_000

/** Dates that differ, by how far: a guess of the month, of the year, two digits. Symmetric. */
export function compareRowDates(a: KnownDate | null, b: KnownDate | null, profile: Profile): LevelOf<'dateOfBirth'> {
  const level = compareDateOfBirth(a, b, profile)
  if (!a || !b || a.day === null || b.day === null || (level !== 'TWO_PARTS' && level !== 'DIFFER')) return level
  const apart = daysApart(a, b)
  if (apart <= 31) return 'WITHIN_MONTH'
  if (level === 'TWO_PARTS') return level
  if (apart <= 366) return 'WITHIN_YEAR'
  const [left, right] = [digits(a), digits(b)]
  return [...left].filter((digit, i) => digit !== right[i]).length <= 2 ? 'TWO_DIGITS' : 'DIFFER'
}
