import { epochDay, FAR_FUTURE, FAR_PAST } from '../../contract/clock.js'
import type { AdmissionBasis, JurisdictionClass, Nexus, RecordFacts, RecordKind, Stage } from '../../policy/types.js'
import type { IsoDate } from './plan.js'

/** The owner of everything in a list, which is also the authority that decided. */
export interface ListOwner {
  readonly agencyId: string
  readonly jurisdiction: string
  readonly class: JurisdictionClass
}

export interface FactInput {
  readonly subjectRecord: string
  readonly kind: RecordKind
  readonly stage: Stage
  readonly admitted: boolean
  readonly noticed: boolean
  readonly nexus: Nexus
  readonly pointerAllowed: boolean
  readonly decidedOn: IsoDate | null
  /** A decision of the authority, or a record that it merely keeps (identity, spell). */
  readonly decided: boolean
}

/** The fact columns of policy/types.ts RecordFacts, as the tables name them; days as ISO dates. */
export interface FactColumns {
  readonly owner_jurisdiction: string
  readonly owner_class: JurisdictionClass
  readonly owner_agency: string
  readonly deciding_authority: string
  readonly subject_record: string
  readonly kind: RecordKind
  readonly owner_kind: string
  readonly stage: Stage
  readonly admitted: boolean
  readonly admission_basis: AdmissionBasis
  readonly sealed: boolean
  readonly subject_noticed: boolean
  readonly counter_signed: boolean
  readonly nexus: Nexus
  readonly pointer_allowed: boolean
  readonly decided_earliest: IsoDate
  readonly decided_latest: IsoDate
  readonly valid_from: IsoDate
  readonly valid_until: IsoDate
  readonly named_owners: readonly string[]
}

export function factColumns(owner: ListOwner, input: FactInput): FactColumns {
  const past = FAR_PAST.toISOString().slice(0, 10)
  const future = FAR_FUTURE.toISOString().slice(0, 10)
  return {
    owner_jurisdiction: owner.jurisdiction,
    owner_class: owner.class,
    owner_agency: owner.agencyId,
    deciding_authority: input.decided ? owner.agencyId : 'NONE',
    subject_record: input.subjectRecord,
    kind: input.kind,
    owner_kind: `${owner.jurisdiction}/${input.kind}`,
    stage: input.stage,
    admitted: input.admitted,
    admission_basis: input.admitted ? 'SOURCE_ATTESTED' : 'NONE',
    sealed: false,
    subject_noticed: input.noticed,
    counter_signed: false,
    nexus: input.nexus,
    pointer_allowed: input.pointerAllowed,
    decided_earliest: input.decidedOn ?? past,
    decided_latest: input.decidedOn ?? future,
    valid_from: past,
    valid_until: future,
    named_owners: [],
  }
}

/** The same facts as the rules look at them. */
export function recordFacts(id: string, row: FactColumns): RecordFacts {
  const day = (date: IsoDate) => epochDay(new Date(date))
  return {
    id,
    ownerJurisdiction: row.owner_jurisdiction,
    ownerClass: row.owner_class,
    ownerAgency: row.owner_agency,
    decidingAuthority: row.deciding_authority,
    subjectRecord: row.subject_record,
    kind: row.kind,
    ownerKind: row.owner_kind,
    stage: row.stage,
    admitted: row.admitted,
    admissionBasis: row.admission_basis,
    sealed: row.sealed,
    subjectNoticed: row.subject_noticed,
    counterSigned: row.counter_signed,
    nexus: row.nexus,
    pointerAllowed: row.pointer_allowed,
    decidedEarliest: day(row.decided_earliest),
    decidedLatest: day(row.decided_latest),
    validFrom: day(row.valid_from),
    validUntil: day(row.valid_until),
    namedOwners: row.named_owners,
  }
}
