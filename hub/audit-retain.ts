import type { Clock } from '../contract/clock.js'
import type { Config } from './config.js'
import { withOwner } from './with-owner.js'

export interface Retained {
  /** Entries removed now. */
  readonly removed: number
  /** Entries whose years are over, kept because the hub still holds a record that they name. */
  readonly held: number
  /** One past the highest index of an entry whose contents are gone, now or earlier; 0: none is. */
  readonly expiredBefore: number
}

/** Where the records lie that an entry names. */
const RECORDS = [
  'officers.officer',
  'officers.identity_record',
  'officers.employment',
  'officers.background_check',
  'officers.match',
  'incidents.incident',
  'credentials.certification',
  'hub.disclosure_entry',
]

/** Its years are over, and it is in the tree: its leaf goes on proving that it was there. */
const EXPIRED = `e.retain_until <= LEAST($1::timestamptz, clock_timestamp())
     AND EXISTS (SELECT FROM hub.disclosure_leaf l WHERE l.entry_id = e.id)`

const HELD = `EXISTS (
       SELECT FROM (SELECT r ->> 'id' AS id FROM jsonb_array_elements(e.records) AS r UNION SELECT unnest(e.subjects)) AS n
        WHERE ${RECORDS.map((table) => `EXISTS (SELECT FROM ${table} AS t WHERE t.id = n.id)`).join(' OR ')})`

const REMOVE = `DELETE FROM hub.disclosure_entry AS e WHERE ${EXPIRED} AND NOT ${HELD}`
const COUNT_HELD = `SELECT count(*)::int AS count FROM hub.disclosure_entry AS e WHERE ${EXPIRED}`
const GONE = `
  SELECT coalesce(max(l.leaf_index) + 1, 0)::float8 AS gone FROM hub.disclosure_leaf l
   WHERE NOT EXISTS (SELECT FROM hub.disclosure_entry e WHERE e.id = l.entry_id)`

/**
 * Removes the entries that nobody has to keep any longer: five years or the life of the record, whichever is longer (5 U.S.C.
 * 552a(c)(2)), have passed. Leaves, subtrees and heads stay, so that every other entry can still be proved.
 * @throws those of opening the database
 */
export function removeExpired(config: Config, clock: Clock): Promise<Retained> {
  return withOwner(config, clock, async (client) => {
    const now = clock()
    const { rowCount } = await client.query(REMOVE, [now])
    const held = await client.query<{ count: number }>(COUNT_HELD, [now])
    const gone = await client.query<{ gone: number }>(GONE)
    return { removed: rowCount ?? 0, held: held.rows[0]?.count ?? 0, expiredBefore: gone.rows[0]?.gone ?? 0 }
  })
}
