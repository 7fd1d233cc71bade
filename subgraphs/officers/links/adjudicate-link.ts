import { ComityError } from '../../../contract/errors.js'
import { toFacts } from '../../kit/facts.js'
import { once, storedResult } from '../../kit/idempotency.js'
import { parseInput } from '../../kit/input.js'
import type { Context } from '../context.js'
import { restoreSelf } from './join-officers.js'
import { callOf, decisionForm, unlinkForm } from './link-form.js'
import { type LinkRow, stepsOf } from './link.repository.js'
import { type AdjudicateOfficerLinkInput, LinkDecision, type UnlinkOfficersInput } from './link.type.js'
import { isKept, knownLink, type LinkNode, presentedLinks } from './read-links.js'
import { takeStep } from './take-step.js'

const IDENTIFIERS_MIN = 2

/** The record for which the viewer may decide: of a proposal the one for which it was not made; of what is contested either. */
function decidedFor({ access }: Context, link: LinkRow): string {
  const ends = [link.first, link.second].filter((end) => isKept(access, toFacts(end)))
  const open =
    link.state === 'PROPOSED'
      ? ends.filter(({ id }) => id !== link.proposedFor)
      : link.state === 'CONTESTED'
        ? ends
        : []
  if (!open[0]) throw new ComityError('LINK_NOT_OPEN')
  return open[0].id
}

/** Two people stand behind every link, and a third behind one that the officer has contested. */
async function requireAnother({ db, viewer }: Context, link: LinkRow): Promise<void> {
  const steps = (await stepsOf(db, [link.id])).get(link.id) ?? []
  const spoke = steps.some(
    ({ state, actor }) => (state === 'PROPOSED' || state === 'CONFIRMED') && actor === viewer.subject,
  )
  if (spoke) throw new ComityError('LINK_NEEDS_ANOTHER_PERSON')
}

async function one(context: Context, id: string): Promise<LinkNode | null> {
  return (await presentedLinks(context, [id]))[0] ?? null
}

/**
 * A person of the other owner decides whether two records are of one person; of what the officer contested, one who has had
 * no part in it. Confirming takes two independent identifiers, of which a name is none.
 * @throws ComityError BAD_INPUT, IDENTIFIERS_INSUFFICIENT, LINK_NOT_OPEN, LINK_NEEDS_ANOTHER_PERSON,
 * IDEMPOTENCY_KEY_REUSED
 */
export async function adjudicateOfficerLink(context: Context, input: AdjudicateOfficerLinkInput, key: string) {
  const call = callOf(context, 'adjudicateOfficerLink', key, input)
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return one(context, earlier.id)

  const { linkId, decision, reason, identifiers } = parseInput(decisionForm, input, 'input')
  const confirm = decision === LinkDecision.CONFIRM
  if (confirm && new Set(identifiers.map(({ kind }) => kind)).size < IDENTIFIERS_MIN)
    throw new ComityError('IDENTIFIERS_INSUFFICIENT', 'input.identifiers.')
  const link = await knownLink(context, linkId)
  if (!link) throw new ComityError('LINK_NOT_OPEN')
  const actedFor = decidedFor(context, link)
  if (confirm) await requireAnother(context, link)

  const { id } = await once(context.db, call, async (tx) => {
    await takeStep(tx, context, link, { state: confirm ? 'CONFIRMED' : 'REJECTED', actedFor, reason, identifiers })
    if (confirm) await restoreSelf(tx, link.id)
    return { id: link.id }
  })
  await context.refresh()
  return one(context, id)
}

/**
 * Whoever keeps one of the two records undoes the link: the officers are again what they were, with their records.
 * @throws ComityError BAD_INPUT, LINK_NOT_OPEN, IDEMPOTENCY_KEY_REUSED
 */
export async function unlinkOfficers(context: Context, input: UnlinkOfficersInput, key: string) {
  const call = callOf(context, 'unlinkOfficers', key, input)
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return one(context, earlier.id)

  const { linkId, reason } = parseInput(unlinkForm, input, 'input')
  const link = await knownLink(context, linkId)
  const kept = link && [link.first, link.second].find((end) => isKept(context.access, toFacts(end)))
  if (!kept || link.state !== 'CONFIRMED') throw new ComityError('LINK_NOT_OPEN')

  const { id } = await once(context.db, call, async (tx) => {
    await takeStep(tx, context, link, { state: 'UNLINKED', actedFor: kept.id, reason })
    return { id: link.id }
  })
  await context.refresh()
  return one(context, id)
}
