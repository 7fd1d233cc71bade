import type { ColumnFrequencies } from './frequency.js'
import { isClose, kindOf, type ExtraKind } from './extra-value.js'
import { eighths } from '../bits.js'

export type ExtraLevel = 'EXACT' | 'CLOSE' | 'DIFFER' | 'ABSENT'

interface KindWeights {
  /** How often one person's two rows agree, agree nearly, and not at all; from practice, the same for every file. */
  readonly exact: number
  readonly close: number
  readonly differ: number
  /** The rarest that a value counts as, log2: two strangers share a number of a file by mistakes in it alone. */
  readonly bound: number
  /** People have several e-mail addresses and telephones, one after the other: a row of another one says little. */
  readonly least: number
}

const WEIGHTS: Readonly<Record<ExtraKind, KindWeights>> = {
  EMAIL: { exact: 0.6, close: 0.25, differ: 0.15, bound: 14, least: -2.5 },
  NUMBER: { exact: 0.75, close: 0.12, differ: 0.13, bound: 14, least: -3 },
  PLACE: { exact: 0.65, close: 0.15, differ: 0.2, bound: 10, least: -2.25 },
  OTHER: { exact: 0.7, close: 0.1, differ: 0.2, bound: 9, least: -2.25 },
}

/** Share of the pairs of different values that are CLOSE; never none, as no file is large enough to say never. */
export function closeChance(column: string, values: readonly string[]): number {
  let pairs = 0
  let close = 0
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      pairs++
      if (isClose(column, values[i] as string, values[j] as string)) close++
    }
  }
  return (close + 0.5) / (pairs + 100)
}

/** How frequent the value is among other people's rows: the row that it is met in does not count. */
function frequency({ counts, filled }: ColumnFrequencies, value: string): number {
  return Math.max((counts.get(value) ?? 1) - 1, 0.5) / Math.max(filled, 1)
}

export interface ExtraComparison {
  readonly level: ExtraLevel
  /** Bits. */
  readonly points: number
}

/** One further column of two rows. Symmetric. Values in comparable form, '' where missing: neutral. */
export function compareExtra(column: string, a: string, b: string, known: ColumnFrequencies): ExtraComparison {
  if (a === '' || b === '') return { level: 'ABSENT', points: 0 }
  const kind = kindOf(column)
  const { exact, close, differ, bound, least } = WEIGHTS[kind]
  // The more common of the two says what chance does, so that a slip of London is worth no more than London.
  const common = Math.max(frequency(known, a), frequency(known, b))
  const rare = kind === 'EMAIL' || kind === 'NUMBER' ? identifierChance(common, known) : common
  const agreement = eighths(Math.min(bound, Math.max(0.5, Math.log2(exact / rare))))
  if (a === b) return { level: 'EXACT', points: agreement }
  if (isClose(column, a, b)) {
    const nearly = eighths(Math.log2(close / known.closeChance))
    return { level: 'CLOSE', points: Math.max(0, Math.min(agreement - 1, nearly)) }
  }
  return { level: 'DIFFER', points: eighths(Math.max(least, Math.log2(differ / Math.max(0.5, 1 - common)))) }
}

/** A number that a handful of rows hold is one person's several rows; one that many hold is a switchboard's. */
function identifierChance(common: number, { filled }: ColumnFrequencies): number {
  return common * filled <= 12 ? 2 ** -20 : common
}
