import type { RecordFacts } from '../../../policy/index.js'
import { type Comparable, comparableRecords, recordsOf } from '../check/candidates.repository.js'
import { steadily } from '../check/steadily.js'
import type { Context } from '../context.js'
import {
  type Candidate,
  matchCandidate,
  type MatchableRecord,
  type PartialDate,
  questionsFor,
  type RecordScore,
  scoreRecord,
} from '../matching/index.js'
import { personsOf } from '../persons.repository.js'
import { isKept } from './read-links.js'

/** Two records of two owners, and how they compare. */
export interface Pair {
  readonly own: Comparable
  readonly other: Comparable
  readonly compared: RecordScore
}

/** What the matcher finds beside one officer is for people to decide on: the best, not all. */
const FOUND_MAX = 10

const scopesOf = ({ access }: Context) => ({
  record: access.scope('match', 'IdentityRecord'),
  spell: access.scope('match', 'Employment'),
})

const ownerOf = ({ ownerJurisdiction, ownerAgency }: RecordFacts): string => `${ownerJurisdiction}/${ownerAgency}`
const byEvidence = (a: Pair, b: Pair): number =>
  b.compared.total - a.compared.total || (a.other.record.recordId < b.other.record.recordId ? -1 : 1)

function birthOf({ birthDate, birthPrecision }: MatchableRecord): PartialDate | null {
  return birthDate === null || birthPrecision === 'NONE' ? null : { value: birthDate, precision: birthPrecision }
}

/** A record as the matcher asks about it. */
function asCandidate(record: MatchableRecord): Candidate {
  const [name] = record.names
  return {
    givenName: name?.given ?? '',
    middleName: name?.middle ?? null,
    familyName: name?.family ?? '',
    suffix: name?.suffix ?? null,
    otherNames: record.aliases,
    dateOfBirth: birthOf(record),
    certificates: record.certificates.map(({ authority, number }) => ({ authority, number })),
    formerEmployers: record.employments.map(({ agencyId, agencyName, start, end }) => ({
      agency: agencyName,
      agencyId,
      from: start,
      to: end,
      reasonStated: null,
    })),
  }
}

/** The records of the officer's person that may be compared. */
async function comparablesOf(context: Context, officerId: string): Promise<Comparable[]> {
  const scopes = scopesOf(context)
  const persons = await personsOf(context.db, scopes.record, [officerId])
  return recordsOf(context.db, context.access, scopes, persons, [officerId])
}

/** Records of the officer for whose owner the viewer acts; none where the officer is known by none of them. */
export async function keptRecordsOf(context: Context, officerId: string): Promise<Comparable[]> {
  const all = await comparablesOf(context, officerId)
  const kept = all.filter(({ facts }) => isKept(context.access, facts))
  return kept.some((one) => one.officerId === officerId) ? kept : []
}

/** The officer that was named, as far as the viewer may know of them: the pair of records that agree best. */
export async function pairWith(context: Context, own: readonly Comparable[], officerId: string): Promise<Pair | null> {
  const all = await comparablesOf(context, officerId)
  const others = all.filter(({ facts }) => context.access.allows('know:IdentityRecord', 'IdentityRecord', facts))
  if (!others.some((one) => one.officerId === officerId)) return null
  const pairs = own.flatMap((one) =>
    others
      .filter((other) => isAnother(one, other))
      .map((other): Pair => ({ own: one, other, compared: scoreRecord(asCandidate(one.record), other.record) })),
  )
  return pairs.sort(byEvidence)[0] ?? null
}

/** Of another person so far, and of another owner. */
function isAnother(own: Comparable, other: Comparable): boolean {
  return own.record.officerId !== other.record.officerId && ownerOf(own.facts) !== ownerOf(other.facts)
}

async function foundFor(context: Context, own: Comparable): Promise<Pair[]> {
  const candidate = asCandidate(own.record)
  const { rows } = await steadily(() =>
    comparableRecords(context.db, context.access, scopesOf(context), questionsFor(candidate)),
  )
  const others = new Map(rows.filter((row) => isAnother(own, row)).map((row) => [row.record.recordId, row]))
  const matches = matchCandidate(
    candidate,
    [...others.values()].map(({ record }) => record),
  )
  return matches.flatMap(({ records }) => {
    const [compared] = records.filter(({ outcome }) => outcome !== null)
    const other = compared && others.get(compared.recordId)
    return other ? [{ own, other, compared }] : []
  })
}

/** Whom the matcher finds among records that may be compared: of each person the pair of records that agree best. */
export async function pairsFound(context: Context, own: readonly Comparable[]): Promise<Pair[]> {
  const best = new Map<string, Pair>()
  for (const one of own) {
    for (const pair of await foundFor(context, one)) {
      const { officerId } = pair.other.record
      const known = best.get(officerId)
      if (!known || byEvidence(pair, known) < 0) best.set(officerId, pair)
    }
  }
  return [...best.values()].sort(byEvidence).slice(0, FOUND_MAX)
}
