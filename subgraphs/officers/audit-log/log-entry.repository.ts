import type { OfficersDb } from '../../../prisma/client.js'
import type { DisclosureEntry, Prisma } from '../../../prisma/client/client.js'

// The log is the hub's own and has no row scope: who may read it is asked of the viewer, before (`do:disclosureLog`).

export interface LogCriteria {
  /** Identity records; null where the question is not about a person. */
  readonly subjects: readonly string[] | null
  readonly viewer: string | null
  readonly agency: string | null
  readonly purpose: string | null
  readonly from: Date | null
  /** Exclusive. */
  readonly before: Date | null
}

/** An entry and its place in the tree. */
export interface PlacedEntry {
  readonly entry: DisclosureEntry
  readonly index: number | null
}

function whereOf(criteria: LogCriteria): Prisma.DisclosureEntryWhereInput {
  const { subjects, viewer, agency, purpose, from, before } = criteria
  return {
    ...(subjects && { subjects: { hasSome: [...subjects] } }),
    ...(viewer !== null && { viewer }),
    ...(agency !== null && { agency }),
    ...(purpose !== null && { purpose }),
    ...((from || before) && { at: { ...(from && { gte: from }), ...(before && { lt: before }) } }),
  }
}

/** The latest first, after the entry named; an unknown one begins again at the latest. */
export async function listEntries(
  db: OfficersDb,
  criteria: LogCriteria,
  afterId: string | null,
  take: number,
): Promise<PlacedEntry[]> {
  const after =
    afterId === null ? null : await db.disclosureEntry.findUnique({ where: { id: afterId }, select: { seq: true } })
  const entries = await db.disclosureEntry.findMany({
    where: { ...whereOf(criteria), ...(after && { seq: { lt: after.seq } }) },
    orderBy: { seq: 'desc' },
    take,
  })
  const leaves = await db.disclosureLeaf.findMany({ where: { entryId: { in: entries.map(({ id }) => id) } } })
  const places = new Map(leaves.map(({ entryId, leafIndex }) => [entryId, Number(leafIndex)]))
  return entries.map((entry) => ({ entry, index: places.get(entry.id) ?? null }))
}

export function countEntries(db: OfficersDb, criteria: LogCriteria): Promise<number> {
  return db.disclosureEntry.count({ where: whereOf(criteria) })
}
