import { ComityError } from '../../../contract/errors.js'
import type { AgenciesDb, Tx } from '../../../prisma/client.js'
import { type MutationCall, once, storedResult } from '../../kit/idempotency.js'
import type { Context } from '../context.js'
import { findAuthorization } from './authorization.repository.js'
import type { OwnerAuthorization } from './authorization.type.js'
import { assertAuthorization, ownAuthorization } from './record-authorization.js'

/** @throws ComityError AUTHORIZATION_UNKNOWN, alike for another owner's, for none, and for one that no longer holds */
async function write(tx: Tx<AgenciesDb>, context: Context, id: string): Promise<{ id: string }> {
  const { viewer, now, today } = context
  const owner = viewer.jurisdiction
  const found = await findAuthorization(tx, owner, id, today)
  if (!found || found.state === 'EXPIRED') throw new ComityError('AUTHORIZATION_UNKNOWN')
  const revoked = await tx.ownerAuthorization.updateMany({
    where: { id, owner, revokedAt: null },
    data: { revokedAt: now },
  })
  if (revoked.count !== 1) throw new ComityError('AUTHORIZATION_UNKNOWN')
  const { citation, reference } = found
  const payload = { revokedAt: now }
  await assertAuthorization(tx, context, { id, version: 2, payload, citation, reference, effectiveAt: now })
  return { id }
}

/**
 * The owner takes an authorization back: the next request sees nothing under it, in any process. What was recorded stays.
 * @throws ComityError AUTHORIZATION_UNKNOWN, BAD_INPUT, IDEMPOTENCY_KEY_REUSED
 */
export async function revokeAuthorization(
  context: Context,
  id: string,
  idempotencyKey: string,
): Promise<OwnerAuthorization> {
  const call: MutationCall = {
    subgraph: 'agencies',
    viewer: context.viewer.subject,
    mutation: 'revokeAuthorization',
    key: idempotencyKey,
    input: { id },
    now: context.now,
  }
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (!earlier) {
    await once(context.db, call, (tx: Tx<AgenciesDb>) => write(tx, context, id))
    await context.refresh()
  }
  return ownAuthorization(context, id)
}
