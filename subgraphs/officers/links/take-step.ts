import { ComityError } from '../../../contract/errors.js'
import { newId } from '../../../contract/ids.js'
import type { OfficersDb, Tx } from '../../../prisma/client.js'
import type { OfficerLink as OfficerLinkRow } from '../../../prisma/client/client.js'
import type { Context } from '../context.js'
import { endStrayGrants, joinAsLinked, takeTurns } from './join-officers.js'
import type { LinkRow } from './link.repository.js'
import type { LinkState } from './link.type.js'

export interface Step {
  readonly state: LinkState
  /** The record for which the viewer acts. */
  readonly actedFor: string
  readonly reason: string | null
  readonly identifiers?: readonly object[]
}

/** Plain JSON for a JSON column. */
const json = (value: unknown): object => JSON.parse(JSON.stringify(value)) as object

/** Adds to the history what the link has become. */
export async function recordStep(
  tx: Tx<OfficersDb>,
  { viewer, now }: Context,
  link: Pick<OfficerLinkRow, 'id' | 'version' | 'method' | 'score' | 'gates' | 'modelVersion'>,
  { state, actedFor, reason, identifiers = [] }: Step,
): Promise<void> {
  const { id, version, method, score, gates, modelVersion } = link
  await tx.officerLinkStep.create({
    data: {
      id: newId('OfficerLinkStep'),
      linkId: id,
      version,
      state,
      actor: viewer.subject,
      agency: viewer.agency,
      actedFor,
      reason,
      identifiers: json(identifiers),
      method,
      score,
      gates,
      modelVersion,
      effectiveAt: now,
      recordedAt: now,
    },
  })
}

/**
 * Takes a link from the state in which it was read to the next, and makes of its officers what follows: all in the
 * transaction of the caller.
 * @returns the officers of the first and of the second record's side
 * @throws ComityError LINK_NOT_OPEN where somebody took a step meanwhile
 */
export async function takeStep(
  tx: Tx<OfficersDb>,
  context: Context,
  link: LinkRow,
  step: Step,
): Promise<readonly [string[], string[]]> {
  const { now } = context
  await takeTurns(tx)
  const version = link.version + 1
  const { count } = await tx.officerLink.updateMany({
    where: { id: link.id, version: link.version },
    data: {
      state: step.state,
      version,
      ...(step.state === 'CONFIRMED' && { confirmedAt: link.confirmedAt ?? now }),
    },
  })
  if (count !== 1) throw new ComityError('LINK_NOT_OPEN')
  await recordStep(tx, context, { ...link, version }, step)
  const sides = await joinAsLinked(tx, [link.first.officerId, link.second.officerId])
  await endStrayGrants(tx, sides.flat(), now)
  return sides
}
