import { type PageArgs, pageOf, toConnection } from '../../kit/connection.js'
import type { Context } from '../context.js'
import { agencyRef } from '../officer.type.js'
import type { FlagKind } from '../check/fishing-thresholds.js'
import type { AccessFlag } from './access-flag.type.js'

/**
 * What the rule against fishing noticed, the latest first. Reading it is reported like reading the log.
 * @throws ComityError PAGE_TOO_LARGE, CURSOR_INVALID
 */
export async function flagsBy(context: Context, args: PageArgs) {
  const { db, collector } = context
  const page = pageOf(context, 'Query.unusualAccess', null, args)
  const rows = await db.accessFlag.findMany({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: page.take,
    ...(page.afterId !== null && { cursor: { id: page.afterId }, skip: 1 }),
  })
  const flags = rows.map((row): AccessFlag => ({
    id: row.id,
    // The table's own check allows no other.
    kind: row.kind as FlagKind,
    viewer: row.viewer,
    agency: row.agency === 'NONE' ? null : agencyRef(row.agency),
    counted: row.counted,
    threshold: row.threshold,
    since: row.since.toISOString(),
    at: row.at.toISOString(),
  }))
  for (const { id } of flags.slice(0, page.first)) collector.disclose('AccessFlag', id, [], 'P10')
  return toConnection(context, page, flags, () => db.accessFlag.count())
}
