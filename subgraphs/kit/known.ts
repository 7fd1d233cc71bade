import type { Access, DataClass, RecordFacts, RecordType, RowScope } from '../../policy/index.js'
import { NOTHING, toWhere, type Where } from '../../prisma/where.js'
import { type FactColumns, toFacts } from './facts.js'
import { isMasking } from './layers.js'

/** Rows that a statement returned within a row scope, as the rules see them. */
export interface KnownRows<Row> {
  readonly rows: Row[]
  /** False where the statement returned a row of which the rules say that the viewer may not know. */
  readonly agreed: boolean
}

/** What a list holds: as counted by the statement's scope, unless the rules disagreed with it; then what they let through. */
export function countOf({ rows, agreed }: KnownRows<unknown>, count: () => Promise<number>): () => Promise<number> {
  return agreed ? count : () => Promise.resolve(rows.length)
}

/**
 * Decides loaded rows once more, from their own facts: a row of which the viewer may not know, or, for a filter, one
 * whose compared classes the viewer may not read, is dropped whatever the statement's `where` said.
 */
export function knownRows<Row extends FactColumns>(
  access: Access,
  type: RecordType,
  rows: readonly Row[],
  classes: readonly DataClass[] = [],
): KnownRows<Row> {
  if (!isMasking(access)) return { rows: [...rows], agreed: true }
  const kept = rows.filter((row) => {
    const facts = toFacts(row)
    return (
      access.allows(`know:${type}`, type, facts) &&
      classes.every((dataClass) => access.allows(`read:${dataClass}`, type, facts))
    )
  })
  return { rows: kept, agreed: kept.length === rows.length }
}

/** The rows that may be compared with a candidate, decided like `knownRows`. */
export function matchableRows<Row extends FactColumns>(access: Access, type: RecordType, rows: readonly Row[]): Row[] {
  return isMasking(access) ? rows.filter((row) => access.allows('match', type, toFacts(row))) : [...rows]
}

/** What the rules see of the rows in scope that a statement finds. */
export async function factsInScope(
  access: Access,
  type: RecordType,
  scope: RowScope,
  find: (visible: Where) => Promise<readonly FactColumns[]>,
): Promise<RecordFacts[]> {
  const visible = toWhere(scope)
  return visible === NOTHING ? [] : knownRows(access, type, await find(visible)).rows.map(toFacts)
}
