import { ComityError } from '../../../contract/errors.js'
import { newId } from '../../../contract/ids.js'
import type { OfficersDb, Tx } from '../../../prisma/client.js'
import { once, storedResult } from '../../kit/idempotency.js'
import { parseInput } from '../../kit/input.js'
import type { Context } from '../context.js'
import { MODEL } from '../matching/index.js'
import { keptRecordsOf, type Pair, pairsFound, pairWith } from './compare-officers.js'
import { takeTurns } from './join-officers.js'
import { callOf, proposalForm } from './link-form.js'
import type { LinkMethod, LinkState, ProposeOfficerLinksInput } from './link.type.js'
import { type LinkNode, presentedLinks } from './read-links.js'
import { recordStep } from './take-step.js'

interface Proposal {
  readonly method: LinkMethod
  readonly reason: string | null
}

/** What was decided against is proposed again by a person who says why, and by no matcher. */
const DECIDED_AGAINST: readonly LinkState[] = ['REJECTED', 'UNLINKED']

/** The id of the pair's link, proposed now or before; null where it was decided against and nobody says why to ask again. */
async function propose(
  tx: Tx<OfficersDb>,
  context: Context,
  { own, other, compared }: Pair,
  { method, reason }: Proposal,
): Promise<string | null> {
  const ownRecord = own.record.recordId
  const [firstRecord = '', secondRecord = ''] = [ownRecord, other.record.recordId].sort()
  const known = await tx.officerLink.findUnique({
    where: { firstRecord_secondRecord: { firstRecord, secondRecord } },
  })
  if (known) {
    const against = DECIDED_AGAINST.some((state) => state === known.state)
    if (!against) return known.id
    if (method === 'MATCHER') return null
  }
  const said = {
    state: 'PROPOSED',
    method,
    proposedFor: ownRecord,
    proposedAt: context.now,
    score: compared.score,
    gates: [...compared.gates],
    explanations: JSON.parse(JSON.stringify(compared.explanations)) as object,
    modelVersion: MODEL.version,
  }
  const link = known
    ? await tx.officerLink.update({ where: { id: known.id }, data: { ...said, version: known.version + 1 } })
    : await tx.officerLink.create({
        data: { ...said, id: newId('OfficerLink'), firstRecord, secondRecord, version: 1 },
      })
  await recordStep(tx, context, link, { state: 'PROPOSED', actedFor: ownRecord, reason })
  return link.id
}

async function pairsOf(context: Context, officerId: string, otherOfficerId: string | null): Promise<readonly Pair[]> {
  const own = await keptRecordsOf(context, officerId)
  if (own.length === 0) throw new ComityError('LINK_ENDS_UNKNOWN')
  if (otherOfficerId === null) return pairsFound(context, own)
  const pair = await pairWith(context, own, otherOfficerId)
  if (!pair) throw new ComityError('LINK_ENDS_UNKNOWN')
  return [pair]
}

/**
 * Asks whether an officer of whom the viewer's agency keeps a record is one whom another owner knows. A person names the
 * other, whom they may know of; or the matcher looks among the records that may be compared, and tells whose they are and
 * what agrees. Nothing is joined by it.
 * @throws ComityError BAD_INPUT, LINK_ENDS_UNKNOWN, IDEMPOTENCY_KEY_REUSED
 */
export async function proposeOfficerLinks(
  context: Context,
  input: ProposeOfficerLinksInput,
  key: string,
): Promise<LinkNode[]> {
  const call = callOf(context, 'proposeOfficerLinks', key, input)
  const earlier = await storedResult<{ ids: string[] }>(context.db, call)
  if (earlier) return presentedLinks(context, earlier.ids)

  const { officerId, otherOfficerId, reason } = parseInput(proposalForm, input, 'input')
  const pairs = await pairsOf(context, officerId, otherOfficerId)
  const proposal: Proposal = { method: otherOfficerId === null ? 'MATCHER' : 'PERSON', reason }
  const { ids } = await once(context.db, call, async (tx) => {
    await takeTurns(tx)
    const ids: string[] = []
    for (const pair of pairs) {
      const id = await propose(tx, context, pair, proposal)
      if (id !== null) ids.push(id)
    }
    return { ids }
  })
  await context.refresh()
  return presentedLinks(context, ids)
}
