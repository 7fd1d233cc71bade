import type { CredentialsDb } from '../../prisma/client.js'
import type { Certification as CertificationRow, CertificationStatus as StatusRow } from '../../prisma/client/client.js'
import { NOTHING, toWhere } from '../../prisma/where.js'
import type { Access, DataClass, RecordFacts, RowScope, Stage } from '../../policy/index.js'
import { COUNT_MAX, type Page } from '../kit/connection.js'
import { toFacts } from '../kit/facts.js'
import { groupBy } from '../kit/group.js'
import { factsInScope, type KnownRows, knownRows } from '../kit/known.js'
import { partialDate } from '../kit/partial-date.js'
import { present } from '../kit/present.js'
import type { Certification } from './certification.type.js'
import type { CertificateClass, CertificateStatus } from './enums.js'
import { agencyRef, officerRef } from './references.type.js'
import { visibleHistory } from './status-history.js'
import { statusText } from './status-text.js'

type FullRow = CertificationRow & { history: StatusRow[] }

const FULL = { history: { orderBy: [{ effectiveOn: 'asc' as const }, { id: 'asc' as const }] } }

function presentCertification(access: Access, row: FullRow): Certification {
  // CHECK constraints of the migrations hold the columns to the enumerations.
  const status = row.status as CertificateStatus
  const stage = row.stage as Stage
  return present<Certification>(access, 'Certification', 'Certification', [row], {
    id: row.id,
    officer: officerRef(row.subjectRecord),
    authority: agencyRef(row.authorityId),
    number: row.number,
    certificateClass: row.certificateClass as CertificateClass,
    issuedOn: partialDate(row.issuedOn, row.issuedPrecision),
    status,
    statusText: statusText(status, stage),
    statusOn: partialDate(row.statusOn, row.statusPrecision),
    history: visibleHistory(access, toFacts(row), row.history),
    stage,
    ownerJurisdiction: row.ownerJurisdiction,
    classRaw: row.classRaw,
    statusRaw: row.statusRaw,
  })
}

export interface CertificationCriteria {
  readonly authority: string | null
  readonly number: string | null
  readonly certificateClass: string | null
  readonly status: string | null
  readonly jurisdiction: string | null
}

function whereOf(scope: RowScope, criteria: CertificationCriteria) {
  const visible = toWhere(scope)
  if (visible === NOTHING) return NOTHING
  return {
    AND: [
      visible,
      {
        ...(criteria.authority && { authorityId: criteria.authority }),
        ...(criteria.number && { number: { equals: criteria.number, mode: 'insensitive' as const } }),
        ...(criteria.certificateClass && { certificateClass: criteria.certificateClass }),
        ...(criteria.status && { status: criteria.status }),
        ...(criteria.jurisdiction && { ownerJurisdiction: criteria.jurisdiction }),
      },
    ],
  }
}

/** `classes`: those of the fields that the criteria compare. */
export async function listCertifications(
  db: CredentialsDb,
  access: Access,
  scope: RowScope,
  classes: readonly DataClass[],
  criteria: CertificationCriteria,
  page: Page,
): Promise<KnownRows<Certification>> {
  const where = whereOf(scope, criteria)
  if (where === NOTHING) return { rows: [], agreed: true }
  const rows = await db.certification.findMany({
    where: { AND: [where, page.afterId === null ? {} : { id: { gt: page.afterId } }] },
    include: FULL,
    orderBy: { id: 'asc' },
    take: page.take,
  })
  const known = knownRows(access, 'Certification', rows, classes)
  return { ...known, rows: known.rows.map((row) => presentCertification(access, row)) }
}

export async function countCertifications(
  db: CredentialsDb,
  scope: RowScope,
  criteria: CertificationCriteria,
): Promise<number> {
  const where = whereOf(scope, criteria)
  return where === NOTHING ? 0 : db.certification.count({ where, take: COUNT_MAX + 1 })
}

export async function findCertifications(
  db: CredentialsDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<Certification[]> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return []
  const rows = await db.certification.findMany({
    where: { AND: [visible, { id: { in: [...ids] } }] },
    include: FULL,
  })
  return knownRows(access, 'Certification', rows).rows.map((row) => presentCertification(access, row))
}

/** Ids in scope by identity record, in id order: one statement for all officers, so that each can cut its own page. */
export async function certificationIdsBy(
  db: CredentialsDb,
  scope: RowScope,
  recordIds: readonly string[],
): Promise<Map<string, string[]>> {
  const visible = toWhere(scope)
  if (visible === NOTHING) return new Map()
  const rows = await db.certification.findMany({
    where: { AND: [visible, { subjectRecord: { in: [...recordIds] } }] },
    select: { id: true, subjectRecord: true },
    orderBy: { id: 'asc' },
  })
  const groups = groupBy(rows, (row) => row.subjectRecord)
  return new Map([...groups].map(([record, found]) => [record, found.map((row) => row.id)]))
}

/** What the rules see of certificates in scope, by id. */
export function certificationFactsOf(
  db: CredentialsDb,
  access: Access,
  scope: RowScope,
  ids: readonly string[],
): Promise<RecordFacts[]> {
  return factsInScope(access, 'Certification', scope, (visible) =>
    db.certification.findMany({ where: { AND: [visible, { id: { in: [...ids] } }] } }),
  )
}
