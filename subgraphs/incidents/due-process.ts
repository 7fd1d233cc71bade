import { ComityError } from '../../contract/errors.js'
import type { Stage } from '../../policy/types.js'

/** Who may assert a transition (domain.md 2). `TIME`: it follows from a date alone. */
export type Asserter = 'EMPLOYING_AGENCY' | 'DECIDING_AUTHORITY' | 'TRIBUNAL' | 'COURT' | 'OWNER' | 'TIME'

export interface Transition {
  readonly from: Stage
  readonly to: Stage
  readonly assertedBy: readonly Asserter[]
}

const FINDINGS = ['SUSTAINED', 'NOT_SUSTAINED', 'UNFOUNDED', 'EXONERATED', 'NO_FINDING'] as const
const NOTHING_FOUND = ['NOT_SUSTAINED', 'UNFOUNDED', 'EXONERATED', 'NO_FINDING'] as const
const REMOVED = ['SEALED', 'EXPUNGED', 'RETENTION_EXPIRED'] as const

function rows(from: readonly Stage[], to: readonly Stage[], assertedBy: readonly Asserter[]): readonly Transition[] {
  return from.flatMap((start) => to.map((end) => ({ from: start, to: end, assertedBy })))
}

/**
 * The state machine of domain.md 2, without what `VOID` allows everywhere. It is enforced where the record is written,
 * not at the gateway: an illegal transition is refused whoever asks.
 */
export const TRANSITIONS: readonly Transition[] = [
  ...rows(['ALLEGED'], ['INVESTIGATING'], ['EMPLOYING_AGENCY', 'DECIDING_AUTHORITY']),
  ...rows(['INVESTIGATING', 'REMANDED', 'REOPENED'], ['NOTICED'], ['EMPLOYING_AGENCY', 'DECIDING_AUTHORITY']),
  ...rows(['NOTICED'], ['HEARD', 'WAIVED', 'DEFAULTED'], ['EMPLOYING_AGENCY', 'DECIDING_AUTHORITY']),
  ...rows(['HEARD', 'WAIVED', 'DEFAULTED'], FINDINGS, ['DECIDING_AUTHORITY']),
  ...rows(['SUSTAINED'], ['APPEAL_WINDOW'], ['DECIDING_AUTHORITY']),

  // The window lapses, or an appeal is taken; an order that takes effect meanwhile is not stayed.
  ...rows(['APPEAL_WINDOW'], ['FINAL'], ['DECIDING_AUTHORITY', 'TRIBUNAL', 'COURT', 'TIME']),
  ...rows(['APPEAL_WINDOW'], ['APPEAL_PENDING', 'EFFECTIVE_UNDER_APPEAL'], ['DECIDING_AUTHORITY', 'TRIBUNAL']),
  ...rows(['APPEAL_PENDING'], ['EFFECTIVE_UNDER_APPEAL'], ['DECIDING_AUTHORITY', 'TRIBUNAL']),
  ...rows(['EFFECTIVE_UNDER_APPEAL'], ['APPEAL_PENDING'], ['TRIBUNAL', 'COURT']),
  ...rows(
    ['APPEAL_PENDING', 'EFFECTIVE_UNDER_APPEAL'],
    ['FINAL', 'MODIFIED', 'OVERTURNED', 'REMANDED'],
    ['TRIBUNAL', 'COURT'],
  ),
  // A modified decision needs its own finality.
  ...rows(['MODIFIED'], ['APPEAL_WINDOW', 'FINAL'], ['DECIDING_AUTHORITY', 'TRIBUNAL', 'COURT']),

  // Parallel: the officer leaves while the investigation is open. An outcome ends the pointer, and so does a year.
  ...rows(['INVESTIGATING', 'NOTICED'], ['SEPARATED_UNDER_INVESTIGATION'], ['EMPLOYING_AGENCY']),
  ...rows(['SEPARATED_UNDER_INVESTIGATION'], FINDINGS, ['DECIDING_AUTHORITY']),
  ...rows(['SEPARATED_UNDER_INVESTIGATION'], ['LAPSED'], ['TIME']),

  ...rows(['FINAL'], ['OVERTURNED', 'VACATED'], ['TRIBUNAL', 'COURT', 'OWNER']),
  ...rows(['FINAL'], ['REOPENED'], ['DECIDING_AUTHORITY', 'COURT']),
  ...rows(['FINAL', 'OVERTURNED', 'VACATED', 'LAPSED', ...NOTHING_FOUND], REMOVED, ['COURT', 'OWNER']),
  ...rows(['SEALED'], ['EXPUNGED'], ['COURT', 'OWNER']),

  // Its owner explains what was held.
  ...rows(
    ['HELD'],
    [
      'APPEAL_WINDOW',
      'APPEAL_PENDING',
      'EFFECTIVE_UNDER_APPEAL',
      'FINAL',
      'MODIFIED',
      'OVERTURNED',
      'VACATED',
      ...NOTHING_FOUND,
    ],
    ['OWNER'],
  ),
]

/** Nothing is left of these to report in error; `NONE` is no process. */
const NEVER_VOIDED: readonly Stage[] = ['VOID', 'EXPUNGED', 'NONE']

const BY_ENDS = new Map(TRANSITIONS.map((row) => [`${row.from}>${row.to}`, row]))

/** Null where the state machine has no such transition. */
export function transitionBetween(from: Stage, to: Stage): Transition | null {
  // Reported in error: any record, by its owner (domain.md 2, "any -> VOID").
  if (to === 'VOID' && !NEVER_VOIDED.includes(from)) return { from, to, assertedBy: ['OWNER', 'COURT', 'TRIBUNAL'] }
  return BY_ENDS.get(`${from}>${to}`) ?? null
}

/** @throws ComityError TRANSITION_ILLEGAL */
export function transition(from: Stage, to: Stage): Transition {
  const found = transitionBetween(from, to)
  if (found === null) throw new ComityError('TRANSITION_ILLEGAL')
  return found
}
