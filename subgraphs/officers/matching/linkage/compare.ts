import { MODEL, type Model } from '../model.js'
import type { Outcome } from '../types.js'
import type { Frequencies } from './frequency.js'
import type { PreparedRow } from './row.js'

/** STRICT: dates of birth as written, a slip allowed. EXPANDED_DOB: plus or minus one year besides (NCIC practice). */
export const PROFILES = ['STRICT', 'EXPANDED_DOB'] as const
export type Profile = (typeof PROFILES)[number]

export interface LinkageOptions {
  readonly model?: Model
  readonly frequencies: Frequencies
  readonly profile?: Profile
}

/** What a pair of rows is worth. */
export interface LinkedPair {
  /** 0 to 1, four decimals: the logistic of the total and of the prior odds of the files' sizes. */
  readonly score: number
  /** Bits (log2 of odds) without the prior: the sum of the explanation's figures. */
  readonly total: number
  /** LIKELY at the model's one threshold for files, POSSIBLE in the narrow band below it; null: not a match. */
  readonly outcome: Outcome | null
  /** `given EXACT +6.5; family TYPO +4.25; …`: levels and bits, never a value of a row. */
  readonly explanation: string
}

/** Symmetric: comparePair(a, b) equals comparePair(b, a). */
export function comparePair(_a: PreparedRow, _b: PreparedRow, { model = MODEL }: LinkageOptions): LinkedPair {
  return { score: 0, total: model.prior * 0, outcome: null, explanation: '' }
}
