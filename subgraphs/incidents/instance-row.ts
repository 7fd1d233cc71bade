import { dayToDate } from '../../contract/clock.js'
import type { RecordFacts } from '../../policy/index.js'
import type { Submission } from './submission-form.js'

/** What the row holds besides what was submitted. */
export interface RowOrigin {
  /** The agency that holds the file. */
  readonly agency: string
  readonly now: Date
  readonly synthetic: boolean
}

/** The row of an admitted submission, as it is first recorded. */
export function instanceRow(submission: Submission, facts: RecordFacts, origin: RowOrigin) {
  const { fairProcess, occurredOn, decidedOn } = submission
  return {
    ...facts,
    namedOwners: [...facts.namedOwners],
    decidedEarliest: dayToDate(facts.decidedEarliest),
    decidedLatest: dayToDate(facts.decidedLatest),
    validFrom: dayToDate(facts.validFrom),
    validUntil: dayToDate(facts.validUntil),
    agencyId: submission.agencyId,
    occurredOn: occurredOn?.date ?? null,
    occurredPrecision: occurredOn?.precision ?? 'NONE',
    decidedOn: decidedOn?.date ?? null,
    decidedPrecision: decidedOn?.precision ?? 'NONE',
    groundCode: submission.groundCode,
    groundCodeSystem: submission.groundCodeSystem,
    groundCodeVersion: submission.groundCodeVersion,
    groundRaw: submission.groundRaw,
    statusRaw: submission.statusRaw,
    fairNotice: fairProcess.notice,
    fairOpportunity: fairProcess.opportunity,
    fairAuthority: fairProcess.authority,
    fairBasis: fairProcess.basis,
    fairAttestedBy: fairProcess.attestedBy,
    onDutyBasis: submission.onDutyBasis,
    disposition: submission.disposition,
    capacity: submission.capacity,
    sourceAgencyId: origin.agency,
    sourceContact: submission.contact,
    sourceFileRef: submission.fileRef,
    allegationText: null,
    outcomeOf: submission.outcomeOf,
    synthetic: origin.synthetic,
    effectiveAt: (decidedOn ?? occurredOn)?.date ?? origin.now,
    recordedAt: origin.now,
    version: 1,
  }
}

export type InstanceRow = ReturnType<typeof instanceRow>
