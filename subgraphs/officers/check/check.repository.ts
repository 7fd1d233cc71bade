import { newId } from '../../../contract/ids.js'
import { FAR_FUTURE, FAR_PAST } from '../../../contract/clock.js'
import type { OfficersDb, Tx } from '../../../prisma/client.js'
import type { BackgroundCheck as CheckRow, Match as MatchRow } from '../../../prisma/client/client.js'
import { NOTHING, toWhere } from '../../../prisma/where.js'
import type { Access, RecordKind, RowScope } from '../../../policy/index.js'
import { knownRows } from '../../kit/known.js'
import type { Viewer } from '../../../contract/viewer.js'
import type { Candidate, Explanation } from '../matching/index.js'
import type { StoredAnswer } from './sources.js'

/** A check with its matches, and the reference of the case in which it was requested. */
export type FullCheck = CheckRow & { matches: MatchRow[]; caseReference: string | null }

/** Who said that a match is not the candidate, and when. */
export interface Dismissal {
  readonly by: string
  readonly at: Date
}

export interface NewMatch {
  /** The officer of the record that agrees best. */
  readonly officerId: string
  readonly subjectRecords: readonly string[]
  readonly sourceJurisdiction: string
  readonly score: number
  readonly outcome: 'LIKELY' | 'POSSIBLE'
  readonly explanations: readonly Explanation[]
  readonly evidence: string
}

export interface NewCheck {
  readonly kind: RecordKind
  readonly caseId: string
  readonly viewer: Viewer
  readonly now: Date
  readonly candidate: Candidate
  readonly candidateDigest: string
  readonly sources: readonly StoredAnswer[]
  readonly policyVersion: string
  readonly modelVersion: string
  readonly matches: readonly NewMatch[]
  /** Of matches, what the agency remembers. */
  readonly dismissed: ReadonlyMap<NewMatch, Dismissal>
}

/** The facts of a check: owned by the requesting agency, about no person by itself. */
function checkFacts(id: string, check: NewCheck) {
  const { kind, viewer, now } = check
  return {
    id,
    ownerJurisdiction: viewer.jurisdiction,
    ownerClass: viewer.jurisdictionClass,
    ownerAgency: viewer.agency,
    decidingAuthority: 'NONE',
    subjectRecord: 'NONE',
    kind,
    ownerKind: `${viewer.jurisdiction}/${kind}`,
    stage: 'NONE',
    admitted: true,
    admissionBasis: 'RECORDED',
    sealed: false,
    subjectNoticed: true,
    counterSigned: false,
    nexus: 'UNKNOWN',
    pointerAllowed: false,
    decidedEarliest: FAR_PAST,
    decidedLatest: FAR_FUTURE,
    validFrom: FAR_PAST,
    validUntil: FAR_FUTURE,
    namedOwners: [],
    effectiveAt: now,
    recordedAt: now,
  }
}

/** Plain JSON for a JSON column. */
function json(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object
}

export async function createCheck(tx: Tx<OfficersDb>, check: NewCheck): Promise<string> {
  const id = newId('BackgroundCheck')
  const open = check.matches.some((match) => match.outcome === 'POSSIBLE' && !check.dismissed.has(match))
  await tx.backgroundCheck.create({
    data: {
      ...checkFacts(id, check),
      caseId: check.caseId,
      requestedBy: check.viewer.subject,
      requestedAt: check.now,
      status: open ? 'NEEDS_ADJUDICATION' : 'COMPLETED',
      candidateDigest: check.candidateDigest,
      candidate: json(check.candidate),
      formerEmployers: json(check.candidate.formerEmployers),
      sources: json(check.sources),
      policyVersion: check.policyVersion,
      modelVersion: check.modelVersion,
    },
  })
  for (const match of check.matches) {
    const dismissed = check.dismissed.get(match)
    await tx.match.create({
      data: {
        id: newId('Match'),
        checkId: id,
        officerId: match.officerId,
        subjectRecords: [...match.subjectRecords],
        sourceJurisdiction: match.sourceJurisdiction,
        score: match.score,
        outcome: match.outcome,
        explanations: json(match.explanations),
        evidence: match.evidence,
        adjudication: dismissed ? 'DISMISSED_EARLIER' : 'OPEN',
        adjudicatedBy: dismissed?.by ?? null,
        adjudicatedAt: dismissed?.at ?? null,
      },
    })
  }
  return id
}

const MATCHES = { matches: { orderBy: [{ score: 'desc' }, { id: 'asc' }] } } as const satisfies object

export async function findChecks(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<FullCheck[]> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return []
  const rows = await db.backgroundCheck.findMany({
    where: { AND: [visible, { id: { in: [...ids] } }] },
    include: { matches: { orderBy: [...MATCHES.matches.orderBy] } },
  })
  const known = knownRows(access, 'BackgroundCheck', rows).rows
  const cases = await db.case.findMany({
    where: { id: { in: known.map(({ caseId }) => caseId) } },
    select: { id: true, reference: true },
  })
  const references = new Map(cases.map(({ id, reference }) => [id, reference]))
  return known.map((row) => ({ ...row, caseReference: references.get(row.caseId) ?? null }))
}

/** A match of a check in scope, by its id. */
export async function findMatch(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  matchId: string,
): Promise<(MatchRow & { check: CheckRow }) | null> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return null
  const match = await db.match.findFirst({ where: { id: matchId, check: { is: visible } }, include: { check: true } })
  return match && knownRows(access, 'BackgroundCheck', [match.check]).agreed ? match : null
}

/** Records of whom a person said, in this case, that they are not the candidate's. */
export async function dismissedIn(tx: Tx<OfficersDb>, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.match.findMany({
    where: { adjudication: 'DISMISSED', check: { is: { caseId } } },
    select: { subjectRecords: true },
  })
  return new Set(rows.flatMap((row) => row.subjectRecords))
}

/**
 * Of matches, those that somebody of the same agency has dismissed for the same candidate, in whatever case of the same
 * kind, on the same evidence. What was decided last on one of the records counts: whoever confirmed it since has taken the dismissal back.
 */
export async function dismissedEarlier(
  tx: Tx<OfficersDb>,
  asked: { readonly kind: RecordKind; readonly agency: string; readonly candidateDigest: string },
  matches: readonly NewMatch[],
): Promise<ReadonlyMap<NewMatch, Dismissal>> {
  const { kind, agency, candidateDigest } = asked
  const decided = await tx.match.findMany({
    where: {
      adjudication: { in: ['CONFIRMED', 'DISMISSED'] },
      subjectRecords: { hasSome: matches.flatMap((match) => match.subjectRecords) },
      check: { is: { kind, ownerAgency: agency, candidateDigest } },
    },
    // Of two decisions of one instant the confirmation counts: it asks again.
    orderBy: [{ adjudicatedAt: 'desc' }, { adjudication: 'asc' }, { id: 'asc' }],
  })
  return new Map(
    matches.flatMap((match): [NewMatch, Dismissal][] => {
      const last = decided.find((row) => row.subjectRecords.some((record) => match.subjectRecords.includes(record)))
      const remembered = last?.adjudication === 'DISMISSED' && last.evidence === match.evidence
      return remembered && last.adjudicatedBy !== null && last.adjudicatedAt !== null
        ? [[match, { by: last.adjudicatedBy, at: last.adjudicatedAt }]]
        : []
    }),
  )
}

export interface Adjudicated {
  readonly adjudication: 'CONFIRMED' | 'DISMISSED'
  readonly by: string
  readonly reason: string
  readonly identifiers: readonly object[]
  readonly now: Date
}

/** Sets the person's decision once; false if somebody decided before. */
export async function adjudicate(tx: Tx<OfficersDb>, match: MatchRow, decision: Adjudicated): Promise<boolean> {
  const { count } = await tx.match.updateMany({
    where: { id: match.id, adjudication: match.adjudication },
    data: {
      adjudication: decision.adjudication,
      adjudicatedBy: decision.by,
      adjudicatedAt: decision.now,
      reason: decision.reason,
      identifiers: json(decision.identifiers),
    },
  })
  const open = await tx.match.count({ where: { checkId: match.checkId, outcome: 'POSSIBLE', adjudication: 'OPEN' } })
  if (open === 0) await tx.backgroundCheck.update({ where: { id: match.checkId }, data: { status: 'COMPLETED' } })
  return count === 1
}
