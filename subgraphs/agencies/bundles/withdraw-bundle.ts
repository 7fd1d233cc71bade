import { ComityError } from '../../../contract/errors.js'
import type { AgenciesDb, Tx } from '../../../prisma/client.js'
import { groupBy } from '../../kit/group.js'
import { type MutationCall, once, storedResult } from '../../kit/idempotency.js'
import type { Context } from '../context.js'
import { listBundles } from './bundle.repository.js'
import type { Bundle, WithdrawBundleInput } from './bundle.type.js'
import { publicationById, readPublication, writePublication } from './publication.js'

/** @throws ComityError BUNDLE_UNKNOWN */
async function requireBundle({ db, viewer, policySet, today }: Context): Promise<void> {
  const byOwner = groupBy(await listBundles(db, policySet, today), ({ jurisdiction }) => jurisdiction)
  const own = byOwner.get(viewer.jurisdiction) ?? []
  const standing = own.filter(({ state }) => state !== 'REPLACED')
  if (standing.every(({ source }) => source === 'WITHDRAWAL')) throw new ComityError('BUNDLE_UNKNOWN')
}

/**
 * A jurisdiction takes its bundle back, the one that came with this program included: from its day on the baseline alone
 * holds for its records.
 * @throws ComityError BAD_INPUT, OTHER_JURISDICTION, BUNDLE_SIGNATURE_REFUSED, BUNDLE_UNKNOWN, IDEMPOTENCY_KEY_REUSED
 */
export async function withdrawBundle(
  context: Context,
  input: WithdrawBundleInput,
  idempotencyKey: string,
): Promise<Bundle | null> {
  const call: MutationCall = {
    subgraph: 'agencies',
    viewer: context.viewer.subject,
    mutation: 'withdrawBundle',
    key: idempotencyKey,
    input,
    now: context.now,
  }
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return publicationById(context, earlier.id)

  const publication = await readPublication(context, input, null)
  await requireBundle(context)
  const { id } = await once(context.db, call, (tx: Tx<AgenciesDb>) => writePublication(tx, context, publication))
  return publicationById(context, id)
}
