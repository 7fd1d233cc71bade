import { ComityError } from '../../../contract/errors.js'
import { toFacts } from '../../kit/facts.js'
import { once, storedResult } from '../../kit/idempotency.js'
import { parseInput } from '../../kit/input.js'
import type { Context } from '../context.js'
import { suspendSelf } from './join-officers.js'
import { callOf, claimForm } from './link-form.js'
import type { ClaimNotMeInput } from './link.type.js'
import { isOwn, knownLink, presentedLinks } from './read-links.js'
import { takeStep } from './take-step.js'

/**
 * An officer says that a record which counts as theirs is of somebody else. From then on, and until a person who has had no
 * part in the link confirms it, the two are two persons for everybody: for cases that the link had opened, and for the
 * officer's own login. Nobody has to believe the claim for that: an accusation that may be another's does not wait.
 * @throws ComityError BAD_INPUT, LINK_NOT_OPEN, IDEMPOTENCY_KEY_REUSED
 */
export async function claimNotMe(context: Context, input: ClaimNotMeInput, key: string) {
  const call = callOf(context, 'claimNotMe', key, input)
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return (await presentedLinks(context, [earlier.id]))[0] ?? null

  const { endId, statement } = parseInput(claimForm, input, 'input')
  const link = await knownLink(context, endId.linkId)
  // They speak as the person of the other record, which stays theirs.
  const own = link && (endId.isFirst ? link.second : link.first)
  if (!own || link.state !== 'CONFIRMED' || !isOwn(context.access, toFacts(own))) throw new ComityError('LINK_NOT_OPEN')

  const { id } = await once(context.db, call, async (tx) => {
    const [first, second] = await takeStep(tx, context, link, {
      state: 'CONTESTED',
      actedFor: own.id,
      reason: statement,
    })
    await suspendSelf(tx, context.viewer.subject, endId.isFirst ? first : second, link.id)
    return { id: link.id }
  })
  await context.refresh()
  return (await presentedLinks(context, [id]))[0] ?? null
}
