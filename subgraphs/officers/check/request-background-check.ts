import { ComityError } from '../../../contract/errors.js'
import { type CaseRules, caseRulesOf, type RecordFacts } from '../../../policy/index.js'
import type { Participation } from '../../../prisma/client/client.js'
import { once, storedResult, type MutationCall } from '../../kit/idempotency.js'
import { parseInput } from '../../kit/input.js'
import type { Context } from '../context.js'
import {
  type Candidate,
  matchCandidate,
  MODEL,
  type Profile,
  questionsFor,
  type ScoredMatch,
} from '../matching/index.js'
import { candidateDigest, candidateForm } from './candidate-form.js'
import { type Comparable, comparableRecords } from './candidates.repository.js'
import { bindCase, type CaseTerms, flagWaiverReuse, grantRecords, recordsStillOf } from './case.repository.js'
import { createCheck, dismissedEarlier, dismissedIn, type NewMatch } from './check.repository.js'
import type { BackgroundCheckInput } from './check.input.js'
import { evidenceOf } from './evidence.js'
import { assertAttemptsLeft, flagExhausted, noticeCheck } from './fishing.js'
import { presentedCheck } from './read-check.js'
import { sourceAnswers } from './sources.js'
import { steadily } from './steadily.js'
import { type WaiverForm, waiverOf } from './waiver-form.js'

/** A row such as a participating owner's would be at its best: may this viewer compare a candidate with those at all? */
function hypotheticalRecord(row: Participation): RecordFacts {
  return {
    id: 'NONE',
    ownerJurisdiction: row.jurisdiction,
    ownerClass: row.ownerClass as RecordFacts['ownerClass'],
    ownerAgency: 'NONE',
    decidingAuthority: 'NONE',
    subjectRecord: 'NONE',
    kind: 'NONE',
    ownerKind: `${row.jurisdiction}/NONE`,
    stage: 'NONE',
    admitted: true,
    admissionBasis: 'RECORDED',
    sealed: false,
    subjectNoticed: true,
    counterSigned: true,
    nexus: 'UNKNOWN',
    pointerAllowed: true,
    decidedEarliest: 0,
    decidedLatest: 0,
    validFrom: -1_000_000,
    validUntil: 10_000_000,
    namedOwners: [],
  }
}

async function bind(context: Context, terms: CaseTerms, waiver: WaiverForm | null): Promise<string> {
  try {
    return (await bindCase(context.db, terms, waiver)).id
  } catch (error) {
    if (waiver && error instanceof ComityError && error.code === 'WAIVER_FOR_ANOTHER')
      await flagWaiverReuse(context.db, terms, waiver)
    throw error
  }
}

/** Whoever has used up a case is flagged, outside of the transaction that is undone. */
async function noted(context: Context, error: unknown): Promise<never> {
  if (error instanceof ComityError && error.code === 'CASE_ATTEMPTS_EXHAUSTED') await flagExhausted(context.db, context)
  throw error
}

/** The officer's own agency knows its own employee: it does not run a hiring check on him or her. */
function refuseOwnEmployee(context: Context, matches: readonly ScoredMatch[], compared: readonly Comparable[]): void {
  const likely = new Set(matches.filter((match) => match.outcome === 'LIKELY').map((match) => match.officerId))
  const own = compared.some((row) => likely.has(row.record.officerId) && row.servesAt.includes(context.viewer.agency))
  if (own) throw new ComityError('OWN_EMPLOYEE')
}

function toNewMatch(context: Context, candidate: Candidate, match: ScoredMatch, rows: readonly Comparable[]): NewMatch {
  const { modelVersion } = match
  const compared = rows.filter((row) => row.record.officerId === match.officerId)
  const best = compared.find((row) => row.record.recordId === match.recordId)
  return {
    // The matcher compares persons; a match is of the officer whose record agrees best.
    officerId: best?.officerId ?? match.officerId,
    subjectRecords: match.records.map((record) => record.recordId),
    sourceJurisdiction: match.ownerJurisdiction,
    score: match.score,
    outcome: match.outcome,
    explanations: match.explanations,
    evidence: evidenceOf(context.secrets.candidate, {
      modelVersion,
      candidate,
      versions: compared.flatMap((row) => row.versions),
    }),
  }
}

interface Compared {
  readonly matches: readonly NewMatch[]
  /** More persons share the name than were compared. */
  readonly bounded: boolean
}

/** Before anything is bound: a birth date or number that is not compared would be kept for nothing. */
function refuseStrongIdentifiers(context: Context, { dateOfBirth, certificates }: Candidate): void {
  if (dateOfBirth === null && certificates.length === 0) return
  if (context.access.decideViewer('do:matchStrongIdentifiers').effect === 'allow') return
  const stated = dateOfBirth === null ? 'certificates' : 'dateOfBirth'
  throw new ComityError('STRONG_IDENTIFIERS_NOT_COMPARED', `input.candidate.${stated}.`)
}

interface Asked {
  readonly candidate: Candidate
  readonly profile: Profile
  readonly ownEmployees: boolean
}

async function compare(context: Context, { candidate, profile, ownEmployees }: Asked): Promise<Compared> {
  const scopes = {
    record: context.access.scope('match', 'IdentityRecord'),
    spell: context.access.scope('match', 'Employment'),
  }
  const { rows, bounded } = await steadily(() =>
    comparableRecords(context.db, context.access, scopes, questionsFor(candidate)),
  )
  const matches = matchCandidate(
    candidate,
    rows.map((row) => row.record),
    MODEL,
    profile,
  )
  if (!ownEmployees) refuseOwnEmployee(context, matches, rows)
  return { matches: matches.map((match) => toNewMatch(context, candidate, match, rows)), bounded }
}

interface Opening {
  readonly reference: string
  readonly rules: CaseRules
}

/** The case that the token names, of the kind that its purpose has. */
function caseOf({ viewer }: Context): Opening {
  const rules = caseRulesOf(viewer.purpose)
  if (rules === null || viewer.caseReference === null) throw new ComityError('CASE_REQUIRED')
  return { reference: viewer.caseReference, rules }
}

/**
 * Checks the person of a case: a candidate who signed a waiver, or whom a certification or a prosecution is about. Binds
 * the case, compares, commits the grants of what is LIKELY, and only then answers: the nested selection of the same
 * operation sees what the check has just opened.
 * @throws ComityError CASE_REQUIRED, BAD_INPUT, DATE_IN_FUTURE, STRONG_IDENTIFIERS_NOT_COMPARED, WAIVER_*, CASE_*,
 * OWN_EMPLOYEE
 */
export async function requestBackgroundCheck(context: Context, input: BackgroundCheckInput, idempotencyKey: string) {
  const { viewer, now } = context
  const { reference, rules } = caseOf(context)
  const candidate = parseInput(candidateForm(context.today), input.candidate, 'input.candidate')
  refuseStrongIdentifiers(context, candidate)
  const covering = { agency: viewer.agency, purpose: viewer.purpose, today: context.today }
  const waiver = waiverOf(input.waiver, rules.takesWaiver, covering)

  const call: MutationCall = {
    subgraph: 'officers',
    viewer: viewer.subject,
    mutation: 'requestBackgroundCheck',
    key: idempotencyKey,
    // The case is no argument, and still part of what is asked for.
    input: { caseReference: reference, ...input },
    now,
  }
  const earlier = await storedResult<{ id: string }>(context.db, call)
  if (earlier) return presentedCheck(context, earlier.id)

  const digest = candidateDigest(context.secrets.candidate, candidate)
  const terms: CaseTerms = {
    kind: rules.kind,
    agency: viewer.agency,
    reference,
    openedBy: viewer.subject,
    candidateDigest: digest,
    now,
  }
  const caseId = await bind(context, terms, waiver)
  // The case and its waiver are facts of every rule: read again before anything is compared.
  await context.refresh()

  const { matches, bounded } = await compare(context, {
    candidate,
    profile: input.profile ?? 'STRICT',
    ownEmployees: rules.ownEmployees,
  })
  const listed = new Set(matches.map((match) => match.sourceJurisdiction))
  const sources = sourceAnswers(context.reference.participation, { listed, bounded }, (row) =>
    context.access.allows('match', 'IdentityRecord', hypotheticalRecord(row)),
  )
  const checking = once(context.db, call, async (tx) => {
    await assertAttemptsLeft(tx, caseId, candidate)
    const earlierOf = { kind: rules.checkKind, agency: viewer.agency, candidateDigest: digest }
    const remembered = await dismissedEarlier(tx, earlierOf, matches)
    const checkId = await createCheck(tx, {
      kind: rules.checkKind,
      caseId,
      viewer,
      now,
      candidate,
      candidateDigest: digest,
      sources,
      matches,
      dismissed: remembered,
      policyVersion: context.policyVersion,
      modelVersion: MODEL.version,
    })
    // What a person dismissed, asking again does not open: that takes a person, and two identifiers.
    const dismissed = await dismissedIn(tx, caseId)
    const opens = (match: NewMatch) =>
      match.outcome === 'LIKELY' && !remembered.has(match) && !match.subjectRecords.some((id) => dismissed.has(id))
    for (const match of matches.filter(opens)) {
      await grantRecords(
        tx,
        { caseId, agency: viewer.agency, officerId: match.officerId, level: 'LIKELY', now },
        await recordsStillOf(tx, context.access.scope('match', 'IdentityRecord'), match),
      )
    }
    await noticeCheck(tx, { viewer, now, caseId, candidate })
    return { id: checkId }
  })
  const { id } = await checking.catch((error: unknown) => noted(context, error))
  await context.refresh()
  return presentedCheck(context, id)
}
