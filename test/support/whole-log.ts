import type pg from 'pg'
import { expect } from 'vitest'
import { openCheckpoint } from '../../audit/tree/checkpoint.js'
import { canonicalEntry, type LoggedEntry } from '../../audit/tree/entry.js'
import { appendLeaves, EMPTY, rootOf, type TreeNode } from '../../audit/tree/frontier.js'
import { leafHash } from '../../audit/tree/hash.js'
import { parseVerifierKey } from '../../audit/tree/note.js'
import { mth } from '../audit/tree/naive.js'

const ENTRIES = `
  SELECT l.leaf_index::int AS index, l.entry_id AS "leafOf", e.id, e.at, e.viewer, e.service, e.agency, e.jurisdiction, e.purpose,
         e.case_reference AS "caseReference", e.operation, e.policy_version AS "policyVersion", e.records, e.subjects
    FROM hub.disclosure_leaf l FULL JOIN hub.disclosure_entry e ON e.id = l.entry_id ORDER BY l.leaf_index`

/** A log as it was read back. */
export interface WholeLog {
  /** In the order of the leaves. */
  readonly ids: readonly string[]
  readonly viewers: readonly string[]
  readonly root: Buffer
  readonly heads: readonly { readonly size: number; readonly checkpoint: string; readonly signedBy: number }[]
}

/**
 * Reads the whole log back: every entry has its leaf and every leaf its entry, in an order without gaps; the nodes are those of
 * the entries; each head is signed with a recorded key and is over the entries before it, the last one over all; and its root
 * is the one that RFC 6962's own words give.
 */
export async function expectWholeLog(client: pg.Client): Promise<WholeLog> {
  const { rows } = await client.query<LoggedEntry & { leafOf: string }>(ENTRIES)
  expect(rows.map(({ index }) => index)).toEqual(rows.map((_, place) => place))
  expect(rows.filter(({ id, leafOf }) => id !== leafOf)).toEqual([])
  const contents = rows.map(canonicalEntry)

  const heads = await headsOf(client)
  const nodes: TreeNode[] = []
  let frontier = EMPTY
  for (const { size, root } of heads) {
    const grown = appendLeaves(frontier, contents.slice(frontier.size, size).map(leafHash))
    nodes.push(...grown.nodes)
    frontier = grown.frontier
    expect([frontier.size, root]).toEqual([size, rootOf(frontier)])
  }
  const stored = await client.query<TreeNode>('SELECT level, index::int AS index, hash FROM hub.tree_node')
  const named = (all: readonly TreeNode[]) =>
    all.map(({ level, index, hash }) => `${level}/${index}: ${hash.toString('hex')}`).sort()
  expect(named(stored.rows)).toEqual(named(nodes))
  const last = heads.at(-1)
  expect([last?.size, last?.root]).toEqual([rows.length, mth(contents)])
  return {
    ids: rows.map(({ id }) => id),
    viewers: rows.map(({ viewer }) => viewer),
    root: mth(contents),
    heads: heads.map(({ size, checkpoint, signedBy }) => ({ size, checkpoint, signedBy })),
  }
}

async function headsOf(client: pg.Client) {
  const recorded = await client.query<{ key: string }>('SELECT verifier_key AS key FROM hub.log_key')
  const keys = recorded.rows.flatMap(({ key }) => parseVerifierKey(key) ?? [])
  const { rows } = await client.query<{ size: number; root: Buffer; checkpoint: string }>(
    'SELECT size::int AS size, root, checkpoint FROM hub.tree_head ORDER BY size',
  )
  return rows.map(({ size, root, checkpoint }) => {
    const opened = openCheckpoint(checkpoint, keys)
    if (!opened.ok) throw new Error(`The head of size ${size}: ${opened.why}`)
    expect([opened.checkpoint.size, opened.checkpoint.root]).toEqual([size, root])
    return { size, root, checkpoint, signedBy: opened.signedBy.length }
  })
}
