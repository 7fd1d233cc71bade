import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../hub/database.js'
import { migrate } from '../../../prisma/migrate.js'
import { type Migration, readMigrations } from '../../../prisma/migrations-folder.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'

const SHIPPED = readMigrations()
const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})
/** Takes long enough for a second runner to come in between. */
const COUNTED = migration('29990101000000_counted', 'CREATE TABLE public.counted (id INT); SELECT pg_sleep(0.2)')
const NEXT = migration('29990102000000_next', 'ALTER TABLE public.counted ADD COLUMN more INT')

describe('the migration runner', () => {
  let under: TestDatabase
  let open: OpenDatabase
  let client: pg.Client
  beforeAll(async () => {
    under = await freshDatabase({ world: false })
    open = await under.open()
    client = new pg.Client({ connectionString: open.ownerUrl })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await open.close()
    await under.drop()
  })

  const run = (...more: Migration[]) => migrate(open.ownerUrl, { migrations: [...SHIPPED, ...more] })
  const journal = async () => {
    const { rows } = await client.query<{ name: string; checksum: string; done: boolean }>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AND finished_at >= started_at
              AND applied_steps_count = 1 AND rolled_back_at IS NULL AS done
         FROM public._prisma_migrations ORDER BY migration_name`,
    )
    return rows
  }
  const asJournal = (...migrations: Migration[]) =>
    migrations.map(({ name, checksum }) => ({ name, checksum, done: true }))

  test("what is shipped was applied, each with its checksum in Prisma's own table", async () => {
    expect(await journal()).toEqual(asJournal(...SHIPPED))
  })

  test('a second run applies nothing', async () => {
    expect(await run()).toEqual([])
    expect(await journal()).toEqual(asJournal(...SHIPPED))
  })

  test('one that fails leaves nothing behind, and stops those after it', async () => {
    const broken = migration('29990101000000_broken', 'CREATE TABLE public.half (id INT); SELECT no_such_function()')
    await expect(run(broken, NEXT)).rejects.toThrow('no_such_function')
    const { rows } = await client.query(`SELECT to_regclass('public.half') AS half`)
    expect(rows).toEqual([{ half: null }])
    expect(await journal()).toEqual(asJournal(...SHIPPED))
  })

  test('of three that run at once, each migration is applied by one', async () => {
    const applied = await Promise.all([run(COUNTED, NEXT), run(COUNTED, NEXT), run(COUNTED, NEXT)])
    expect(applied.flat().sort()).toEqual([COUNTED.name, NEXT.name])
    expect(await journal()).toEqual(asJournal(...SHIPPED, COUNTED, NEXT))
  })

  test('one that was edited after it was applied is refused by name, before anything is applied', async () => {
    const edited = migration(COUNTED.name, 'CREATE TABLE public.counted (id BIGINT)')
    const later = migration('29990103000000_new', 'CREATE TABLE public.later (id INT)')
    await expect(run(edited, NEXT, later)).rejects.toMatchObject({
      code: 'MIGRATION_EDITED',
      message: expect.stringContaining(COUNTED.name) as string,
    })
    expect(await journal()).toEqual(asJournal(...SHIPPED, COUNTED, NEXT))
  })

  test("one that Prisma's engine began and did not finish is refused; rolled back, it is applied again", async () => {
    const begun = migration('29990104000000_begun', 'SELECT 1')
    await client.query(
      `INSERT INTO public._prisma_migrations (id, checksum, migration_name) VALUES ('begun', $1, $2)`,
      [begun.checksum, begun.name],
    )
    await expect(run(COUNTED, NEXT, begun)).rejects.toMatchObject({ code: 'MIGRATION_UNFINISHED' })
    await client.query(`UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE id = 'begun'`)
    expect(await run(COUNTED, NEXT, begun)).toEqual([begun.name])
  })
})
