import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { ComityError } from '../contract/errors.js'
import { readMigrations, type Migration } from './migrations-folder.js'

/** Prisma's own table, so that a DBA who has its engine can go on with it. */
const JOURNAL = `
CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * One row, locked inside each migration's transaction: two processes that start at once take turns, and a process that
 * dies loses the lock with its connection. (Advisory locks exclude nobody on the embedded database.)
 */
const LOCK_TABLE = 'CREATE TABLE IF NOT EXISTS public._comity_migration_lock (id INTEGER PRIMARY KEY CHECK (id = 1))'
const LOCK_ROW = 'INSERT INTO public._comity_migration_lock VALUES (1) ON CONFLICT DO NOTHING'
const TAKE_LOCK = 'SELECT id FROM public._comity_migration_lock FOR UPDATE'

interface JournalRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

export interface MigrateOptions {
  /** Those shipped with this code, without it. */
  readonly migrations?: readonly Migration[]
}

/**
 * Applies what the database lacks, each migration in a transaction of its own with its row of the journal.
 * @returns the names of the migrations applied by this call; none where the database was up to date.
 * @throws ComityError MIGRATION_EDITED, MIGRATION_UNFINISHED; `pg`'s error where a migration fails (nothing of it stays)
 */
export async function migrate(url: string, { migrations = readMigrations() }: MigrateOptions = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if (pending(migrations, await readJournal(client)).length === 0) return []
    await prepare(client)
    const applied: string[] = []
    for (;;) {
      const name = await applyNext(client, migrations)
      if (name === null) return applied
      applied.push(name)
    }
  } finally {
    await client.end()
  }
}

/** The journal, empty where the database has none. */
async function readJournal(client: pg.Client): Promise<JournalRow[]> {
  const { rows } = await client.query<{ found: string | null }>(
    "SELECT to_regclass('public._prisma_migrations') AS found",
  )
  if (!rows[0]?.found) return []
  const journal = await client.query<JournalRow>(
    'SELECT migration_name, checksum, finished_at FROM public._prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return journal.rows
}

function pending(migrations: readonly Migration[], journal: readonly JournalRow[]): Migration[] {
  const rows = new Map(journal.map((row) => [row.migration_name, row]))
  return migrations.filter(({ name, checksum }) => {
    const row = rows.get(name)
    if (!row) return true
    if (row.finished_at === null) throw new ComityError('MIGRATION_UNFINISHED', name)
    if (row.checksum !== checksum) throw new ComityError('MIGRATION_EDITED', name)
    return false
  })
}

/** SQLSTATEs of two processes making one table at once: `IF NOT EXISTS` looks before it makes. */
const MADE_MEANWHILE = new Set(['23505', '42P07'])

async function prepare(client: pg.Client): Promise<void> {
  for (const statement of [JOURNAL, LOCK_TABLE, LOCK_ROW]) {
    try {
      await client.query(statement)
    } catch (error) {
      if (!MADE_MEANWHILE.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}

/** The name of the one migration applied, or null where none was left once the lock was held. */
async function applyNext(client: pg.Client, migrations: readonly Migration[]): Promise<string | null> {
  await client.query('BEGIN')
  try {
    await client.query(TAKE_LOCK)
    const next = pending(migrations, await readJournal(client))[0]
    if (next) {
      await client.query(next.sql)
      await client.query(
        `INSERT INTO public._prisma_migrations
           (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
        [randomUUID(), next.checksum, next.name],
      )
    }
    await client.query('COMMIT')
    return next?.name ?? null
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
