import { ComityError } from '../../../contract/errors.js'
import { newId } from '../../../contract/ids.js'
import type { AgenciesDb, Tx } from '../../../prisma/client.js'
import { type MutationCall, once, storedResult } from '../../kit/idempotency.js'
import type { Context } from '../context.js'
import { findAuthorization } from './authorization.repository.js'
import type { AuthorizationInput, OwnerAuthorization } from './authorization.type.js'
import { readTerms, type Terms } from './form.js'

/** What is asserted of an authorization, and when: recorded first, revoked second, never a third time. */
export async function assertAuthorization(
  tx: Tx<AgenciesDb>,
  context: Context,
  asserted: { id: string; version: 1 | 2; payload: object; citation: string; reference: string; effectiveAt: Date },
): Promise<void> {
  await tx.agenciesAssertion.create({
    data: {
      recordType: 'OwnerAuthorization',
      recordId: asserted.id,
      version: asserted.version,
      payload: JSON.parse(JSON.stringify(asserted.payload)) as object,
      actor: context.viewer.subject,
      authority: asserted.citation,
      documentRef: asserted.reference,
      effectiveAt: asserted.effectiveAt,
      recordedAt: context.now,
    },
  })
  // Whoever serves reads its authorizations again before the next decision (rulings.md, "Freshness").
  await tx.hubState.update({ where: { id: 1 }, data: { epoch: { increment: 1 } } })
}

async function write(tx: Tx<AgenciesDb>, context: Context, terms: Terms): Promise<{ id: string }> {
  const id = newId('OwnerAuthorization')
  const { viewer, now } = context
  await tx.ownerAuthorization.create({
    data: {
      ...terms,
      id,
      owner: viewer.jurisdiction,
      // The owner speaks for its own instrument; nobody here has read it.
      citeStatus: 'UNCHECKED',
      recordedAt: now,
    },
  })
  const { citation, reference, from } = terms
  await assertAuthorization(tx, context, { id, version: 1, payload: terms, citation, reference, effectiveAt: from })
  return { id }
}

/** As it stands now. @throws ComityError AUTHORIZATION_UNKNOWN */
export async function ownAuthorization(context: Context, id: string): Promise<OwnerAuthorization> {
  const found = await findAuthorization(context.db, context.viewer.jurisdiction, id, context.today)
  if (!found) throw new ComityError('AUTHORIZATION_UNKNOWN')
  return found
}

/**
 * An owner authorizes others to see its records; every process knows it at its next fetch. Row, assertion and epoch are one
 * transaction.
 * @throws ComityError BAD_INPUT, IDEMPOTENCY_KEY_REUSED
 */
export async function recordAuthorization(
  context: Context,
  input: AuthorizationInput,
  idempotencyKey: string,
): Promise<OwnerAuthorization> {
  const call: MutationCall = {
    subgraph: 'agencies',
    viewer: context.viewer.subject,
    mutation: 'recordAuthorization',
    key: idempotencyKey,
    input,
    now: context.now,
  }
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return ownAuthorization(context, earlier.id)

  const { terms } = await readTerms(context, input)
  const { id } = await once(context.db, call, (tx: Tx<AgenciesDb>) => write(tx, context, terms))
  await context.refresh()
  return ownAuthorization(context, id)
}
