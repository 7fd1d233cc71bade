import pg from 'pg'
import type { Clock } from '../contract/clock.js'
import { ComityError } from '../contract/errors.js'
import { migrate } from '../prisma/migrate.js'
import type { Config, Mode } from './config.js'
import { rekeyRecords } from './rekey.js'
import { openEmbedded } from './embedded/open-embedded.js'
import type { DatabaseRole } from './variables.js'

export interface OpenDatabase {
  readonly kind: 'EMBEDDED' | 'POSTGRES'
  /** As the owner of all schemas: for migrations, the demo world and imports. */
  readonly ownerUrl: string
  /** As a role of its own; on the embedded database there is one role. */
  urlFor(role: DatabaseRole): string
  /** What the database was created as. */
  readonly mode: Mode
  /** False: another process has the embedded database open. */
  readonly owner: boolean
  close(): Promise<void>
}

/** Milliseconds for a PostgreSQL server to take a connection. */
const CONNECT_PATIENCE = 10_000

/** Told of work that takes a while where there is much of it. */
type Progress = (step: string) => void

/**
 * The database of the configuration, migrated, its records under the keys of this version, with its mode.
 * @throws ComityError DATA_DIR_*, DATABASE_UNREACHABLE, MIGRATION_*
 */
export async function openDatabase(
  config: Config,
  clock: Clock,
  progress: Progress = () => undefined,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) return openPostgres(config, config.databaseUrl, clock, progress)
  const embedded = await openEmbedded(config.dataDir)
  try {
    return {
      kind: 'EMBEDDED',
      ownerUrl: embedded.url,
      urlFor: () => embedded.url,
      mode: await prepare(embedded.url, config, clock, progress),
      owner: embedded.owner,
      close: () => embedded.close(),
    }
  } catch (error) {
    await embedded.close()
    throw error
  }
}

async function openPostgres(config: Config, url: string, clock: Clock, progress: Progress): Promise<OpenDatabase> {
  await assertReachable(url)
  return {
    kind: 'POSTGRES',
    ownerUrl: url,
    urlFor: (role) => config.roleUrls[role] ?? url,
    mode: await prepare(url, config, clock, progress),
    owner: true,
    close: () => Promise.resolve(),
  }
}

async function prepare(url: string, config: Config, clock: Clock, progress: Progress): Promise<Mode> {
  await migrate(url)
  let begun = false
  await rekeyRecords(url, () => {
    if (!begun) progress('keys of the identity records')
    begun = true
  })
  return fixMode(url, config.modeAtCreation, clock())
}

/** Written once: of two processes that create the database together, the first one's mode holds for both. */
async function fixMode(url: string, atCreation: Mode, now: Date): Promise<Mode> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `INSERT INTO hub.state (id, mode, created_at, epoch, has_real_data) VALUES (1, $1, $2, 0, false)
       ON CONFLICT (id) DO NOTHING`,
      [atCreation, now],
    )
    const { rows } = await client.query<{ mode: Mode }>('SELECT mode FROM hub.state WHERE id = 1')
    const [state] = rows
    if (!state) throw new ComityError('INTERNAL')
    return state.mode
  } finally {
    await client.end()
  }
}

/** The address may hold a password: of the fault, its code alone is told. */
async function assertReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_PATIENCE })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    const { code } = error as { code?: string }
    throw new ComityError('DATABASE_UNREACHABLE', code ? `(${code})` : undefined)
  } finally {
    await client.end().catch(() => undefined)
  }
}
