import type { OfficersDb } from '../../../prisma/client.js'
import { NOTHING, toWhere } from '../../../prisma/where.js'
import type { Access, RowScope } from '../../../policy/index.js'
import { matchableRows } from '../../kit/known.js'
import { partialDate } from '../../kit/partial-date.js'
import type { MatchableRecord, PartialDate } from '../matching/index.js'

/** More people than this behind one candidate's keys and the check asks for a fuller name. */
const PERSONS_MAX = 300

export interface MatchScopes {
  readonly record: RowScope
  readonly spell: RowScope
}

/** A person's matchable records, and whether he or she serves at the asking agency now. */
export interface Comparable {
  readonly record: MatchableRecord
  readonly servesAt: readonly string[]
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
  keys: readonly string[],
): Promise<Comparable[]> {
  const record = toWhere(scopes.record)
  const spell = toWhere(scopes.spell)
  if (record === NOTHING || keys.length === 0) return []
  const hits = await db.identityRecord.findMany({
    where: { AND: [record, { matchKeys: { hasSome: [...keys] } }] },
    select: { officerId: true },
    distinct: ['officerId'],
    orderBy: { officerId: 'asc' },
    take: PERSONS_MAX,
  })
  const loaded = await db.identityRecord.findMany({
    where: { AND: [record, { officerId: { in: hits.map((hit) => hit.officerId) } }] },
    include: {
      aliases: true,
      certificates: true,
      employments: spell === NOTHING ? { where: { id: 'NONE' } } : { where: spell },
    },
    orderBy: { id: 'asc' },
  })
  const rows = loaded.map((row) => ({ ...row, employments: matchableRows(access, 'Employment', row.employments) }))
  return matchableRows(access, 'IdentityRecord', rows).map((row) => ({
    servesAt: row.employments.filter((employment) => !employment.ended).map((employment) => employment.agencyId),
    record: {
      recordId: row.id,
      officerId: row.officerId,
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
