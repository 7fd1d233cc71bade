import { ComityError } from '../../../contract/errors.js'
import { once } from '../../kit/idempotency.js'
import type { Context } from '../context.js'
import { endGrants } from './case.repository.js'
import type { CasePayload } from './check.type.js'

function callOf(context: Context, mutation: string, key: string, input: object) {
  return { subgraph: 'officers' as const, viewer: context.viewer.subject, mutation, key, input, now: context.now }
}

/** Closes the viewer's own case; every grant of it ends. @throws ComityError CASE_REQUIRED, CASE_CLOSED */
export async function closeCase(context: Context, idempotencyKey: string): Promise<CasePayload> {
  const reference = context.viewer.caseReference
  const opened = context.case
  if (reference === null || opened === null) throw new ComityError('CASE_REQUIRED')
  await once(context.db, callOf(context, 'closeCase', idempotencyKey, { reference }), async (tx) => {
    const { count } = await tx.case.updateMany({
      where: { id: opened.id, closedAt: null },
      data: { closedAt: context.now },
    })
    if (count === 0) throw new ComityError('CASE_CLOSED')
    await endGrants(tx, opened.id, null, context.now)
    return { id: opened.id }
  })
  await context.refresh()
  return { reference, live: false }
}

/** Records that the candidate withdrew the case's waiver; every grant of the case ends. @throws ComityError CASE_REQUIRED, WAIVER_WITHDRAWN */
export async function withdrawWaiver(context: Context, idempotencyKey: string): Promise<CasePayload> {
  const reference = context.viewer.caseReference
  const opened = context.case
  if (reference === null || opened === null) throw new ComityError('CASE_REQUIRED')
  await once(context.db, callOf(context, 'withdrawWaiver', idempotencyKey, { reference }), async (tx) => {
    const { count } = await tx.waiver.updateMany({
      where: { caseId: opened.id, withdrawnAt: null },
      data: { withdrawnAt: context.now },
    })
    if (count === 0) throw new ComityError('WAIVER_WITHDRAWN')
    await endGrants(tx, opened.id, null, context.now)
    return { id: opened.id }
  })
  await context.refresh()
  return { reference, live: false }
}
