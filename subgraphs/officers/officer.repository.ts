import type { OfficersDb } from '../../prisma/client.js'
import { NOTHING, toWhere } from '../../prisma/where.js'
import type {
  IdentityAlias as AliasRow,
  IdentityCertificate as CertificateRow,
  IdentityRecord as RecordRow,
} from '../../prisma/client/client.js'
import type { Access, RecordFacts, RowScope } from '../../policy/index.js'
import { COUNT_MAX, type Page } from '../kit/connection.js'
import { type FactColumns, toFacts } from '../kit/facts.js'
import { partialDate } from '../kit/partial-date.js'
import { groupBy } from '../kit/group.js'
import { type KnownRows, knownRows } from '../kit/known.js'
import { present } from '../kit/present.js'
import { type Alias, type AliasKind, agencyRef, type Officer, type PersonName } from './officer.type.js'
import { allOfficers, leastOf, personsOf } from './persons.repository.js'

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
function presentOfficer(access: Access, records: readonly FullRecord[]): Officer {
  const opened = (dataClass: 'P1' | 'P2') =>
    records.filter((record) => access.allows(`read:${dataClass}`, 'IdentityRecord', toFacts(record)))
  const named = opened('P1')
  const dated = opened('P2').find((record) => record.birthDate !== null)
  return present<Officer>(access, 'Officer', 'IdentityRecord', records, {
    id: leastOf(records.map((record) => record.officerId)),
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

/**
 * The rows in scope of each asked officer's person. An id leads to a person only through a record of that very officer in
 * scope: whoever may not know of it is not led on to the officer that it was joined with.
 */
async function rowsOfPersons<Row extends FactColumns & { readonly officerId: string }>(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
  find: (officerIds: readonly string[]) => Promise<readonly Row[]>,
): Promise<Map<string, Row[]>> {
  const persons = await personsOf(db, scope, ids)
  const rows = knownRows(access, 'IdentityRecord', await find(allOfficers(persons, ids))).rows
  const byPerson = groupBy(rows, (row) => persons.personOf(row.officerId))
  const found = ids.map((id): [string, Row[]] => [id, byPerson.get(persons.personOf(id)) ?? []])
  return new Map(found.filter(([id, ofPerson]) => ofPerson.some((row) => row.officerId === id)))
}

/** An officer, and the id that led to it: another one where links have joined two. */
export interface FoundOfficer {
  readonly id: string
  readonly officer: Officer
}

/** Officers by hub id, of whom at least one identity record is in scope. */
export async function findOfficers(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<FoundOfficer[]> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return []
  const found = await rowsOfPersons(db, access, scope, ids, (officerIds) =>
    db.identityRecord.findMany({
      where: { AND: [visible, { officerId: { in: [...officerIds] } }] },
      include: FULL,
      orderBy: SHOWN_FIRST,
    }),
  )
  return [...found].map(([id, records]) => ({ id, officer: presentOfficer(access, records) }))
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
  /** Whom the viewer may know of: by whose links officers are one person. */
  readonly known: RowScope
  /** Whose values the criteria may be compared with. */
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

type Meeting = Exclude<ReturnType<typeof whereOf>, typeof NOTHING>

/** Officers of whom a record in scope meets the criteria, in id order; `agreed` is false where the rules let fewer through. */
async function officersMeeting(
  db: OfficersDb,
  access: Access,
  where: Meeting,
  among: object,
  take?: number,
): Promise<{ readonly ids: string[]; readonly found: readonly { readonly id: string }[] }> {
  const found = await db.officer.findMany({
    where: { AND: [{ records: { some: where.record } }, among] },
    orderBy: { id: 'asc' },
    ...(take !== undefined && { take }),
    include: {
      records: { where: where.record, include: { employments: { where: where.spell ?? { id: 'NONE' } } } },
    },
  })
  const met = found.filter(({ records }) =>
    knownRows(access, 'IdentityRecord', records, ['P1']).rows.some(
      ({ employments }) =>
        where.spell === null || knownRows(access, 'Employment', employments, ['P3a']).rows.length > 0,
    ),
  )
  return { ids: met.map(({ id }) => id), found }
}

/** Of these, the ones whose person is listed under an officer before them. */
async function listedBefore(
  db: OfficersDb,
  access: Access,
  known: RowScope,
  where: Meeting,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const persons = await personsOf(db, known, ids)
  const before = (id: string) => persons.officersOf(id).filter((other) => other < id)
  const others = ids.flatMap(before)
  // Asked even of nobody: how many statements there are must not tell who is joined with whom.
  const met = new Set((await officersMeeting(db, access, where, { id: { in: others } })).ids)
  return new Set(ids.filter((id) => before(id).some((other) => met.has(other))))
}

/**
 * Hub ids of the officers in scope that meet the criteria, in id order; of officers that links have joined, the first that
 * does.
 */
export async function listOfficerIds(
  db: OfficersDb,
  access: Access,
  scopes: OfficerScopes,
  criteria: OfficerCriteria,
  page: Page,
): Promise<KnownRows<string>> {
  const where = whereOf(criteria, scopes)
  if (where === NOTHING) return { rows: [], agreed: true }
  const rows: string[] = []
  for (let after = page.afterId; ;) {
    const { ids, found } = await officersMeeting(
      db,
      access,
      where,
      after === null ? {} : { id: { gt: after } },
      page.take,
    )
    const doubles = await listedBefore(db, access, scopes.known, where, ids)
    rows.push(...ids.filter((id) => !doubles.has(id)))
    // A page that doubles have shortened is filled up.
    const last = found.at(-1)
    if (doubles.size === 0 || !last || found.length < page.take || rows.length >= page.take)
      return { rows: rows.slice(0, page.take), agreed: ids.length === found.length }
    after = last.id
  }
}

/** Officers that meet the criteria, less those whose person has been counted under another. */
export async function countOfficers(db: OfficersDb, scopes: OfficerScopes, criteria: OfficerCriteria): Promise<number> {
  const where = whereOf(criteria, scopes)
  const known = toWhere(scopes.known)
  if (where === NOTHING || known === NOTHING) return 0
  const meets = { records: { some: where.record } }
  const officers = await db.officer.count({ where: meets, take: COUNT_MAX + 1 })
  if (officers > COUNT_MAX) return officers
  const other = { state: 'CONFIRMED', first: { is: known }, second: { is: known } }
  const linked = { AND: [known, { OR: [{ linksAsFirst: { some: other } }, { linksAsSecond: { some: other } }] }] }
  const joined = await db.officer.findMany({
    where: { AND: [meets, { records: { some: linked } }] },
    select: { id: true },
  })
  const ids = joined.map(({ id }) => id)
  const persons = await personsOf(db, scopes.known, ids)
  return officers - ids.length + new Set(ids.map((id) => persons.personOf(id))).size
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
  const found = await rowsOfPersons(db, access, scope, ids, (officerIds) =>
    db.identityRecord.findMany({
      where: { AND: [visible, { officerId: { in: [...officerIds] } }] },
      orderBy: SHOWN_FIRST,
    }),
  )
  return new Map([...found].map(([officerId, records]) => [officerId, records.map(toFacts)]))
}
