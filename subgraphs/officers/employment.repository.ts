import type { OfficersDb } from '../../prisma/client.js'
import { NOTHING, toWhere } from '../../prisma/where.js'
import type { Employment as EmploymentRow } from '../../prisma/client/client.js'
import type { Access, RecordFacts, RowScope } from '../../policy/index.js'
import { partialDate } from '../kit/partial-date.js'
import { groupBy } from '../kit/group.js'
import { factsInScope, knownRows } from '../kit/known.js'
import { present } from '../kit/present.js'
import type { Employment, OfficerClass, Separation, YesNoUnknown } from './employment.type.js'
import { agencyRef } from './officer.type.js'
import { personsOf } from './persons.repository.js'

function presentEmployment(access: Access, row: EmploymentRow): Employment {
  return present<Employment>(access, 'Employment', 'Employment', [row], {
    id: row.id,
    agency: agencyRef(row.agencyId),
    start: partialDate(row.startDate, row.startPrecision),
    end: partialDate(row.endDate, row.endPrecision),
    ended: row.ended,
    rank: row.rank,
    officerClass: row.officerClass as OfficerClass,
    separation: row.separation as Separation,
    separationRaw: row.separationRaw,
    separationCodeSystem: row.separationCodeSystem,
    separationCodeVersion: row.separationCodeVersion,
    investigationActive: row.investigationActive as YesNoUnknown,
    investigationRelatesForce: row.investigationRelatesForce as YesNoUnknown,
    ownerJurisdiction: row.ownerJurisdiction,
    subjectRecord: row.subjectRecord,
  })
}

/** Spells in scope of the given identity records, by record, the latest first. */
export async function spellsOf(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  recordIds: readonly string[],
): Promise<Map<string, Employment[]>> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return new Map()
  const rows = await db.employment.findMany({
    where: { AND: [visible, { recordId: { in: [...recordIds] } }] },
    orderBy: [{ startDate: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  })
  return groupBy(
    knownRows(access, 'Employment', rows).rows.map((row) => presentEmployment(access, row)),
    (spell) => spell.subjectRecord,
  )
}

export interface SpellFacts {
  readonly id: string
  readonly recordId: string
  readonly agencyId: string
  readonly employerName: string
  readonly start: Date | null
  readonly end: Date | null
  readonly ended: boolean
}

/** What a candidate's own account is compared with: spells in scope whose dates may be read, undecorated. */
export async function spellFactsOf(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  recordIds: readonly string[],
): Promise<SpellFacts[]> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return []
  const rows = await db.employment.findMany({
    where: { AND: [visible, { recordId: { in: [...recordIds] } }] },
    orderBy: [{ startDate: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
  })
  return knownRows(access, 'Employment', rows, ['P3a']).rows.map((row) => ({
    id: row.id,
    recordId: row.recordId,
    agencyId: row.agencyId,
    employerName: row.employerName,
    start: row.startDate,
    end: row.endDate,
    ended: row.ended,
  }))
}

/** An officer of an agency; officers that links have joined have one person. */
export interface OfficerAt {
  readonly id: string
  readonly person: string
}

/** (agency, officer) pairs of spells in scope at the given agencies, in officer-id order, without doubles. */
export async function officersAt(
  db: OfficersDb,
  access: Access,
  scopes: { readonly record: RowScope; readonly spell: RowScope },
  agencyIds: readonly string[],
): Promise<Map<string, OfficerAt[]>> {
  const visible = toWhere(scopes.spell)
  if (visible === NOTHING) return new Map()
  const found = await db.employment.findMany({
    where: { AND: [visible, { agencyId: { in: [...agencyIds] } }] },
    include: { record: { select: { officerId: true } } },
  })
  const { rows } = knownRows(access, 'Employment', found)
  const ids = [...new Set(rows.map(({ record }) => record.officerId))]
  const persons = await personsOf(db, scopes.record, ids)
  const officers = new Map<string, Map<string, OfficerAt>>()
  for (const row of rows) {
    const at = officers.get(row.agencyId) ?? new Map<string, OfficerAt>()
    const id = row.record.officerId
    at.set(id, { id, person: persons.personOf(id) })
    officers.set(row.agencyId, at)
  }
  return new Map([...officers].map(([agencyId, at]) => [agencyId, [...at.values()].sort(byOfficerId)]))
}

const byOfficerId = (a: OfficerAt, b: OfficerAt): number => (a.id < b.id ? -1 : 1)

/** What the rules see of spells in scope, by id. */
export function spellFactsById(
  db: OfficersDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<RecordFacts[]> {
  return factsInScope(access, 'Employment', scope, (visible) =>
    db.employment.findMany({ where: { AND: [visible, { id: { in: [...ids] } }] } }),
  )
}
