import type { IncidentsDb } from '../../prisma/client.js'
import type { Incident as IncidentRow } from '../../prisma/client/client.js'
import { NOTHING, toWhere } from '../../prisma/where.js'
import type { Access, DataClass, IncidentKind, Nexus, RecordFacts, RowScope, Stage } from '../../policy/index.js'
import { COUNT_MAX, type Page } from '../kit/connection.js'
import { groupBy } from '../kit/group.js'
import { factsInScope, type KnownRows, knownRows } from '../kit/known.js'
import { partialDate } from '../kit/partial-date.js'
import { present } from '../kit/present.js'
import type { Capacity, Disposition, FairProcessBasis, Notice, OnDutyBasis, Opportunity } from './admission/index.js'
import { agencyRef, type Incident, officerRef } from './incident.type.js'
import { STAGE_TEXT } from './stage-text.js'

function presentIncident(access: Access, row: IncidentRow): Incident {
  // CHECK constraints of the migrations hold the columns to the enumerations.
  const stage = row.stage as Stage
  return present<Incident>(access, 'Incident', 'Incident', [row], {
    id: row.id,
    officer: officerRef(row.subjectRecord),
    agency: agencyRef(row.agencyId),
    kind: row.kind as IncidentKind,
    stage,
    stageText: STAGE_TEXT[stage],
    occurredOn: partialDate(row.occurredOn, row.occurredPrecision),
    decidedOn: partialDate(row.decidedOn, row.decidedPrecision),
    groundCode: row.groundCode,
    groundCodeSystem: row.groundCodeSystem,
    nexus: row.nexus as Nexus,
    fairProcess: {
      notice: row.fairNotice as Notice,
      opportunity: row.fairOpportunity as Opportunity,
      authority: row.fairAuthority,
      basis: row.fairBasis as FairProcessBasis,
      attestedBy: row.fairAttestedBy,
    },
    disposition: row.disposition as Disposition,
    onDutyBasis: row.onDutyBasis as OnDutyBasis,
    capacity: row.capacity as Capacity,
    source: { agency: agencyRef(row.sourceAgencyId), contact: row.sourceContact, fileRef: row.sourceFileRef },
    ownerJurisdiction: row.ownerJurisdiction,
    groundRaw: row.groundRaw,
    statusRaw: row.statusRaw,
    allegationText: row.allegationText,
    outcomeOf: row.outcomeOf,
  })
}

export interface IncidentCriteria {
  readonly kind: string | null
  readonly stage: string | null
  readonly nexus: string | null
  readonly agency: string | null
  readonly jurisdiction: string | null
  /** First and last day of decision; what is not dated lies in no such range. */
  readonly decidedFrom: Date | null
  readonly decidedUntil: Date | null
}

function whereOf(scope: RowScope, criteria: IncidentCriteria) {
  const visible = toWhere(scope)
  if (visible === NOTHING) return NOTHING
  return {
    AND: [
      visible,
      {
        ...(criteria.kind && { kind: criteria.kind }),
        ...(criteria.stage && { stage: criteria.stage }),
        ...(criteria.nexus && { nexus: criteria.nexus }),
        ...(criteria.agency && { agencyId: criteria.agency }),
        ...(criteria.jurisdiction && { ownerJurisdiction: criteria.jurisdiction }),
        ...(criteria.decidedFrom && { decidedEarliest: { gte: criteria.decidedFrom } }),
        ...(criteria.decidedUntil && { decidedLatest: { lte: criteria.decidedUntil } }),
      },
    ],
  }
}

/** `classes`: those of the fields that the criteria compare. */
export async function listIncidents(
  db: IncidentsDb,
  access: Access,
  scope: RowScope,
  classes: readonly DataClass[],
  criteria: IncidentCriteria,
  page: Page,
): Promise<KnownRows<Incident>> {
  const where = whereOf(scope, criteria)
  if (where === NOTHING) return { rows: [], agreed: true }
  const rows = await db.incident.findMany({
    where: { AND: [where, page.afterId === null ? {} : { id: { gt: page.afterId } }] },
    orderBy: { id: 'asc' },
    take: page.take,
  })
  const known = knownRows(access, 'Incident', rows, classes)
  return { ...known, rows: known.rows.map((row) => presentIncident(access, row)) }
}

export async function countIncidents(db: IncidentsDb, scope: RowScope, criteria: IncidentCriteria): Promise<number> {
  const where = whereOf(scope, criteria)
  return where === NOTHING ? 0 : db.incident.count({ where, take: COUNT_MAX + 1 })
}

export async function findIncidents(
  db: IncidentsDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<Incident[]> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return []
  const rows = await db.incident.findMany({ where: { AND: [visible, { id: { in: [...ids] } }] } })
  return knownRows(access, 'Incident', rows).rows.map((row) => presentIncident(access, row))
}

/** The row as it is stored, to be changed; null alike for none and for one outside the scope. */
export async function findStoredIncident(
  db: IncidentsDb,
  access: Access,
  scope: RowScope,
  id: string,
): Promise<IncidentRow | null> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return null
  const row = await db.incident.findFirst({ where: { AND: [visible, { id }] } })
  return row === null ? null : (knownRows(access, 'Incident', [row]).rows[0] ?? null)
}

/** Ids in scope by parent, in id order: one statement for all parents, so that each can cut its own page. */
export async function incidentIdsBy(
  db: IncidentsDb,
  scope: RowScope,
  parent: 'subjectRecord' | 'agencyId',
  values: readonly string[],
): Promise<Map<string, string[]>> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return new Map()
  const rows = await db.incident.findMany({
    where: {
      AND: [
        visible,
        parent === 'agencyId' ? { agencyId: { in: [...values] } } : { subjectRecord: { in: [...values] } },
      ],
    },
    select: { id: true, agencyId: true, subjectRecord: true },
    orderBy: { id: 'asc' },
  })
  const groups = groupBy(rows, (row) => row[parent])
  return new Map([...groups].map(([value, found]) => [value, found.map((row) => row.id)]))
}

/** What the rules see of instances in scope, by id. */
export function incidentFactsOf(
  db: IncidentsDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<RecordFacts[]> {
  return factsInScope(access, 'Incident', scope, (visible) =>
    db.incident.findMany({ where: { AND: [visible, { id: { in: [...ids] } }] } }),
  )
}
