import { eighths } from '../bits.js'
import type { NameRarity } from '../rarity.js'
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

/** Two forms of one name, or two names. */
const FORMS = new Set(['VARIANT', 'SOUND', 'GARBLED', 'SWAPPED_TYPO'])
/** A letter or two apart: what a slip of the pen makes. */
const SLIPS = new Set(['TYPO', 'NEAR'])

/** One half of two names. */
interface Compared {
  readonly half: 'given' | 'family'
  readonly level: string
  readonly column: ColumnFrequencies
  readonly a: string
  readonly b: string
  /** Of the public at large. */
  readonly rarity: NameRarity
}

/**
 * A slip makes a form that nobody else bears; of two forms that are both borne, each may be a name of its own (Stevens
 * and Stephens). A form that is no name at all can hardly come about but by a slip of this one, so that it is worth
 * about what the name is; a form that is a name as well says nothing for itself.
 */
function slipShift({ half, level, column: { counts }, a, b, rarity }: Compared): number {
  const [inA, inB] = [counts.get(a) ?? 1, counts.get(b) ?? 1]
  if (Math.min(inA, inB) > 1) return -1
  if (FORMS.has(level)) return 1
  const rarer = inA < inB || (inA === inB && rarity[half](a) > rarity[half](b)) ? a : b
  return rarity.lists(half, rarer) ? 0 : 2
}

function shiftOf(compared: Compared, average: number): number {
  const { level, column, a, b } = compared
  const rare = average / 8
  const shift = Math.log2(average / Math.max(frequency(column, a, rare), frequency(column, b, rare)))
  if (level === 'EXACT' || level === 'SWAPPED') return bounded(shift)
  // A slip of a rare name is rarer by chance than one of a common name, though less so than the name itself.
  const partly = shift < 0 ? shift : shift / 2
  return bounded(partly + (FORMS.has(level) || SLIPS.has(level) ? slipShift(compared) : 0))
}

/** Bits more or less than for the average name, of the more common of the two. Symmetric. */
export function nameShifts(
  a: NormalName,
  b: NormalName,
  levels: { readonly given: string; readonly family: string },
  frequencies: Frequencies,
  { nameFrequency, rarity }: { readonly nameFrequency: NameFrequency; readonly rarity: NameRarity },
): { given: number; family: number } {
  const shift = (half: 'given' | 'family') =>
    shiftOf(
      { half, level: levels[half], column: frequencies[half], a: a[half].join(''), b: b[half].join(''), rarity },
      nameFrequency[half],
    )
  return { given: shift('given'), family: shift('family') }
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
