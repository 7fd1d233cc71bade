import type { OfficersDb } from '../../../prisma/client.js'
import { NOTHING, toWhere } from '../../../prisma/where.js'
import type { Access, RecordFacts, RowScope } from '../../../policy/index.js'
import { toFacts } from '../../kit/facts.js'
import { matchableRows } from '../../kit/known.js'
import { partialDate } from '../../kit/partial-date.js'
import type { AskedKey, MatchableRecord, PartialDate } from '../matching/index.js'
import { allOfficers, type Persons, personsOf } from '../persons.repository.js'
import { findPersons } from './find-persons.js'

export interface MatchScopes {
  readonly record: RowScope
  readonly spell: RowScope
}

/** A matchable record, whose `officerId` is one for all officers that links have joined: the matcher compares persons. */
export interface Comparable {
  readonly record: MatchableRecord
  /** The record's own officer. */
  readonly officerId: string
  readonly facts: RecordFacts
  /** Agencies where the person serves now. */
  readonly servesAt: readonly string[]
  /** What was compared: the record and its spells, each in its version. */
  readonly versions: readonly string[]
}

/** Whom to compare, and whether that is everybody of the candidate's name (`bounded`: it is not). */
export interface Comparables {
  readonly rows: readonly Comparable[]
  readonly bounded: boolean
}

function toPartial(date: Date | null, precision: string): PartialDate | null {
  const known = partialDate(date, precision)
  return known ? { value: known.value, precision: known.precision } : null
}

/**
 * Identity records that share a blocking key with the candidate, and the other records of the same persons, all within
 * the scope of `match`: a record known solely through a matter that is not admitted is not matchable.
 */
export async function comparableRecords(
  db: OfficersDb,
  access: Access,
  scopes: MatchScopes,
  asked: readonly AskedKey[],
): Promise<Comparables> {
  const { officerIds, bounded } = await findPersons(db, scopes.record, asked)
  const persons = await personsOf(db, scopes.record, officerIds)
  return { rows: await recordsOf(db, access, scopes, persons, officerIds), bounded }
}

/** The records of these officers, and of those joined with them, that may be compared, with the spells that may. */
export async function recordsOf(
  db: OfficersDb,
  access: Access,
  scopes: MatchScopes,
  persons: Persons,
  officerIds: readonly string[],
): Promise<Comparable[]> {
  const record = toWhere(scopes.record)
  const spell = toWhere(scopes.spell)
  if (record === NOTHING) return []
  const loaded = await db.identityRecord.findMany({
    where: { AND: [record, { officerId: { in: allOfficers(persons, officerIds) } }] },
    include: {
      aliases: true,
      certificates: true,
      employments: spell === NOTHING ? { where: { id: 'NONE' } } : { where: spell },
    },
    orderBy: { id: 'asc' },
  })
  const rows = loaded.map((row) => ({ ...row, employments: matchableRows(access, 'Employment', row.employments) }))
  return matchableRows(access, 'IdentityRecord', rows).map((row): Comparable => ({
    officerId: row.officerId,
    facts: toFacts(row),
    versions: [row, ...row.employments].map(({ id, version }) => `${id}@${version}`).sort(),
    servesAt: row.employments.filter((employment) => !employment.ended).map((employment) => employment.agencyId),
    record: {
      recordId: row.id,
      officerId: persons.personOf(row.officerId),
      ownerJurisdiction: row.ownerJurisdiction,
      names: [{ given: row.given, middle: row.middle, family: row.family, suffix: row.suffix }],
      aliases: row.aliases.map((alias) => ({
        given: alias.given,
        middle: alias.middle,
        family: alias.family,
        suffix: alias.suffix,
      })),
      birthDate: row.birthDate ? row.birthDate.toISOString().slice(0, 10) : null,
      birthPrecision: row.birthPrecision as MatchableRecord['birthPrecision'],
      // A candidate names the authority by its hub id or by its jurisdiction.
      certificates: row.certificates.map((certificate) => ({
        authority: certificate.authority,
        authorityNames: [row.ownerJurisdiction],
        number: certificate.number,
      })),
      employments: row.employments.map((employment) => ({
        agencyId: employment.agencyId,
        agencyName: employment.employerName,
        start: toPartial(employment.startDate, employment.startPrecision),
        end: toPartial(employment.endDate, employment.endPrecision),
      })),
      listedAgencies: [],
    },
  }))
}

/** Does the person of these records serve at the agency now, as far as spells may be compared? */
export async function servesAt(
  db: OfficersDb,
  access: Access,
  spells: RowScope,
  agencyId: string,
  recordIds: readonly string[],
): Promise<boolean> {
  const spell = toWhere(spells)
  if (spell === NOTHING) return false
  const rows = await db.employment.findMany({
    where: { AND: [spell, { recordId: { in: [...recordIds] }, agencyId, ended: false }] },
  })
  return matchableRows(access, 'Employment', rows).length > 0
}
