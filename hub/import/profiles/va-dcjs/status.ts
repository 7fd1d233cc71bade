import type { Stage } from '../../../../policy/types.js'
import type { IssueCode } from '../../issue.js'
import type { IsoDate } from '../../plan.js'
import { readDate, type Cell } from './dates.js'

/** Which list a row stands on. Tab 3 (2020 and prior) is a list of finalized rows like tab 1. */
export type ListName = 'FINALIZED' | 'PENDING' | 'REINSTATED'

/** What standing on the list asserts by itself. */
const LIST_STAGE: Readonly<Record<ListName, Stage>> = {
  FINALIZED: 'FINAL',
  PENDING: 'APPEAL_WINDOW',
  REINSTATED: 'FINAL',
}

export interface ReadStatus {
  /** What list and status each assert; the admission gate takes the most protective (rulings.md, Import). */
  readonly stages: readonly Stage[]
  /** Set on the list of reinstated officers only. */
  readonly reinstatedOn: IsoDate | null
  readonly doubts: readonly IssueCode[]
}

interface StatusRule {
  readonly text: RegExp
  readonly stage: Stage
  readonly doubt?: IssueCode
}

/*
 * Read from top to bottom; the first that fits decides, and what none fits is HELD for the owner.
 * An appeal under the APA follows the Board's own decision, so the order is in effect: EFFECTIVE_UNDER_APPEAL. A bare
 * "Appeal Pending" comes before that decision: APPEAL_PENDING, and nothing leaves its owner (ADR 0010).
 */
const RULES: readonly StatusRule[] = [
  { text: /^finalized$/i, stage: 'FINAL' },
  // Denied an application to be reinstated after five years: the decision stands.
  { text: /^finalized: 5 yr appl denied$/i, stage: 'FINAL' },
  { text: /^finalized ?\/ ?apa (appeal )?pending$/i, stage: 'EFFECTIVE_UNDER_APPEAL' },
  { text: /^finalized ?\/ ?apa( appeal)?$/i, stage: 'EFFECTIVE_UNDER_APPEAL', doubt: 'STATUS_READ_AS_APPEAL' },
  { text: /^(finalized ?[-/] ?)?withdrawn$/i, stage: 'VOID', doubt: 'WITHDRAWN' },
  { text: /^appeal (pending|request(ed)?)$/i, stage: 'APPEAL_PENDING' },
]

const REINSTATED = /^re-?instated[\s,]*(\S+)$/i
const held = (doubt: IssueCode): ReadStatus => ({ stages: ['HELD'], reinstatedOn: null, doubts: [doubt] })

/** A final status on the pending list, or an appeal on the finalized one. */
function contradicts(list: ListName, stage: Stage): boolean {
  return list === 'PENDING' ? stage === 'FINAL' || stage === 'EFFECTIVE_UNDER_APPEAL' : stage === 'APPEAL_PENDING'
}

/** `cell` is clean text, a serial number or a date. */
export function readStatus(list: ListName, cell: Cell, now: Date): ReadStatus {
  if (cell instanceof Date || typeof cell === 'number' || /^\d{5}$/.test(cell ?? '')) return held('STATUS_SHIFTED')
  const text = cell ?? ''
  if (list === 'REINSTATED') {
    const on = readDate(REINSTATED.exec(text)?.[1] ?? null, now)
    if (on.kind === 'DATE') return { stages: ['FINAL'], reinstatedOn: on.on, doubts: [] }
    return held(text === '' ? 'STATUS_MISSING' : 'STATUS_UNEXPLAINED')
  }
  if (text === '') {
    return list === 'PENDING'
      ? { stages: [LIST_STAGE.PENDING], reinstatedOn: null, doubts: [] }
      : held('STATUS_MISSING')
  }
  const rule = RULES.find((each) => each.text.test(text))
  if (!rule) return held('STATUS_UNEXPLAINED')
  const doubts = [
    ...(rule.doubt ? [rule.doubt] : []),
    ...(contradicts(list, rule.stage) ? (['STATUS_CONTRADICTS_LIST'] as const) : []),
  ]
  return { stages: [LIST_STAGE[list], rule.stage], reinstatedOn: null, doubts }
}
