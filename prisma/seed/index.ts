import { Client } from 'pg'
import { digestOf } from './digest.js'
import type { TableName } from './rows.js'
import { validateWorld } from './validate.js'
import { buildWorld, type WorldOptions } from './world.js'
import { TABLES, writeTable } from './write.js'

export {
  CAST,
  type CastCertificate,
  type CastKey,
  type CastMember,
  type CastSpell,
  ORDERED_DAYS_AGO,
  SEPARATED_DAYS_AGO,
} from './cast.js'
export { WORLD_DATE } from './dates.js'
export { AGENCIES, commissionId, commissionName } from './named-agencies.js'
export { OFFICER_SUBJECT, personaByHandle, PERSONAS } from './personas.js'
export { buildWorld, DEFAULT_OFFICERS, DEFAULT_SEED, type WorldOptions } from './world.js'

export interface SeedOptions extends WorldOptions {
  /** Of an owner of all schemas: it writes into each of them. */
  readonly url: string
  readonly progress?: (table: TableName, written: number, total: number) => void
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

/**
 * Writes the demo world into a migrated, empty database: all of it or nothing, in one transaction.
 * @throws WorldExists where there are agencies already
 */
export async function seedDemo({ url, progress, ...options }: SeedOptions): Promise<SeedReport> {
  const started = performance.now()
  const world = buildWorld(options)
  const faults = validateWorld(world)
  if (faults.length > 0) throw new Error(`the demo world contradicts itself: ${faults.slice(0, 5).join('; ')}`)
  const built = performance.now()
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const found = await client.query('select 1 from agencies.agency limit 1')
    if (found.rowCount !== 0) throw new WorldExists('the database already holds agencies')
    for (const table of TABLES) {
      let done = 0
      await writeTable(client, table, world, (rows) => progress?.(table, (done += rows), world[table].length))
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
    // Every table of TABLES is a key of World.
    rows: Object.fromEntries(TABLES.map((table) => [table, world[table].length])) as Record<TableName, number>,
    digest: digestOf(world),
    milliseconds: { build: Math.round(built - started), write: Math.round(performance.now() - built) },
  }
}
