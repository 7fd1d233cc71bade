import type { Access, RecordFacts } from '../../../policy/index.js'
import type { OfficerLinkStep as StepRow } from '../../../prisma/client/client.js'
import { type PageArgs, pageOf, toConnection } from '../../kit/connection.js'
import { countOf } from '../../kit/known.js'
import { loaderOfMany } from '../../kit/loader.js'
import { present } from '../../kit/present.js'
import type { IdentifierKind } from '../check/adjudication.input.js'
import { toExplanation } from '../check/read-check.js'
import type { Context } from '../context.js'
import { type Explanation, GATE_SENTENCES } from '../matching/index.js'
import { agencyRef } from '../officer.type.js'
import { countLinks, findLinks, type LinkCriteria, type LinkRow, listLinks, stepsOf } from './link.repository.js'
import type { LinkMethod, LinkState, OfficerLink, OfficerLinkStep } from './link.type.js'

/** A link as it is shown, with its rows for the fields that are resolved by themselves. */
export type LinkNode = OfficerLink & { readonly row: LinkRow }

const scopesOf = ({ access }: Context) => ({
  own: access.scopeForFilter('IdentityRecord', ['P2']),
  other: access.scope('match', 'IdentityRecord'),
})

/** What nobody has confirmed yet is a question between the owners: it is told to those who may decide on it. */
function criteriaOf({ access }: Context, state: LinkState | null = null): LinkCriteria {
  return { state, onceConfirmed: access.decideViewer('do:adjudicateOfficerLink').effect === 'deny' }
}

/** May the viewer speak for the record: keeps it, or is its subject? */
export function isOwn(access: Access, record: RecordFacts): boolean {
  return (
    access.allows('know:IdentityRecord', 'IdentityRecord', record) && access.allows('read:P2', 'IdentityRecord', record)
  )
}

/** May the viewer act for its owner? */
export function isKept(access: Access, record: RecordFacts): boolean {
  return isOwn(access, record) && access.allows('store', 'IdentityRecord', record)
}

/** A link that the viewer may know of, by its id; null alike for others and for none. */
export async function knownLink(context: Context, id: string): Promise<LinkRow | null> {
  return (await findLinks(context.db, context.access, scopesOf(context), criteriaOf(context), [id]))[0] ?? null
}

const sentenceOf = (gate: string): string => GATE_SENTENCES[gate as keyof typeof GATE_SENTENCES]

/** Tells of both records that they may be of one person: it is a disclosure about each. */
function toNode(context: Context, row: LinkRow): LinkNode {
  context.collector.disclose('OfficerLink', row.id, [row.firstRecord, row.secondRecord], 'P1')
  return {
    id: row.id,
    // CHECK constraints of the migrations hold these columns to the enumerations.
    state: row.state as LinkState,
    method: row.method as LinkMethod,
    score: row.score,
    // Written by propose-links.ts from these types.
    explanations: (row.explanations as unknown as Explanation[]).map(toExplanation),
    gates: row.gates.map(sentenceOf),
    modelVersion: row.modelVersion,
    proposedAt: row.proposedAt.toISOString(),
    ends: [row.first, row.second].map((end, index) => ({
      id: `${row.id}.${index + 1}`,
      jurisdiction: end.ownerJurisdiction,
      recordId: end.id,
      officer: null,
    })),
    row,
  }
}

export async function presentedLinks(context: Context, ids: readonly string[]): Promise<LinkNode[]> {
  const rows = await findLinks(context.db, context.access, scopesOf(context), criteriaOf(context), ids)
  return rows.map((row) => toNode(context, row))
}

/** @throws ComityError PAGE_TOO_LARGE, CURSOR_INVALID */
export async function linksBy(context: Context, state: LinkState | null, args: PageArgs) {
  const page = pageOf(context, 'Query.officerLinks', { state }, args)
  const [scopes, criteria] = [scopesOf(context), criteriaOf(context, state)]
  const listed = await listLinks(context.db, context.access, scopes, criteria, page)
  const count = countOf(listed, () => countLinks(context.db, scopes, criteria))
  return toConnection(
    context,
    page,
    listed.rows.map((row) => toNode(context, row)),
    count,
  )
}

function presentStep({ access }: Context, step: StepRow, { first, second }: LinkRow): OfficerLinkStep {
  // What was written is of the record for which it was: the other owner's reader reads what, who and when.
  const actedFor = step.actedFor === first.id ? first : second
  return present<OfficerLinkStep>(access, 'OfficerLinkStep', 'IdentityRecord', [actedFor], {
    id: step.id,
    state: step.state as LinkState,
    at: step.recordedAt.toISOString(),
    effectiveAt: step.effectiveAt.toISOString(),
    agency: step.agency === 'NONE' ? null : agencyRef(step.agency),
    reason: step.reason,
    identifierKinds: (step.identifiers as unknown as { kind: IdentifierKind }[]).map(({ kind }) => kind),
    method: step.method as LinkMethod,
    score: step.score,
    gates: step.gates.map(sentenceOf),
    modelVersion: step.modelVersion,
  })
}

/** Every step, the latest first. @throws ComityError PAGE_TOO_LARGE, CURSOR_INVALID */
export async function historyOf(context: Context, link: LinkNode, args: PageArgs) {
  const page = pageOf(context, `OfficerLink.history/${link.id}`, null, args)
  const all = await loaderOfMany(context, 'linkSteps', (ids) => stepsOf(context.db, ids)).load(link.id)
  const from = page.afterId === null ? 0 : all.findIndex(({ id }) => id === page.afterId) + 1
  return toConnection(
    context,
    page,
    all.slice(from, from + page.take).map((step) => presentStep(context, step, link.row)),
    () => Promise.resolve(all.length),
  )
}
