import { eighths } from '../bits.js'
import type { NormalName } from '../normalize.js'
import type { ColumnFrequencies, Frequencies } from './frequency.js'

/** How often two strangers share a given name, a surname, 0 to 1. */
export interface NameFrequency {
  readonly given: number
  readonly family: number
}

/** Bits by which a name's rarity may move what its agreement is worth. */
const BOUND = 4
/** As many rows of the public at large are mixed in: a file of ten rows does not know how frequent a name is. */
const MIXED_IN = 500

function frequency({ counts, filled }: ColumnFrequencies, name: string, usual: number): number {
  const met = Math.max((counts.get(name) ?? 1) - 1, 1)
  return (met + MIXED_IN * usual) / (filled + MIXED_IN)
}

const bounded = (bits: number): number => eighths(Math.min(BOUND, Math.max(-BOUND, bits)))

const SLIPS = new Set(['VARIANT', 'TYPO', 'SOUND', 'NEAR', 'GARBLED', 'SWAPPED_TYPO'])

/**
 * A slip makes a form that nobody else bears; of two forms that are both borne, each may be a name of its own (Stevens
 * and Stephens).
 */
function slipShift({ counts }: ColumnFrequencies, a: string, b: string): number {
  const rarer = Math.min(counts.get(a) ?? 1, counts.get(b) ?? 1)
  return rarer <= 1 ? 1 : -1
}

function shiftOf(level: string, column: ColumnFrequencies, a: string, b: string, average: number): number {
  const rare = average / 8
  const shift = Math.log2(average / Math.max(frequency(column, a, rare), frequency(column, b, rare)))
  if (level === 'EXACT' || level === 'SWAPPED') return bounded(shift)
  // A slip of a rare name is rarer by chance than one of a common name, though less so than the name itself.
  const partly = shift < 0 ? shift : shift / 2
  return bounded(partly + (SLIPS.has(level) ? slipShift(column, a, b) : 0))
}

/** Bits more or less than for the average name, of the more common of the two. Symmetric. */
export function nameShifts(
  a: NormalName,
  b: NormalName,
  levels: { readonly given: string; readonly family: string },
  { given, family }: Frequencies,
  average: NameFrequency,
): { given: number; family: number } {
  return {
    given: shiftOf(levels.given, given, a.given.join(''), b.given.join(''), average.given),
    family: shiftOf(levels.family, family, a.family.join(''), b.family.join(''), average.family),
  }
}

/** A year in so many shares a year of birth, where the model's weights are at home: working lives of some forty years. */
const USUAL_SAME_YEAR = 1 / 45
/** A date that more rows than this hold stands for an unknown one (1 January, a system's own). */
const CHANCE_DATES = 12

/** Levels that a chance meeting in a wider range of years reaches more seldom. */
const SPREAD: readonly string[] = ['DAY', 'SWAPPED', 'ONE_DIGIT', 'WITHIN_MONTH', 'YEAR_OFF']

/**
 * Bits more where the files' years of birth spread wider than usual, less where narrower; a date of birth that is
 * frequent in them is worth its own frequency alone. `date`: of either row, where both have the same.
 */
export function birthShift(level: string, date: string, { birth, sameYear }: Frequencies, full: number): number {
  if (!SPREAD.includes(level)) return 0
  const spread = Math.min(2, Math.max(-2, Math.log2(USUAL_SAME_YEAR / Math.max(sameYear, 1 / 1000))))
  const met = level === 'DAY' ? (birth.counts.get(date) ?? 1) - 1 : 0
  const usual = (birth.filled * sameYear) / 365
  if (met <= CHANCE_DATES + 4 * usual) return eighths(spread)
  return eighths(Math.min(spread, Math.log2(birth.filled / met) - full))
}
