import { ComityError } from '../../contract/errors.js'
import { newId } from '../../contract/ids.js'
import type { RecordFacts } from '../../policy/index.js'
import type { IncidentsDb, Tx } from '../../prisma/client.js'
import { type MutationCall, once, storedResult } from '../kit/idempotency.js'
import { parseInput } from '../kit/input.js'
import { type Admission, admit } from './admission/index.js'
import { type Context, incidentById, knownIncidents } from './context.js'
import { findStoredIncident } from './incident.repository.js'
import { type InstanceRow, instanceRow } from './instance-row.js'
import { announceMatter } from './matter-outbox.js'
import { newFacts } from './new-facts.js'
import { requireStorable } from './store.js'
import { subjectOf } from './subject.js'
import type { SubmitIncidentInput } from './submission.type.js'
import { type Submission, submissionForm, toAdmissionInput } from './submission-form.js'

/** @throws ComityError ADMISSION_*, DATE_IN_FUTURE; the error lists everything that is unmet */
function requireAdmitted(submission: Submission, today: number): Admission {
  const answer = admit(toAdmissionInput(submission), today)
  if (!answer.admitted) throw new ComityError(answer.code, undefined, { unmet: answer.unmet })
  // An order under appeal shows as the status of the certificate, never as an instance with its ground (rulings.md).
  if (answer.as === 'CERTIFICATE_STATUS')
    throw new ComityError('ADMISSION_NOT_FINAL', undefined, { unmet: ['ADMISSION_NOT_FINAL'] })
  return answer
}

function factsOf(context: Context, submission: Submission, admission: Admission, subjectRecord: string): RecordFacts {
  const { viewer } = context
  const owner = {
    ownerJurisdiction: viewer.jurisdiction,
    ownerClass: viewer.jurisdictionClass,
    ownerAgency: viewer.agency,
  }
  const {
    basis,
    stage,
    subjectNoticed,
    counterSigned,
    pointerAllowed,
    decidedEarliest,
    decidedLatest,
    validFrom,
    validUntil,
  } = admission
  return {
    ...newFacts(owner, submission.kind),
    id: newId('Incident'),
    decidingAuthority: submission.decidingAuthorityId,
    subjectRecord,
    nexus: submission.nexus,
    admitted: true,
    admissionBasis: basis,
    stage,
    subjectNoticed,
    counterSigned,
    pointerAllowed,
    decidedEarliest,
    decidedLatest,
    validFrom,
    validUntil,
  }
}

/** The separation is one that the viewer knows, and about the same officer. @throws ComityError BAD_INPUT */
async function requireSeparation(context: Context, id: string | null, subjectRecord: string): Promise<void> {
  if (id === null) return
  const separation = await findStoredIncident(context.db, context.access, knownIncidents(context), id)
  if (separation?.kind === 'SEPARATION_UNDER_INVESTIGATION' && separation.subjectRecord === subjectRecord) return
  throw new ComityError('BAD_INPUT', 'input.outcomeOf: names no separation under investigation of this officer.', {
    arguments: ['input.outcomeOf'],
  })
}

/** Everything in a demo is synthetic; a hub that is none holds what its owners submit. */
async function isDemo(db: IncidentsDb): Promise<boolean> {
  return (await db.hubState.findUniqueOrThrow({ where: { id: 1 } })).mode === 'DEMO'
}

async function write(
  tx: Tx<IncidentsDb>,
  context: Context,
  row: InstanceRow,
  submission: Submission,
): Promise<{ id: string }> {
  // Nothing in free text: an assertion is never deleted, and a text may have to be.
  const asserted = { ...row, groundRaw: undefined, statusRaw: undefined, counterSignature: submission.counterSignature }
  await tx.incident.create({ data: row })
  await tx.incidentsAssertion.create({
    data: {
      recordType: 'Incident',
      recordId: row.id,
      version: row.version,
      payload: JSON.parse(JSON.stringify(asserted)) as object,
      actor: context.viewer.subject,
      authority: row.fairAuthority,
      documentRef: submission.counterSignature?.documentReference ?? row.sourceFileRef,
      effectiveAt: row.effectiveAt,
      recordedAt: context.now,
    },
  })
  await announceMatter(tx, row, context.now)
  return { id: row.id }
}

/**
 * An owner submits an instance: through the admission gate of its kind, and only what its own law lets the hub store.
 * Row, assertion and announcement are one transaction.
 * @throws ComityError BAD_INPUT, DATE_IN_FUTURE, ADMISSION_*, NOT_PERMITTED, STORE_FORBIDDEN, IDEMPOTENCY_KEY_REUSED
 */
export async function submitIncident(context: Context, input: SubmitIncidentInput, idempotencyKey: string) {
  const { viewer, now } = context
  const call: MutationCall = {
    subgraph: 'incidents',
    viewer: viewer.subject,
    mutation: 'submitIncident',
    key: idempotencyKey,
    input,
    now,
  }
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return incidentById(context, earlier.id)

  const submission = parseInput(submissionForm(context.today), input, 'input')
  const admission = requireAdmitted(submission, context.today)
  const subjectRecord = await subjectOf(context, submission)
  const facts = factsOf(context, submission, admission, subjectRecord)
  requireStorable(context.access, 'Incident', facts)
  await requireSeparation(context, submission.outcomeOf, subjectRecord)

  const row = instanceRow(submission, facts, { agency: viewer.agency, now, synthetic: await isDemo(context.db) })
  const { id } = await once(context.db, call, (tx: Tx<IncidentsDb>) => write(tx, context, row, submission))
  await context.refresh()
  return incidentById(context, id)
}
