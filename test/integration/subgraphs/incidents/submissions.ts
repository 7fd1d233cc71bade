import { AGENCIES, CAST, type CastMember } from '../../../../prisma/seed/index.js'

/** What the Vostrand police say of one of their officers, as `submitIncident(input:)` takes it: everything is as it has to be. */
export function finding(member: CastMember = CAST.ownEmployee) {
  return {
    officerId: member.officerId,
    agencyId: AGENCIES.ohioCity.id,
    decidingAuthorityId: AGENCIES.ohioCity.id,
    kind: 'EXCESSIVE_FORCE_FINDING',
    stages: ['FINAL'],
    occurredOn: '2024-11-05',
    decidedOn: '2025-05-20',
    nexus: 'FORCE',
    groundCode: 'FORCE_EXCESSIVE',
    groundRaw: 'Struck a person who was restrained',
    fairProcess: {
      notice: 'SERVED',
      noticedOn: '2025-02-01',
      opportunity: 'HEARD',
      respondedOn: '2025-03-01',
      authority: 'Civil service board of Vostrand',
      basis: 'DOCUMENTED',
    },
    contact: 'Vostrand Police Department, records unit',
    fileRef: 'IA-2025-17',
  }
}

export type Submitted = ReturnType<typeof finding>

export const SUBMIT = `mutation ($input: SubmitIncidentInput!, $key: String) {
  submitIncident(input: $input, idempotencyKey: $key) {
    id kind stage decidedOn { value precision } groundCode groundRaw ownerJurisdiction
    fairProcess { notice opportunity authority basis attestedBy }
    source { agency { id } contact fileRef }
  }
}`

export const REVERSE = `mutation ($input: RecordReversalInput!, $key: String) {
  recordReversal(input: $input, idempotencyKey: $key) { id stage stageText }
}`

export const READ = `query ($id: ID!) { incident(id: $id) {
  id kind stage decidedOn { value } groundCode groundRaw fairProcess { notice opportunity authority basis }
  source { agency { id } contact fileRef } officer { recordId } outcomeOf { id }
} }`
