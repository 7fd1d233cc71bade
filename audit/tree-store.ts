import type { QueryResult, QueryResultRow } from 'pg'
import { EMPTY, type Frontier, frontierRefs, rootOf } from './tree/frontier.js'
import type { NodeRef, ReadNodes } from './tree/proofs.js'
import type { TreeHead } from './tree/verify.js'

/** A client or a pool of `pg`. */
export interface Queryable {
  query<Row extends QueryResultRow>(sql: string, values?: unknown[]): Promise<QueryResult<Row>>
}

/** A head as it is stored: with the signed note (C2SP tlog-checkpoint). */
export interface StoredHead extends TreeHead {
  readonly checkpoint: string
}

const LAST_HEAD = 'SELECT size, root, checkpoint FROM hub.tree_head ORDER BY size DESC LIMIT 1'
const NODES = `
  SELECT n.hash
    FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS r (level, index, place)
    JOIN hub.tree_node n ON n.level = r.level AND n.index = r.index
   ORDER BY r.place`

/** Null: nothing has been appended yet. */
export async function readLastHead(database: Queryable): Promise<StoredHead | null> {
  // BIGINT arrives as text.
  const { rows } = await database.query<{ size: string; root: Buffer; checkpoint: string }>(LAST_HEAD)
  const [head] = rows
  return head ? { size: Number(head.size), root: head.root, checkpoint: head.checkpoint } : null
}

/** Hashes of stored subtrees in the order asked for; one that is missing leaves them short, and no proof of them holds. */
export const nodesOf =
  (database: Queryable): ReadNodes =>
  async (refs) => {
    const { rows } = await database.query<{ hash: Buffer }>(NODES, [
      refs.map(({ level }: NodeRef) => level),
      refs.map(({ index }: NodeRef) => index),
    ])
    return rows.map(({ hash }) => hash)
  }

/** The tree as its nodes say it is at this size: whether its root is the one that was signed is another question. */
export async function readFrontier(database: Queryable, size: number): Promise<Frontier> {
  return size === 0 ? EMPTY : { size, hashes: await nodesOf(database)(frontierRefs(size)) }
}

/** That the stored nodes make up the tree of the head: the ones to append to do, the others are proved from them. */
export function isTreeOf(frontier: Frontier, head: TreeHead | null): boolean {
  return head === null ? frontier.size === 0 : rootOf(frontier).equals(head.root)
}
