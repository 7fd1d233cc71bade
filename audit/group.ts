import type { DisclosureEntryInput } from '../contract/disclosure-log.js'
import { retainUntil } from './retention.js'
import { signCheckpoint } from './tree/checkpoint.js'
import { canonicalEntry } from './tree/entry.js'
import { appendLeaves, type Frontier, rootOf } from './tree/frontier.js'
import { leafHash } from './tree/hash.js'
import type { NoteSigner } from './tree/note.js'
import type { Queryable, StoredHead } from './tree-store.js'

/** An entry under the id that it is acknowledged with. */
export interface NewEntry extends DisclosureEntryInput {
  readonly id: string
}

/** The log's name, and the keys that sign its heads: during a rotation the old one as well. */
export interface LogIdentity {
  /** C2SP tlog-checkpoint: origin of the heads, and the name of the keys. */
  readonly origin: string
  readonly signers: readonly NoteSigner[]
}

export interface Grown {
  readonly frontier: Frontier
  readonly head: StoredHead
}

/** Only to be fair among gateways that append at once (sql-disclosure-log.ts); what keeps the tree whole are its keys. */
export const TURN = "hashtext('hub.tree_head')"

/**
 * A group in one statement: its entries, their leaves, the subtrees that they complete and the head over them are committed
 * together, or none of them is. Every part waits for its turn before its first row. Entries are none where they are there
 * already (adoption).
 */
const APPEND = `
  WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(${TURN})),
  entry AS (
    INSERT INTO hub.disclosure_entry
      (id, at, viewer, service, agency, jurisdiction, purpose, case_reference, operation, policy_version, records, subjects,
       retain_until)
    SELECT e.id, e.at, e.viewer, e.service, e.agency, e.jurisdiction, e.purpose, e.case_reference, e.operation, e.policy_version, e.records,
           ARRAY(SELECT jsonb_array_elements_text(e.subjects)), e.retain_until
      FROM turn, jsonb_to_recordset($1::jsonb) AS e(
             id text, at timestamptz, viewer text, service text, agency text, jurisdiction text, purpose text, case_reference text,
             operation text, policy_version text, records jsonb, subjects jsonb, retain_until timestamptz, place int)
     ORDER BY e.place
  ), leaf AS (
    INSERT INTO hub.disclosure_leaf (leaf_index, entry_id)
    SELECT $2::bigint + l.place - 1, l.id FROM turn, unnest($3::text[]) WITH ORDINALITY AS l (id, place)
  ), node AS (
    INSERT INTO hub.tree_node (level, index, hash)
    SELECT n.level, n.index, n.hash FROM turn, unnest($4::int[], $5::bigint[], $6::bytea[]) AS n (level, index, hash)
  )
  INSERT INTO hub.tree_head (size, root, at, checkpoint) SELECT $7::bigint, $8::bytea, $9::timestamptz, $10 FROM turn`

/** SQLSTATE of a leaf or head that another process has just put in the same place. */
const UNIQUE_VIOLATION = '23505'
export const lostTheRace = (error: unknown): boolean => (error as { code?: string }).code === UNIQUE_VIOLATION

/**
 * Appends the entries to the tree that ends with this frontier. `stored`: they are in the table already, without a leaf.
 * @throws what `pg` throws; `lostTheRace` where the tree has grown since the frontier was read. Nothing is half-written.
 */
export async function appendGroup(
  database: Queryable,
  from: Frontier,
  entries: readonly NewEntry[],
  { identity, at, stored = false }: { identity: LogIdentity; at: Date; stored?: boolean },
): Promise<Grown> {
  const leaves = entries.map((entry, place) => leafHash(canonicalEntry({ ...entry, index: from.size + place })))
  const { frontier, nodes } = appendLeaves(from, leaves)
  const root = rootOf(frontier)
  const checkpoint = signCheckpoint({ origin: identity.origin, size: frontier.size, root }, identity.signers)
  await database.query(APPEND, [
    JSON.stringify(stored ? [] : entries.map(toRow)),
    from.size,
    entries.map(({ id }) => id),
    nodes.map(({ level }) => level),
    nodes.map(({ index }) => index),
    nodes.map(({ hash }) => hash),
    frontier.size,
    root,
    at,
    checkpoint,
  ])
  return { frontier, head: { size: frontier.size, root, checkpoint } }
}

function toRow(entry: NewEntry, place: number): object {
  const { caseReference, policyVersion, at, ...rest } = entry
  return {
    ...rest,
    place,
    at: at.toISOString(),
    case_reference: caseReference,
    policy_version: policyVersion,
    retain_until: retainUntil(entry).toISOString(),
  }
}
