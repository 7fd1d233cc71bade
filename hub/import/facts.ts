import { FAR_FUTURE, FAR_PAST } from '../../contract/clock.js'
import type { JurisdictionClass, Nexus, RecordKind, Stage } from '../../policy/types.js'
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

/** The fact columns of policy/types.ts RecordFacts, as the tables name them. */
export function factColumns(owner: ListOwner, input: FactInput) {
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
    named_owners: [] as string[],
  }
}
