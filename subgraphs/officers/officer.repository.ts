import type { OfficersDb } from '../../prisma/client.js'
import { NOTHING, toWhere } from '../../prisma/where.js'
import type {
  IdentityAlias as AliasRow,
  IdentityCertificate as CertificateRow,
  IdentityRecord as RecordRow,
} from '../../prisma/client/client.js'
import type { Access, RecordFacts, RowScope } from '../../policy/index.js'
import { COUNT_MAX, type Page } from '../kit/connection.js'
import { toFacts } from '../kit/facts.js'
import { partialDate } from '../kit/partial-date.js'
import { groupBy } from '../kit/group.js'
import { type KnownRows, knownRows } from '../kit/known.js'
import { present } from '../kit/present.js'
import { type Alias, type AliasKind, agencyRef, type Officer, type PersonName } from './officer.type.js'

type FullRecord = RecordRow & { aliases: AliasRow[]; certificates: CertificateRow[] }

/** The order decides which name is shown first: the latest assertion, then by id. */
const SHOWN_FIRST = [{ effectiveAt: 'desc' as const }, { id: 'asc' as const }]
const FULL = { aliases: { orderBy: { id: 'asc' } }, certificates: { orderBy: { id: 'asc' } } } as const

function nameOf(row: { given: string; middle: string | null; family: string; suffix: string | null }): PersonName {
  return { given: row.given, middle: row.middle, family: row.family, suffix: row.suffix }
}

function aliasesOf(records: readonly FullRecord[]): Alias[] {
  const [first, ...others] = records
  const known: Alias[] = records.flatMap((record) =>
    record.aliases.map((alias) => ({ name: nameOf(alias), kind: alias.kind as AliasKind })),
  )
  // Another owner's spelling of the same person is an alias of the one that is shown.
  for (const other of others) {
    if (first && JSON.stringify(nameOf(other)) !== JSON.stringify(nameOf(first)))
      known.push({ name: nameOf(other), kind: 'ALSO_KNOWN_AS' as AliasKind })
  }
  return known
}

/**
 * An officer shows values from the identity records in scope alone, and of those, for each class, from the ones that
 * open it (rulings.md, "Identity records").
 */
function presentOfficer(access: Access, officerId: string, records: readonly FullRecord[]): Officer {
  const opened = (dataClass: 'P1' | 'P2') =>
    records.filter((record) => access.allows(`read:${dataClass}`, 'IdentityRecord', toFacts(record)))
  const named = opened('P1')
  const dated = opened('P2').find((record) => record.birthDate !== null)
  return present<Officer>(access, 'Officer', 'IdentityRecord', records, {
    id: officerId,
    recordId: records[0]?.id ?? 'NONE',
    recordIds: records.map((record) => record.id),
    name: named[0] ? nameOf(named[0]) : null,
    aliases: aliasesOf(named),
    certificateNumbers: named.flatMap((record) =>
      record.certificates.map((row) => ({ authority: agencyRef(row.authority), number: row.number })),
    ),
    dateOfBirth: dated ? partialDate(dated.birthDate, dated.birthPrecision) : null,
    sources: [...new Set(named.map((record) => record.ownerJurisdiction))].sort(),
  })
}

/** Officers by hub id, of whom at least one identity record is in scope. */
export async function findOfficers(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<Officer[]> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return []
  const rows = await db.identityRecord.findMany({
    where: { AND: [visible, { officerId: { in: [...ids] } }] },
    include: FULL,
    orderBy: SHOWN_FIRST,
  })
  const byOfficer = groupBy(knownRows(access, 'IdentityRecord', rows).rows, (row) => row.officerId)
  return [...byOfficer].map(([officerId, records]) => presentOfficer(access, officerId, records))
}

/** Which officer stands behind an identity record in scope. */
export async function officerIdsOf(
  db: OfficersDb,
  scope: RowScope,
  recordIds: readonly string[],
): Promise<Map<string, string>> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return new Map()
  const rows = await db.identityRecord.findMany({
    where: { AND: [visible, { id: { in: [...recordIds] } }] },
    select: { id: true, officerId: true },
  })
  return new Map(rows.map((row) => [row.id, row.officerId]))
}

export interface OfficerCriteria {
  readonly family: string | null
  readonly given: string | null
  readonly agency: string | null
  readonly jurisdiction: string | null
}

export interface OfficerScopes {
  readonly record: RowScope
  readonly spell: RowScope
}

/** Which identity record makes an officer meet the criteria, and which spell of it; null: they ask for no spell. */
function whereOf(criteria: OfficerCriteria, scopes: OfficerScopes) {
  const visible = toWhere(scopes.record)
  const visibleSpell = criteria.agency === null ? null : toWhere(scopes.spell)
  if (visible === NOTHING || visibleSpell === NOTHING) return NOTHING
  const spell = visibleSpell && { AND: [visibleSpell, { agencyId: criteria.agency ?? '' }] }
  const record = {
    AND: [
      visible,
      ...(criteria.family === null ? [] : [{ normalizedFamily: { startsWith: criteria.family } }]),
      ...(criteria.given === null ? [] : [{ normalizedGiven: { startsWith: criteria.given } }]),
      ...(criteria.jurisdiction === null ? [] : [{ ownerJurisdiction: criteria.jurisdiction }]),
      ...(spell === null ? [] : [{ employments: { some: spell } }]),
    ],
  }
  return { record, spell }
}

/** Hub ids of the officers in scope that meet the criteria, in id order. */
export async function listOfficerIds(
  db: OfficersDb,
  access: Access,
  scopes: OfficerScopes,
  criteria: OfficerCriteria,
  page: Page,
): Promise<KnownRows<string>> {
  const where = whereOf(criteria, scopes)
  if (where === NOTHING) return { rows: [], agreed: true }
  const found = await db.officer.findMany({
    where: { AND: [{ records: { some: where.record } }, page.afterId === null ? {} : { id: { gt: page.afterId } }] },
    orderBy: { id: 'asc' },
    take: page.take,
    include: {
      records: { where: where.record, include: { employments: { where: where.spell ?? { id: 'NONE' } } } },
    },
  })
  const rows = found.filter(({ records }) =>
    knownRows(access, 'IdentityRecord', records, ['P1']).rows.some(
      ({ employments }) =>
        where.spell === null || knownRows(access, 'Employment', employments, ['P3a']).rows.length > 0,
    ),
  )
  return { rows: rows.map(({ id }) => id), agreed: rows.length === found.length }
}

export async function countOfficers(db: OfficersDb, scopes: OfficerScopes, criteria: OfficerCriteria): Promise<number> {
  const where = whereOf(criteria, scopes)
  return where === NOTHING ? 0 : db.officer.count({ where: { records: { some: where.record } }, take: COUNT_MAX + 1 })
}

/** What the rules see of the identity records in scope of each officer, in the order in which their values are shown. */
export async function identityFactsOf(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<Map<string, RecordFacts[]>> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return new Map()
  const rows = await db.identityRecord.findMany({
    where: { AND: [visible, { officerId: { in: [...ids] } }] },
    orderBy: SHOWN_FIRST,
  })
  const known = groupBy(knownRows(access, 'IdentityRecord', rows).rows, (row) => row.officerId)
  return new Map([...known].map(([officerId, records]) => [officerId, records.map(toFacts)]))
}
