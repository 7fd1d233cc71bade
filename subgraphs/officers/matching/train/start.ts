import type { Rates } from './em.js'

/** Where EM begins, and what a level that no pair met is taken for: rates among one person's records, by experience. */
export const START: Rates = {
  given: {
    EXACT: 0.76,
    NICKNAME: 0.04,
    SHARED_FORMAL: 0.005,
    MIDDLE_AS_GIVEN: 0.01,
    SWAPPED: 0.02,
    TYPO: 0.06,
    NEAR: 0.015,
    GARBLED: 0.005,
    DIFFER: 0.055,
  },
  middle: { EXACT: 0.55, INITIAL: 0.35, CLOSE: 0.03, DIFFER: 0.07 },
  family: {
    EXACT: 0.76,
    VARIANT: 0.02,
    SWAPPED: 0.02,
    SWAPPED_TYPO: 0.01,
    PART: 0.01,
    TYPO: 0.08,
    NEAR: 0.01,
    GARBLED: 0.005,
    DIFFER: 0.075,
  },
  suffix: { EXACT: 0.95, DIFFER: 0.05 },
  dateOfBirth: {
    DAY: 0.85,
    SWAPPED: 0.015,
    ONE_DIGIT: 0.04,
    YEAR_OFF: 0.002,
    WITHIN_MONTH: 0.003,
    WITHIN_YEAR: 0.003,
    TWO_DIGITS: 0.004,
    TWO_PARTS: 0.01,
    DIFFER: 0.041,
  },
}
