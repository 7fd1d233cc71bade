import { present } from '../../kit/present.js'
import { loaderById } from '../../kit/loader.js'
import { type Context, knownSpells, officerById } from '../context.js'
import { spellFactsOf, spellsOf } from '../employment.repository.js'
import type { Employment } from '../employment.type.js'
import type { Explanation, FormerEmployer } from '../matching/index.js'
import { type FullCheck, findChecks } from './check.repository.js'
import type {
  Adjudication,
  BackgroundCheck,
  CheckStatus,
  Match,
  MatchExplanation,
  MatchOutcome,
  ReconciliationLine,
  ReconciliationResult,
  SourceAnswer,
  Verdict,
} from './check.type.js'
import { type Line, reconcile } from './reconciliation.js'

/** Under every answer (rulings.md, "Wording"). */
export const NOTICE =
  'A pointer, not a finding about your candidate. Contact the source before you act. A listing does not by itself bar hire.'

export function knownChecks(context: Context) {
  return context.access.scope('know:BackgroundCheck', 'BackgroundCheck')
}

export function toExplanation(row: Explanation): MatchExplanation {
  return {
    feature: row.feature,
    verdict: row.verdict as Verdict,
    score: row.score,
    weight: row.weight,
    detail: row.detail,
  }
}

/** Whether the comparison, or a person, has said who it is: until then nobody is told (rulings.md, "Matches"). */
function isOpened({ outcome, adjudication }: { readonly outcome: string; readonly adjudication: string }): boolean {
  return adjudication === 'CONFIRMED' || (outcome === 'LIKELY' && adjudication === 'OPEN')
}

/** `officer` is resolved besides by its own row scope. */
function toMatch(row: FullCheck['matches'][number]): Omit<Match, 'officer'> & { officerId: string } {
  return {
    id: row.id,
    officerId: row.officerId,
    score: row.score,
    outcome: row.outcome as MatchOutcome,
    sourceJurisdiction: row.sourceJurisdiction,
    // Written by createCheck from these types.
    explanations: (row.explanations as unknown as Explanation[]).map(toExplanation),
    adjudication: row.adjudication as Adjudication,
    adjudicatedAt: row.adjudicatedAt?.toISOString() ?? null,
    adjudicatedBy: row.adjudicatedBy,
  }
}

function checkById(context: Context, id: string): Promise<FullCheck | null> {
  return loaderById(context, 'checkById', (ids) =>
    findChecks(context.db, context.access, knownChecks(context), ids),
  ).load(id)
}

/** The check as the viewer may see it; null alike for another agency's and for none. */
export async function presentedCheck(context: Context, id: string): Promise<BackgroundCheck | null> {
  const row = await checkById(context, id)
  if (!row) return null
  return present<BackgroundCheck>(context.access, 'BackgroundCheck', 'BackgroundCheck', [row], {
    id: row.id,
    status: row.status as CheckStatus,
    requestedAt: row.requestedAt.toISOString(),
    caseReference: row.caseReference,
    matches: row.matches.map((match) => ({ ...toMatch(match), officer: null })),
    sources: row.sources as unknown as SourceAnswer[],
    notice: NOTICE,
    policyVersion: row.policyVersion,
  })
}

/**
 * The officer of a match that is opened, as far as the viewer may know of him or her. To one who knows of everybody, an
 * auditor, the row scope alone would tell who a POSSIBLE match may be.
 */
export function officerOfMatch(context: Context, match: Match & { officerId?: string }) {
  return match.officerId === undefined || !isOpened(match) ? null : officerById(context, match.officerId)
}

function toLine(line: Line, spells: ReadonlyMap<string, Employment>): ReconciliationLine {
  return {
    claimed: line.claimed && {
      agency: line.claimed.agency,
      from: line.claimed.from?.value ?? null,
      to: line.claimed.to?.value ?? null,
    },
    recorded: (line.recorded && spells.get(line.recorded.id)) ?? null,
    result: line.result as ReconciliationResult,
  }
}

/** Computed from the spells that the viewer may know of now, of the persons that the check has opened. */
export async function reconciliationOf(context: Context, check: BackgroundCheck): Promise<ReconciliationLine[]> {
  const row = await checkById(context, check.id)
  if (!row) return []
  const records = row.matches.filter(isOpened).flatMap((match) => match.subjectRecords)
  // Comparing dates with a claim tells them: only spells whose dates the viewer may read take part.
  const facts = await spellFactsOf(
    context.db,
    context.access,
    context.access.scopeForFilter('Employment', ['P3a']),
    records,
  )
  const shown = await spellsOf(context.db, context.access, knownSpells(context), records)
  const byId = new Map([...shown.values()].flat().map((spell) => [spell.id, spell]))
  return reconcile(row.formerEmployers as unknown as FormerEmployer[], facts).map((line) => toLine(line, byId))
}
