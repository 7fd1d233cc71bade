import { z } from 'zod'
import { bundleDigest, isSignedBundle } from '../../../contract/bundle-signature.js'
import { epochDay } from '../../../contract/clock.js'
import { ComityError } from '../../../contract/errors.js'
import { newId } from '../../../contract/ids.js'
import type { AgenciesDb, Tx } from '../../../prisma/client.js'
import { dayText, parseInput, shortText } from '../../kit/input.js'
import type { Context } from '../context.js'
import { listBundles } from './bundle.repository.js'
import type { Bundle, WithdrawBundleInput } from './bundle.type.js'

/** What is signed of a publication; of its text, the digest. */
export interface Publication {
  readonly effectiveFrom: Date
  readonly keyId: string
  readonly signature: string
  /** Null: a withdrawal. */
  readonly text: string | null
}

const publicationForm = (today: number) =>
  z.object({
    jurisdiction: shortText(64),
    // Rules do not act on days that are over.
    effectiveFrom: dayText.refine((day) => epochDay(day) >= today, 'must be today or later'),
    keyId: shortText(64),
    signature: shortText(128),
  })

/** @throws ComityError BAD_INPUT, OTHER_JURISDICTION, BUNDLE_SIGNATURE_REFUSED */
export async function readPublication(
  context: Context,
  input: WithdrawBundleInput,
  text: string | null,
): Promise<Publication> {
  const { viewer, today, db } = context
  const { jurisdiction, effectiveFrom, keyId, signature } = parseInput(publicationForm(today), input, 'input')
  if (jurisdiction !== viewer.jurisdiction) throw new ComityError('OTHER_JURISDICTION')
  const key = await db.policyKey.findUnique({ where: { jurisdiction_keyId: { jurisdiction, keyId } } })
  const statement = {
    jurisdiction,
    effectiveFrom: effectiveFrom.toISOString().slice(0, 10),
    sha256: bundleDigest(text),
  }
  const holds = key !== null && epochDay(key.from) <= today && today < epochDay(key.until)
  if (!holds || !isSignedBundle(key.publicKey, statement, signature)) throw new ComityError('BUNDLE_SIGNATURE_REFUSED')
  return { effectiveFrom, keyId, signature, text }
}

/** Epoch, publication and assertion in the caller's transaction. */
export async function writePublication(
  tx: Tx<AgenciesDb>,
  { viewer, now }: Context,
  publication: Publication,
): Promise<{ id: string }> {
  // First, because its row is locked until the end: publications are numbered in the order in which they are committed,
  // and whoever has seen the highest number has seen them all.
  await tx.hubState.update({ where: { id: 1 }, data: { epoch: { increment: 1 } } })
  const id = newId('BundlePublication')
  await tx.bundlePublication.create({
    data: {
      ...publication,
      id,
      jurisdiction: viewer.jurisdiction,
      publishedBy: viewer.subject,
      sha256: bundleDigest(publication.text),
      recordedAt: now,
    },
  })
  return { id }
}

/** The publication as it stands now. */
export async function publicationById(context: Context, id: string): Promise<Bundle | null> {
  const bundles = await listBundles(context.db, context.policySet, context.today)
  return bundles.find(({ publication }) => publication === id) ?? null
}
