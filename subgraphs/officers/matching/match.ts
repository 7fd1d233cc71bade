import { MODEL, type Model } from './model.js'
import { contradicts, decide, holdBackRivals } from './outcome.js'
import { prepareCandidate, prepareRecord, type PreparedCandidate } from './prepare.js'
import { compare, logistic } from './score.js'
import type { Candidate, MatchableRecord, Profile, RecordScore, ScoredMatch } from './types.js'

interface Scored extends RecordScore {
  readonly contradicted: boolean
}

function scorePrepared(candidate: PreparedCandidate, record: MatchableRecord, model: Model, profile: Profile): Scored {
  const comparison = compare(candidate, prepareRecord(record), model, profile)
  const { recordId, officerId, ownerJurisdiction } = record
  const { total, explanations, levels } = comparison
  const score = logistic(total + model.prior)
  const { outcome, gates } = decide(comparison, model)
  return {
    recordId,
    officerId,
    ownerJurisdiction,
    outcome,
    total,
    score,
    explanations,
    gates,
    contradicted: contradicts(levels),
  }
}

function withoutMark(scored: Scored): RecordScore {
  const { recordId, officerId, ownerJurisdiction, outcome, total, score, explanations, gates } = scored
  return { recordId, officerId, ownerJurisdiction, outcome, total, score, explanations, gates }
}

/** One candidate against one record, matched or not. */
export function scoreRecord(
  candidate: Candidate,
  record: MatchableRecord,
  model: Model = MODEL,
  profile: Profile = 'STRICT',
): RecordScore {
  return withoutMark(scorePrepared(prepareCandidate(candidate), record, model, profile))
}

const RANK = { LIKELY: 2, POSSIBLE: 1, none: 0 } as const
const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Best first; ids break ties, so that the order never depends on that of the records. */
function bestFirst(a: RecordScore, b: RecordScore): number {
  const rank = RANK[b.outcome ?? 'none'] - RANK[a.outcome ?? 'none']
  return rank || b.total - a.total || byId(a.recordId, b.recordId)
}

/** What an officer's records say together: the best speaks, a contradiction in another holds it back. */
function ofOfficer(scored: readonly Scored[], model: Model): ScoredMatch | null {
  const sorted = [...scored].sort(bestFirst)
  const [best, ...others] = sorted
  if (!best || best.outcome === null) return null
  const heldBack = best.outcome === 'LIKELY' && others.some(({ contradicted }) => contradicted)
  return {
    ...withoutMark(best),
    outcome: heldBack ? 'POSSIBLE' : best.outcome,
    gates: heldBack ? [...best.gates, 'LINKED_RECORD_CONTRADICTS'] : best.gates,
    records: sorted.map(withoutMark),
    modelVersion: model.version,
  }
}

/**
 * The officers whose records may be the candidate's, best first, at most one LIKELY. The records are those that the
 * blocking keys found and that the viewer may have compared; their order does not matter.
 */
export function matchCandidate(
  candidate: Candidate,
  records: readonly MatchableRecord[],
  model: Model = MODEL,
  profile: Profile = 'STRICT',
): ScoredMatch[] {
  const prepared = prepareCandidate(candidate)
  const byOfficer = new Map<string, Scored[]>()
  for (const record of new Map(records.map((one) => [one.recordId, one])).values()) {
    const scored = scorePrepared(prepared, record, model, profile)
    const known = byOfficer.get(record.officerId)
    if (known) known.push(scored)
    else byOfficer.set(record.officerId, [scored])
  }
  const matches = [...byOfficer.values()].flatMap((scored) => ofOfficer(scored, model) ?? [])
  return holdBackRivals(matches.sort(bestFirst), model).sort(bestFirst)
}
