import type { Rng } from '../../prisma/seed/rng.js'
import type { LinkageRow } from '../../subgraphs/officers/matching/linkage/index.js'

/**
 * How often a second record of a person states a cell otherwise than the first. Chosen, not measured: lists that were
 * typed by hand over decades, worse than an agency's own. They are written into the model file beside what follows from
 * them.
 */
export const DAMAGE = {
  /** Of either half of the name. */
  slip: 0.1,
  otherName: 0.05,
  missingName: 0.02,
  nickname: 0.05,
  initial: 0.01,
  halvesExchanged: 0.03,
  /** Of two surnames one. */
  oneOfTwo: 0.3,
  dateDigit: 0.03,
  dateExchanged: 0.02,
  dateWithinMonth: 0.004,
  dateWithinYear: 0.004,
  otherDate: 0.02,
  missingDate: 0.04,
  yearAlone: 0.02,
  missingMiddle: 0.3,
  middleInitial: 0.3,
  otherMiddle: 0.04,
  missingSuffix: 0.3,
} as const

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** A letter more, less, other, or two neighbours exchanged. */
export function slip(name: string, rng: Rng): string {
  if (name.length < 3) return name
  const at = rng.int(0, name.length - 2)
  const [before, after] = [name.slice(0, at), name.slice(at + 1)]
  const letter = LETTERS.charAt(rng.int(0, LETTERS.length - 1))
  return rng.pick([
    `${before}${letter}${name.slice(at)}`,
    `${before}${after}`,
    `${before}${letter}${after}`,
    `${before}${after.charAt(0)}${name.charAt(at)}${after.slice(1)}`,
  ])
}

const pad = (value: number): string => String(value).padStart(2, '0')

function otherDigit(date: string, rng: Rng): string {
  const at = rng.pick([2, 3, 6, 9])
  return `${date.slice(0, at)}${rng.int(0, 9)}${date.slice(at + 1)}`
}

function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function damagedDate(date: string, rng: Rng): string {
  const [year = '', month = '', day = ''] = date.split('-')
  let left = rng.next()
  const falls = (share: number): boolean => (left -= share) < 0
  if (falls(DAMAGE.missingDate)) return ''
  if (falls(DAMAGE.yearAlone)) return year
  if (falls(DAMAGE.dateDigit)) return otherDigit(date, rng)
  if (falls(DAMAGE.dateExchanged)) return Number(day) <= 12 ? `${year}-${day}-${month}` : date
  if (falls(DAMAGE.dateWithinMonth)) return shift(date, rng.int(1, 31))
  if (falls(DAMAGE.dateWithinYear)) return shift(date, rng.int(32, 366))
  if (falls(DAMAGE.otherDate)) return `${rng.int(1954, 2004)}-${pad(rng.int(1, 12))}-${pad(rng.int(1, 28))}`
  return date
}

function damagedName(name: string, other: string, nicknames: readonly string[], rng: Rng): string {
  let left = rng.next()
  const falls = (share: number): boolean => (left -= share) < 0
  if (falls(DAMAGE.otherName)) return other
  if (falls(DAMAGE.missingName)) return ''
  if (falls(DAMAGE.slip)) return slip(name, rng)
  if (nicknames.length > 0 && falls(DAMAGE.nickname)) return rng.pick(nicknames)
  return name
}

function damagedMiddle(middle: string, other: string, rng: Rng): string {
  if (middle === '' || rng.chance(DAMAGE.missingMiddle)) return ''
  if (rng.chance(DAMAGE.otherMiddle)) return other
  return rng.chance(DAMAGE.middleInitial) ? middle.charAt(0) : middle
}

/** A second record of the row's person. `other`: a row of somebody else, from which other names are taken. */
export function damaged(row: LinkageRow, other: LinkageRow, nicknames: readonly string[], rng: Rng): LinkageRow {
  const parts = row.family.split(' ')
  const surname = parts.length > 1 && rng.chance(DAMAGE.oneOfTwo) ? rng.pick(parts) : row.family
  const family = damagedName(surname, other.family, [], rng)
  const whole = damagedName(row.given, other.given, nicknames, rng)
  const given = rng.chance(DAMAGE.initial) ? whole.charAt(0) : whole
  const exchanged = rng.chance(DAMAGE.halvesExchanged)
  return {
    ...row,
    given: exchanged ? family : given,
    middle: damagedMiddle(row.middle, other.given, rng),
    family: exchanged ? given : family,
    suffix: rng.chance(DAMAGE.missingSuffix) ? '' : row.suffix,
    dateOfBirth: damagedDate(row.dateOfBirth, rng),
  }
}
