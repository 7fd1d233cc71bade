import { z } from 'zod'
import { ComityError } from '../../../contract/errors.js'
import { caseRulesOf } from '../../../policy/index.js'
import { once } from '../../kit/idempotency.js'
import { parseInput, shortText } from '../../kit/input.js'
import type { Context } from '../context.js'
import { servesAt } from './candidates.repository.js'
import { endGrants, grantRecords, opensAnother, recordsStillOf } from './case.repository.js'
import { adjudicate, findMatch } from './check.repository.js'
import { noticeDismissal } from './fishing.js'
import { AdjudicationDecision, type AdjudicationInput, IdentifierKind } from './adjudication.input.js'
import { knownChecks, presentedCheck } from './read-check.js'

const form = z.object({
  matchId: z.string().max(64),
  decision: z.enum(AdjudicationDecision),
  reason: shortText(1_000),
  identifiers: z
    .array(z.object({ kind: z.enum(IdentifierKind), comparedWith: shortText(200) }))
    .max(10)
    .nullish()
    .transform((rows) => rows ?? []),
})

const IDENTIFIERS_MIN = 2

/**
 * A person decides whether the match is the candidate. Confirming takes two independent identifiers, of which a name is
 * none, and opens the records to this case alone; dismissing ends what was open.
 * @throws ComityError BAD_INPUT, MATCH_NOT_OPEN, IDENTIFIERS_INSUFFICIENT, CASE_HAS_CONFIRMED_PERSON,
 * CASE_CLOSED, WAIVER_WITHDRAWN, OWN_EMPLOYEE
 */
export async function adjudicateMatch(context: Context, input: AdjudicationInput, idempotencyKey: string) {
  const { viewer, now } = context
  const decided = parseInput(form, input, 'input')
  const confirm = decided.decision === AdjudicationDecision.CONFIRM
  if (confirm && new Set(decided.identifiers.map((row) => row.kind)).size < IDENTIFIERS_MIN) {
    throw new ComityError('IDENTIFIERS_INSUFFICIENT', 'input.identifiers.')
  }
  const match = await findMatch(context.db, context.access, knownChecks(context), decided.matchId)
  if (!match || !context.case || match.check.caseId !== context.case.id) throw new ComityError('MATCH_NOT_OPEN')
  if (context.case.closed) throw new ComityError('CASE_CLOSED')
  const rules = caseRulesOf(viewer.purpose)
  if (rules?.takesWaiver && !context.case.waiverCovers) throw new ComityError('WAIVER_WITHDRAWN')
  const caseId = context.case.id
  const records = context.access.scope('match', 'IdentityRecord')
  const spells = context.access.scope('match', 'Employment')
  // A name alone is never LIKELY, so that the check itself could not tell.
  if (
    confirm &&
    !rules?.ownEmployees &&
    (await servesAt(context.db, context.access, spells, viewer.agency, match.subjectRecords))
  )
    throw new ComityError('OWN_EMPLOYEE')

  const call = {
    subgraph: 'officers' as const,
    viewer: viewer.subject,
    mutation: 'adjudicateMatch',
    key: idempotencyKey,
    input,
    now,
  }
  const { id } = await once(context.db, call, async (tx) => {
    if (confirm && (await opensAnother(tx, records, caseId, match.officerId)))
      throw new ComityError('CASE_HAS_CONFIRMED_PERSON')
    // What was dismissed earlier asks for nothing; a person who knows better may still confirm it.
    const open = match.adjudication === 'OPEN' || (confirm && match.adjudication === 'DISMISSED_EARLIER')
    const first =
      open &&
      (await adjudicate(tx, match, {
        adjudication: confirm ? 'CONFIRMED' : 'DISMISSED',
        by: viewer.subject,
        reason: decided.reason,
        identifiers: decided.identifiers,
        now,
      }))
    if (!first) throw new ComityError('MATCH_NOT_OPEN')
    if (confirm) {
      await grantRecords(
        tx,
        { caseId, agency: viewer.agency, officerId: match.officerId, level: 'CONFIRMED', now },
        await recordsStillOf(tx, records, match),
      )
    } else {
      await endGrants(tx, caseId, match, now)
      await noticeDismissal(tx, { viewer, now })
    }
    return { id: match.checkId }
  })
  await context.refresh()
  return presentedCheck(context, id)
}
