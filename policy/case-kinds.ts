import type { CaseKind, Purpose, RecordKind } from './types.js'

/** What a kind of case is opened with, and what it is asked about. */
export interface CaseRules {
  readonly kind: CaseKind
  /** The person signed a waiver, and it is bound to the case; a case that takes none is opened by its reference alone. */
  readonly takesWaiver: boolean
  /** An agency may ask about somebody who serves with it now. */
  readonly ownEmployees: boolean
  /** Fact `kind` of the checks made in it; a hiring check has none, as before the other kinds of case had checks. */
  readonly checkKind: RecordKind
}

/** The kind of case whose grants a purpose reads under. Purposes that are not here have no case. */
const CASES: Partial<Record<Purpose, CaseRules>> = {
  // rulings.md: checking one's own employee under J is denied.
  J: { kind: 'HIRING', takesWaiver: true, ownEmployees: false, checkKind: 'NONE' },
  C: { kind: 'PROSECUTION', takesWaiver: false, ownEmployees: true, checkKind: 'PROSECUTION' },
  'hub:CERT': { kind: 'CERTIFICATION', takesWaiver: false, ownEmployees: true, checkKind: 'CERTIFICATION' },
}

export function caseRulesOf(purpose: Purpose): CaseRules | null {
  return CASES[purpose] ?? null
}

export function caseKindOf(purpose: Purpose): CaseKind | null {
  return caseRulesOf(purpose)?.kind ?? null
}
