import type { AgenciesDb } from '../../prisma/client.js'
import type {
  Agency as AgencyRow,
  AgencyOri as OriRow,
  Jurisdiction as JurisdictionRow,
} from '../../prisma/client/client.js'
import { COUNT_MAX, type Page } from '../kit/connection.js'
import type { Agency, AgencyKind, AgencyOri, Jurisdiction } from './agency.type.js'
import type { JurisdictionClassEnum } from '../kit/jurisdiction-class.js'

// Agencies and jurisdictions are class P0, visible to everyone: they have no row scope, only fields that policy decides.

export interface AgencyCriteria {
  readonly jurisdiction: string | null
  readonly jurisdictionClass: string | null
  readonly kind: string | null
  readonly nameContains: string | null
}

function toDay(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null
}

function presentOri(row: OriRow): AgencyOri {
  return { ori: row.ori, valid: row.valid, from: toDay(row.from), until: toDay(row.until) }
}

function presentAgency(row: AgencyRow & { oris: OriRow[] }): Agency {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as AgencyKind,
    jurisdictionClass: row.jurisdictionClass as JurisdictionClassEnum,
    jurisdictionCode: row.jurisdictionCode,
    oris: row.oris.map(presentOri),
    swornCount: row.swornCount,
    parentId: row.parentId,
  }
}

export function presentJurisdiction(row: JurisdictionRow): Jurisdiction {
  return {
    code: row.code,
    name: row.name,
    class: row.class as JurisdictionClassEnum,
    uspsCode: row.uspsCode,
    fipsCode: row.fipsCode,
    ncicCode: row.ncicCode,
  }
}

const ORIS = { oris: { orderBy: { ori: 'asc' } } } as const

function whereOf(criteria: AgencyCriteria) {
  return {
    ...(criteria.jurisdiction && { jurisdictionCode: criteria.jurisdiction }),
    ...(criteria.jurisdictionClass && { jurisdictionClass: criteria.jurisdictionClass }),
    ...(criteria.kind && { kind: criteria.kind }),
    ...(criteria.nameContains && { name: { contains: criteria.nameContains, mode: 'insensitive' as const } }),
  }
}

export async function listAgencies(db: AgenciesDb, criteria: AgencyCriteria, page: Page): Promise<Agency[]> {
  const rows = await db.agency.findMany({
    where: { AND: [whereOf(criteria), page.afterId ? { id: { gt: page.afterId } } : {}] },
    orderBy: { id: 'asc' },
    take: page.take,
    include: ORIS,
  })
  return rows.map(presentAgency)
}

export function countAgencies(db: AgenciesDb, criteria: AgencyCriteria): Promise<number> {
  return db.agency.count({ where: whereOf(criteria), take: COUNT_MAX + 1 })
}

export async function findAgencies(db: AgenciesDb, ids: readonly string[]): Promise<Agency[]> {
  const rows = await db.agency.findMany({ where: { id: { in: [...ids] } }, include: ORIS })
  return rows.map(presentAgency)
}

export async function listJurisdictions(db: AgenciesDb): Promise<Jurisdiction[]> {
  return (await db.jurisdiction.findMany({ orderBy: { code: 'asc' } })).map(presentJurisdiction)
}

export async function findJurisdictions(db: AgenciesDb, codes: readonly string[]): Promise<Jurisdiction[]> {
  return (await db.jurisdiction.findMany({ where: { code: { in: [...codes] } } })).map(presentJurisdiction)
}
