import type { QueryResultRow } from 'pg'
import type { DisclosureEntryInput } from '../../contract/disclosure-log.js'
import { canonicalEntry } from '../tree/entry.js'
import { leafHash } from '../tree/hash.js'
import type { Queryable } from '../tree-store.js'
import type { ExportedEntry, ExportedHead } from './write-export.js'

/** Rows in one query: an export of any size is read in pieces of this many. */
const PAGE = 500

type EntryColumns = DisclosureEntryInput & { readonly id: string }
type LeafRow = { [Column in keyof EntryColumns]: EntryColumns[Column] | null } & QueryResultRow & {
    readonly index: string
    readonly hash: Buffer | null
  }

/** Every place of the tree, whether or not its hash and its entry are there: what is gone must not hide its place. */
const LEAVES = `
  SELECT p.index, n.hash, e.id, e.at, e.viewer, e.service, e.agency, e.jurisdiction, e.purpose, e.case_reference AS "caseReference",
         e.operation, e.policy_version AS "policyVersion", e.records, e.subjects
    FROM generate_series($1::bigint, $2::bigint - 1) AS p (index)
    LEFT JOIN hub.tree_node n ON n.level = 0 AND n.index = p.index
    LEFT JOIN hub.disclosure_leaf l ON l.leaf_index = p.index
    LEFT JOIN hub.disclosure_entry e ON e.id = l.entry_id
   ORDER BY p.index`

/** The entries from one index up to, not including, another; a place of which neither hash nor entry is left is passed over. */
export async function* readEntries(database: Queryable, from: number, to: number): AsyncGenerator<ExportedEntry> {
  for (let at = from; at < to; at += PAGE) {
    const { rows } = await database.query<LeafRow>(LEAVES, [at, Math.min(at + PAGE, to)])
    for (const row of rows) {
      const exported = exportedEntry(row)
      if (exported !== null) yield exported
    }
  }
}

/** The entry in this place; null where neither its hash nor its contents are left. */
export async function readEntry(database: Queryable, index: number): Promise<ExportedEntry | null> {
  for await (const entry of readEntries(database, index, index + 1)) return entry
  return null
}

/** The signed heads in the order of their sizes, up to this one. */
export async function* readHeads(database: Queryable, to: number): AsyncGenerator<ExportedHead> {
  for (let after = -1; ;) {
    const { rows } = await database.query<{ size: string; checkpoint: string }>(
      'SELECT size, checkpoint FROM hub.tree_head WHERE size > $1 AND size <= $2 ORDER BY size LIMIT $3',
      [after, to, PAGE],
    )
    // BIGINT arrives as text.
    for (const { size, checkpoint } of rows) yield { size: (after = Number(size)), checkpoint }
    if (rows.length < PAGE) return
  }
}

/** Verifier keys of every key that signed or signs the log's heads, the oldest first. */
export async function readLogKeys(database: Queryable): Promise<readonly string[]> {
  const { rows } = await database.query<{ key: string }>(
    'SELECT verifier_key AS key FROM hub.log_key ORDER BY since, verifier_key',
  )
  return rows.map(({ key }) => key)
}

function exportedEntry({ index, hash, ...columns }: LeafRow): ExportedEntry | null {
  const contents = isWhole(columns) ? canonicalEntry({ ...columns, index: Number(index) }) : null
  const stated = hash ?? (contents === null ? null : leafHash(contents))
  if (stated === null) return null
  return { index: Number(index), entry: contents?.toString('utf8') ?? null, leafHash: stated }
}

/** A row of an entry that is there: all its columns but one must not be null. */
function isWhole(columns: { readonly id: string | null }): columns is EntryColumns {
  return columns.id !== null
}
