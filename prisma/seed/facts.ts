import type { JurisdictionClass } from '../../policy/types.js'
import { FAR_FUTURE_DAY, FAR_PAST_DAY } from './dates.js'
import type { FactsRow } from './rows.js'

/** Who owns an assertion. */
export interface Owner {
  readonly jurisdiction: string
  readonly class: JurisdictionClass
  /** Hub agency id. */
  readonly agency: string
}

type Optional = Partial<
  Omit<FactsRow, 'ownerJurisdiction' | 'ownerClass' | 'ownerAgency' | 'subjectRecord' | 'ownerKind'>
>

/** The facts of a row. Unless said otherwise: no matter, in good order, without a decision, without an end. */
export function facts(owner: Owner, subjectRecord: string, more: Optional = {}): FactsRow {
  const kind = more.kind ?? 'NONE'
  return {
    decidingAuthority: 'NONE',
    stage: 'NONE',
    admitted: true,
    admissionBasis: more.admitted === false ? 'NONE' : 'RECORDED',
    sealed: false,
    subjectNoticed: false,
    counterSigned: false,
    nexus: 'UNKNOWN',
    pointerAllowed: false,
    decidedEarliest: FAR_PAST_DAY,
    decidedLatest: FAR_FUTURE_DAY,
    validFrom: FAR_PAST_DAY,
    validUntil: FAR_FUTURE_DAY,
    namedOwners: [],
    ...more,
    kind,
    ownerJurisdiction: owner.jurisdiction,
    ownerClass: owner.class,
    ownerAgency: owner.agency,
    subjectRecord,
    ownerKind: `${owner.jurisdiction}/${kind}`,
  }
}
