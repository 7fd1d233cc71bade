import type { Access, RowScope } from '../../../policy/index.js'
import type { OfficersDb } from '../../../prisma/client.js'
import type {
  IdentityRecord as RecordRow,
  OfficerLink as OfficerLinkRow,
  OfficerLinkStep as StepRow,
} from '../../../prisma/client/client.js'
import { NOTHING, toWhere } from '../../../prisma/where.js'
import { COUNT_MAX, type Page } from '../../kit/connection.js'
import { groupBy } from '../../kit/group.js'
import { type KnownRows, knownRows, matchableRows } from '../../kit/known.js'
import type { LinkState } from './link.type.js'

export type LinkRow = OfficerLinkRow & { readonly first: RecordRow; readonly second: RecordRow }

/**
 * A link is known to whoever may read the strong identifiers of one of its records (who keeps it, or is its subject), if the
 * other one may be compared: a record that is sealed, not admitted or kept back by its nation is not told of by a link
 * either.
 */
export interface LinkScopes {
  readonly own: RowScope
  readonly other: RowScope
}

export interface LinkCriteria {
  readonly state: LinkState | null
  /** Leaves out what is a question between owners and was never confirmed. */
  readonly onceConfirmed: boolean
}

const ENDS = { first: true, second: true } as const

function whereOf(scopes: LinkScopes, { state, onceConfirmed }: LinkCriteria) {
  const own = toWhere(scopes.own)
  if (own === NOTHING) return NOTHING
  const other = toWhere(scopes.other)
  const either = other === NOTHING ? own : { OR: [own, other] }
  return {
    AND: [
      {
        OR: [
          { first: { is: own }, second: { is: either } },
          { first: { is: either }, second: { is: own } },
        ],
      },
      state === null ? {} : { state },
      onceConfirmed ? { confirmedAt: { not: null } } : {},
    ],
  }
}

/** Decides a loaded link once more, from its records' own facts. */
function isKnown(access: Access, { first, second }: LinkRow): boolean {
  const own = knownRows(access, 'IdentityRecord', [first, second], ['P2']).rows
  const told = (end: RecordRow) => own.includes(end) || matchableRows(access, 'IdentityRecord', [end]).length === 1
  return own.length > 0 && told(first) && told(second)
}

export async function listLinks(
  db: OfficersDb,
  access: Access,
  scopes: LinkScopes,
  criteria: LinkCriteria,
  page: Page,
): Promise<KnownRows<LinkRow>> {
  const where = whereOf(scopes, criteria)
  if (where === NOTHING) return { rows: [], agreed: true }
  const found = await db.officerLink.findMany({
    where: { AND: [where, page.afterId === null ? {} : { id: { gt: page.afterId } }] },
    include: ENDS,
    orderBy: { id: 'asc' },
    take: page.take,
  })
  const rows = found.filter((row) => isKnown(access, row))
  return { rows, agreed: rows.length === found.length }
}

export async function countLinks(db: OfficersDb, scopes: LinkScopes, criteria: LinkCriteria): Promise<number> {
  const where = whereOf(scopes, criteria)
  return where === NOTHING ? 0 : db.officerLink.count({ where, take: COUNT_MAX + 1 })
}

/** In the order of the ids. */
export async function findLinks(
  db: OfficersDb,
  access: Access,
  scopes: LinkScopes,
  criteria: LinkCriteria,
  ids: readonly string[],
): Promise<LinkRow[]> {
  const where = whereOf(scopes, criteria)
  if (where === NOTHING) return []
  const found = await db.officerLink.findMany({ where: { AND: [where, { id: { in: [...ids] } }] }, include: ENDS })
  const known = new Map(found.filter((row) => isKnown(access, row)).map((row) => [row.id, row]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Steps of links that are known, by link, the latest first. */
export async function stepsOf(db: OfficersDb, linkIds: readonly string[]): Promise<Map<string, StepRow[]>> {
  const rows = await db.officerLinkStep.findMany({
    where: { linkId: { in: [...linkIds] } },
    orderBy: [{ linkId: 'asc' }, { version: 'desc' }],
  })
  return groupBy(rows, (row) => row.linkId)
}
