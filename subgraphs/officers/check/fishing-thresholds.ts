/** Hours over which what follows is counted, except where a case is counted as a whole. */
export const WINDOW_HOURS = 24

export const FLAG_KINDS = [
  'CANDIDATES_BY_VIEWER',
  'CANDIDATES_BY_AGENCY',
  'VARIATIONS_OF_CANDIDATE',
  'DISMISSED_IN_SERIES',
  'ATTEMPTS_EXHAUSTED',
] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

/**
 * Above what an auditor is told (hub.access_flag). None of these refuses anybody: a busy academy class is no crime.
 *
 * | Kind | What is counted | By whom |
 * | --- | --- | --- |
 * | CANDIDATES_BY_VIEWER | different candidates checked | one viewer |
 * | CANDIDATES_BY_AGENCY | different candidates checked | all of an agency |
 * | VARIATIONS_OF_CANDIDATE | different statements of who a candidate is: of one case, or of one family name and initial | all of an agency |
 * | DISMISSED_IN_SERIES | POSSIBLE matches dismissed since the last one confirmed | one viewer |
 * | ATTEMPTS_EXHAUSTED | checks refused because their case had no attempts left | one viewer |
 */
export const THRESHOLDS: Readonly<Record<FlagKind, number>> = {
  CANDIDATES_BY_VIEWER: 25,
  CANDIDATES_BY_AGENCY: 100,
  VARIATIONS_OF_CANDIDATE: 5,
  DISMISSED_IN_SERIES: 10,
  ATTEMPTS_EXHAUSTED: 1,
}

/** What one case allows as long as it lives: beyond it a check is refused with CASE_ATTEMPTS_EXHAUSTED. */
export const CASE_CAPS = {
  /** Checks, each told its answer. */
  attempts: 40,
  /** Different statements of who the one candidate is: further names, numbers, employers. */
  variations: 8,
} as const
