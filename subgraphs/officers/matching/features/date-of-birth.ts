import type { KnownDate } from '../dates.js'
import type { LevelOf } from '../model.js'
import type { Profile } from '../types.js'

const digits = ({ year, month, day }: KnownDate): string =>
  [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('')

/** One digit other, or two neighbouring digits exchanged. */
function isOneSlip(a: string, b: string): boolean {
  const apart = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  const [i, j] = apart
  if (apart.length === 1) return true
  return apart.length === 2 && i !== undefined && j === i + 1 && a[i] === b[j] && a[j] === b[i]
}

/** Symmetric; compared at the lower of the two precisions. EXPANDED_DOB takes a year more or less for a slip. */
export function compareDateOfBirth(
  a: KnownDate | null,
  b: KnownDate | null,
  profile: Profile = 'STRICT',
): LevelOf<'dateOfBirth'> {
  if (!a || !b) return 'ABSENT'
  if (a.month === null || b.month === null) return compareYears(a.year, b.year)
  if (a.day === null || b.day === null) {
    if (a.year !== b.year) return compareYears(a.year, b.year)
    return a.month === b.month ? 'MONTH' : 'TWO_PARTS'
  }
  const [left, right] = [digits(a), digits(b)]
  if (left === right) return 'DAY'
  if (a.year === b.year && a.month === b.day && a.day === b.month) return 'SWAPPED'
  if (isOneSlip(left, right)) return 'ONE_DIGIT'
  const sameDay = a.month === b.month && a.day === b.day
  if (profile === 'EXPANDED_DOB' && sameDay && Math.abs(a.year - b.year) === 1) return 'YEAR_OFF'
  const equalParts = [a.year === b.year, a.month === b.month, a.day === b.day].filter(Boolean).length
  return equalParts === 2 ? 'TWO_PARTS' : 'DIFFER'
}

function compareYears(a: number, b: number): LevelOf<'dateOfBirth'> {
  if (a === b) return 'YEAR'
  return Math.abs(a - b) === 1 ? 'YEAR_NEAR' : 'DIFFER'
}
