import { ComityError } from '../../../contract/errors.js'
import { checkBundle, PolicyError } from '../../../policy/index.js'
import type { AgenciesDb, Tx } from '../../../prisma/client.js'
import { type MutationCall, once, storedResult } from '../../kit/idempotency.js'
import type { Context } from '../context.js'
import { filesOf } from './bundle.repository.js'
import type { Bundle, PublishBundleInput } from './bundle.type.js'
import { publicationById, readPublication, writePublication } from './publication.js'

/** @throws ComityError BUNDLE_REFUSED with file, line and reason */
async function requireSound({ db, viewer, policyVersion }: Context, text: string): Promise<void> {
  const files = await filesOf(db, policyVersion)
  try {
    checkBundle(files, viewer.jurisdiction, text)
  } catch (error) {
    if (error instanceof PolicyError) throw new ComityError('BUNDLE_REFUSED', `${error.message}.`)
    throw error
  }
}

/**
 * A jurisdiction publishes its bundle: signed, then read beside all the others, then written; every process puts it in force
 * within two seconds, on its day. It takes the place of what the jurisdiction had.
 * @throws ComityError BAD_INPUT, OTHER_JURISDICTION, BUNDLE_SIGNATURE_REFUSED, BUNDLE_REFUSED, IDEMPOTENCY_KEY_REUSED
 */
export async function publishBundle(
  context: Context,
  input: PublishBundleInput,
  idempotencyKey: string,
): Promise<Bundle | null> {
  const call: MutationCall = {
    subgraph: 'agencies',
    viewer: context.viewer.subject,
    mutation: 'publishBundle',
    key: idempotencyKey,
    input,
    now: context.now,
  }
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return publicationById(context, earlier.id)

  const publication = await readPublication(context, input, input.text)
  await requireSound(context, input.text)
  const { id } = await once(context.db, call, (tx: Tx<AgenciesDb>) => writePublication(tx, context, publication))
  return publicationById(context, id)
}
