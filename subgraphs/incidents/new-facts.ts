import { epochDay, FAR_FUTURE, FAR_PAST } from '../../contract/clock.js'
import type { JurisdictionClass, RecordFacts, RecordKind } from '../../policy/index.js'

/** Whose assertion it is. */
export interface Owner {
  readonly ownerJurisdiction: string
  readonly ownerClass: JurisdictionClass
  readonly ownerAgency: string
}

/** The facts of a record of which nothing but owner and kind is known yet. */
export function newFacts(owner: Owner, kind: RecordKind): RecordFacts {
  return {
    id: 'NONE',
    ...owner,
    decidingAuthority: 'NONE',
    subjectRecord: 'NONE',
    kind,
    ownerKind: `${owner.ownerJurisdiction}/${kind}`,
    stage: 'NONE',
    admitted: false,
    admissionBasis: 'NONE',
    sealed: false,
    subjectNoticed: false,
    counterSigned: false,
    nexus: 'UNKNOWN',
    pointerAllowed: false,
    decidedEarliest: epochDay(FAR_PAST),
    decidedLatest: epochDay(FAR_FUTURE),
    validFrom: epochDay(FAR_PAST),
    validUntil: epochDay(FAR_FUTURE),
    namedOwners: [],
  }
}
