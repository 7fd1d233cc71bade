/**
 * The demo world: invented people, agencies and decisions, written into an empty demo database.
 *
 * It is a pure function of seed, size and day: every State and territory, the United States and six invented nations,
 * about 300 agencies, 5,000 officers, 12,000 spells and 1,500 instances in every stage of due process, with the traps of
 * domain.md among them. Every row about a person or an agency is marked `synthetic`; jurisdictions are real ones, save
 * the nations. History lies before WORLD_DATE and never moves; what a window governs is placed relative to `now`.
 *
 * Tests and the tour use what is constant in every world, whatever seed, size and day:
 * - CAST, people by key, each with its story, ids, name, birth date, agency, certificate and instances:
 *   `decertified` (final, Virginia) and `nearNamesake` (same name, Maryland, year of birth only); `sealed` and `twin`
 *   (alike but for the sealed finding); `separated` (noticed, counter-signed, pointer live) and `unnoticed` (a number in
 *   the agency's ledger only); `underAppeal` (effective, Pennsylvania); `held` (status nobody explained); `reinstated`;
 *   `overturnable` (final, of the records officer's agency); `subject` (the persona `officer`); `twoStates` (two linked
 *   records, two surnames); `tribalConsenting` (the spell the nation's, the certificate the State's) and
 *   `tribalWithholding`; `matterOnly` (known through a matter that is not admitted); `ownEmployee`.
 * - AGENCIES and commissionId(jurisdiction): where they serve and who certified them, with constant ids.
 * - PERSONAS and personaByHandle(handle): as whom the hub is tried.
 */
import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { CROWD_TABLES, crowd, PART } from './crowd.js'
import { digestOf } from './digest.js'
import type { TableName } from './rows.js'
import { validateWorld } from './validate.js'
import { buildWorld, DEFAULT_OFFICERS, DEFAULT_SEED, type WorldOptions } from './world.js'
import { TABLES, writeRows } from './write.js'

export {
  CAST,
  type CastCertificate,
  type CastKey,
  type CastMember,
  type CastSpell,
  ORDERED_DAYS_AGO,
  SEPARATED_DAYS_AGO,
  UNNOTICED_DAYS_AGO,
} from './cast.js'
export { WORLD_DATE } from './dates.js'
export { AGENCIES, commissionId, commissionName } from './named-agencies.js'
export { OFFICER_SUBJECT, personaByHandle, PERSONAS } from './personas.js'
export { buildWorld, DEFAULT_OFFICERS, DEFAULT_SEED, type WorldOptions } from './world.js'

export interface SeedOptions extends WorldOptions {
  /** Of an owner of all schemas: it writes into each of them. */
  readonly url: string
  readonly progress?: (table: TableName, written: number, total: number) => void
  /** Officers written so far, of a world that is written in parts. */
  readonly people?: (written: number, total: number) => void
  /** Officers of the world that a larger one begins with, and of each of its further parts. */
  readonly sizes?: { readonly first: number; readonly part: number }
}

export interface SeedReport {
  readonly rows: Readonly<Record<TableName, number>>
  /** SHA-256 over the world; the same for the same seed, size and day. */
  readonly digest: string
  readonly milliseconds: { readonly build: number; readonly write: number }
}

/** The database already holds agencies; the world is written once, into an empty one. */
export class WorldExists extends Error {
  override readonly name = 'WorldExists'
}

/** Invented people among real ones would be taken for real. */
export class NotADemo extends Error {
  override readonly name = 'NotADemo'
}

async function refuseOther(client: Client): Promise<void> {
  const { rows } = await client.query<{ mode: string }>('select mode from hub.state where id = 1')
  const [state] = rows
  if (state && state.mode !== 'DEMO') throw new NotADemo('the demo world is written into a demo database only')
  const found = await client.query('select 1 from agencies.agency limit 1')
  if (found.rowCount !== 0) throw new WorldExists('the database already holds agencies')
}

/**
 * Writes the demo world into a migrated, empty database: all of it or nothing, in one transaction. More than 7,500 officers
 * are the default world and a crowd, of which no more than 2,500 are in memory at a time.
 * @throws WorldExists where there are agencies already, NotADemo where the mode is another
 */
export async function seedDemo(options: SeedOptions): Promise<SeedReport> {
  const { url, progress, people, officers = DEFAULT_OFFICERS, seed = DEFAULT_SEED, now } = options
  const started = performance.now()
  const { first, part } = options.sizes ?? { first: DEFAULT_OFFICERS, part: PART }
  const isLarge = officers > first + part
  const world = buildWorld({ seed, now, officers: isLarge ? first : officers })
  const faults = validateWorld(world)
  if (faults.length > 0) throw new Error(`the demo world contradicts itself: ${faults.slice(0, 5).join('; ')}`)
  const built = performance.now()
  // Every table of TABLES is a key of World.
  const rows = Object.fromEntries(TABLES.map((table) => [table, world[table].length])) as Record<TableName, number>
  const digest = createHash('sha256').update(digestOf(world))
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await refuseOther(client)
    if (isLarge) await client.query(DROP_INDEX)
    for (const table of TABLES) {
      let done = 0
      await writeRows(client, table, world[table], (count) => progress?.(table, (done += count), world[table].length))
    }
    if (isLarge) {
      let done = first
      const agencies = world['agencies.agency']
      for (const persons of crowd({ seed, now, officers: officers - first, agencies, part })) {
        for (const table of CROWD_TABLES) {
          await writeRows(client, table, persons[table])
          rows[table] += persons[table].length
        }
        digest.update(digestOf(persons))
        people?.((done += persons['officers.officer'].length), officers)
      }
      for (const statement of FINISH) await client.query(statement)
    }
    // Participation and authorizations are reference data: whoever holds an older epoch loads them anew.
    await client.query('update hub.state set epoch = epoch + 1 where id = 1')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
  return {
    rows,
    digest: isLarge ? digest.digest('hex') : digestOf(world),
    milliseconds: { build: Math.round(built - started), write: Math.round(performance.now() - built) },
  }
}

// Forty keys a record: sorted into the index one by one they would cost most of the time.
const DROP_INDEX = 'drop index officers.identity_record_match_keys_idx'
const FINISH = [
  `set local maintenance_work_mem = '256MB'`,
  'create index identity_record_match_keys_idx on officers.identity_record using gin (match_keys) with (fastupdate = off)',
  ...CROWD_TABLES.map((table) => `analyze ${table}`),
]
