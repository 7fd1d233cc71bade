import pg from 'pg'
import { type KeyedRecord, KEYS_VERSION, keysForRecord } from '../subgraphs/officers/matching/index.js'

/** Rows of one transaction. */
const BATCH = 500

interface StaleRow extends Omit<KeyedRecord, 'names'> {
  readonly id: string
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly suffix: string | null
}

const IS_STALE = `
select min(keys_version) < $1::int or max(keys_version) > $1::int as stale from officers.identity_record`

// Several processes may start at once: each takes rows that no other has taken.
const STALE = `
select r.id, r.given, r.middle, r.family, r.suffix, r.birth_date::text as "birthDate",
       r.birth_precision as "birthPrecision",
       coalesce((select json_agg(a order by a.id) from officers.identity_alias a where a.record_id = r.id), '[]') as aliases,
       coalesce((select json_agg(c order by c.id) from officers.identity_certificate c where c.record_id = r.id), '[]')
         as certificates
  from officers.identity_record r
 where r.keys_version < $1::int or r.keys_version > $1::int
 limit ${BATCH} for update of r skip locked`

const REKEY = `
update officers.identity_record r set match_keys = s.match_keys, keys_version = $2::int
  from json_to_recordset($1::json) as s (id text, match_keys text[]) where r.id = s.id`

/**
 * Gives the identity records whose blocking keys are of another version those of this one, in batches: a process that is
 * killed meanwhile leaves the rest for the next start. Nothing else of a row changes. Returns how many there were.
 * @param told how many are done, after each batch
 */
export async function rekeyRecords(url: string, told: (records: number) => void = () => undefined): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ stale: boolean | null }>(IS_STALE, [KEYS_VERSION])
    let done = 0
    for (let more = rows[0]?.stale === true; more;) {
      const written = await nextBatch(client)
      more = written > 0
      done += written
      if (more) told(done)
    }
    return done
  } finally {
    await client.end()
  }
}

async function nextBatch(client: pg.Client): Promise<number> {
  await client.query('begin')
  try {
    const { rows } = await client.query<StaleRow>(STALE, [KEYS_VERSION])
    const keyed = rows.map((row) => ({ id: row.id, match_keys: keysForRecord({ ...row, names: [row] }) }))
    if (keyed.length > 0) await client.query(REKEY, [JSON.stringify(keyed), KEYS_VERSION])
    await client.query('commit')
    return keyed.length
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
