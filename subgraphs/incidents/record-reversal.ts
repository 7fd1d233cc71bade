import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import type { IncidentsDb, Tx } from '../../prisma/client.js'
import type { Incident as IncidentRow } from '../../prisma/client/client.js'
import { toFacts } from '../kit/facts.js'
import { type MutationCall, once, storedResult } from '../kit/idempotency.js'
import { parseInput, partialDateText, shortText } from '../kit/input.js'
import { daySpan } from './admission/index.js'
import { type Context, incidentById, knownIncidents } from './context.js'
import { transition } from './due-process.js'
import { REVERSALS } from './enums.js'
import { findStoredIncident } from './incident.repository.js'
import { announceMatter } from './matter-outbox.js'
import { requireStorable } from './store.js'
import type { RecordReversalInput } from './submission.type.js'

const reversalForm = (today: number) =>
  z.object({
    incidentId: z.string().max(64, 'must be an id of the hub'),
    to: z.enum(REVERSALS),
    authority: shortText(200),
    documentReference: shortText(200),
    effectiveOn: partialDateText(today),
  })
type Reversal = z.output<ReturnType<typeof reversalForm>>

const badInput = (argument: string, message: string) =>
  new ComityError('BAD_INPUT', `${argument}: ${message}`, { arguments: [argument] })

/** @throws ComityError TRANSITION_ILLEGAL if somebody else changed the row meanwhile */
async function write(
  tx: Tx<IncidentsDb>,
  context: Context,
  row: IncidentRow,
  reversal: Reversal,
): Promise<{ id: string }> {
  const { viewer, now } = context
  const version = row.version + 1
  const changed = await tx.incident.updateMany({
    where: { id: row.id, version: row.version },
    data: {
      stage: reversal.to,
      admitted: false,
      admissionBasis: 'NONE',
      pointerAllowed: false,
      version,
      effectiveAt: reversal.effectiveOn.date,
      recordedAt: now,
    },
  })
  if (changed.count !== 1) throw new ComityError('TRANSITION_ILLEGAL')
  await tx.incidentsAssertion.create({
    data: {
      recordType: 'Incident',
      recordId: row.id,
      version,
      payload: { from: row.stage, to: reversal.to, precision: reversal.effectiveOn.precision },
      actor: viewer.subject,
      authority: reversal.authority,
      documentRef: reversal.documentReference,
      effectiveAt: reversal.effectiveOn.date,
      recordedAt: now,
    },
  })
  const { to, authority, documentReference, effectiveOn } = reversal
  await announceMatter(tx, row, now, { to, authority, documentReference, effectiveOn: effectiveOn.date })
  return { id: row.id }
}

/**
 * A court or tribunal overturned or vacated a final decision: its owner records it, and from then on the instance is the
 * owner's, the subject's and the auditor's alone. It is no longer admitted, and does not come back.
 * @throws ComityError BAD_INPUT, DATE_IN_FUTURE, NOT_PERMITTED, STORE_FORBIDDEN, TRANSITION_ILLEGAL, IDEMPOTENCY_KEY_REUSED
 */
export async function recordReversal(context: Context, input: RecordReversalInput, idempotencyKey: string) {
  const { viewer, now } = context
  const call: MutationCall = {
    subgraph: 'incidents',
    viewer: viewer.subject,
    mutation: 'recordReversal',
    key: idempotencyKey,
    input,
    now,
  }
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return incidentById(context, earlier.id)

  const reversal = parseInput(reversalForm(context.today), input, 'input')
  const row = await findStoredIncident(context.db, context.access, knownIncidents(context), reversal.incidentId)
  if (!row) throw badInput('input.incidentId', 'names no instance that you may know of.')
  requireStorable(context.access, 'Incident', toFacts(row))
  transition(toFacts(row).stage, reversal.to)
  if (daySpan(reversal.effectiveOn).latest < toFacts(row).decidedEarliest)
    throw badInput('input.effectiveOn', 'must not lie before the decision.')

  const { id } = await once(context.db, call, (tx: Tx<IncidentsDb>) => write(tx, context, row, reversal))
  await context.refresh()
  return incidentById(context, id)
}
