import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.js'
import { openTestHub, type TestHub } from '../support/hub.js'

const PERSONS = '{ officers(first: 1) { nodes { id } } }'
const WAITING = `
  SELECT count(*)::int AS statements FROM pg_stat_activity
   WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%identity_record%'`

// PostgreSQL only: on the embedded database nobody can hold a lock while another one asks.
describe.skipIf(inject('templates').kind !== 'POSTGRES')('a request whose time is over', () => {
  let database: TestDatabase
  let hub: TestHub
  let other: pg.Client
  // Within a transaction the activity is what it was when it was first asked for.
  let watching: pg.Client
  beforeAll(async () => {
    database = await freshDatabase()
    hub = await openTestHub({ database, config: { limits: { ...database.config.limits, deadline: 3_000 } } })
    other = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
    watching = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
    await Promise.all([other.connect(), watching.connect()])
  })
  afterAll(async () => {
    await Promise.all([other.end(), watching.end()])
    await hub.close()
    await database.drop()
  })

  const waiting = async () => (await watching.query<{ statements: number }>(WAITING)).rows[0]?.statements

  test('is stopped down to the database: what it waited for there is waited for no longer', async () => {
    const records = hub.as('records-officer')
    expect((await records.ask(PERSONS)).errors).toEqual([])
    await other.query('BEGIN; LOCK TABLE officers.identity_record IN ACCESS EXCLUSIVE MODE')
    const asked = records.ask(PERSONS)
    await expect.poll(waiting, { timeout: 3_000 }).toBe(1)
    const { status, data, errors } = await asked
    expect([status, data, errors.map(({ extensions }) => extensions.code)]).toEqual([503, null, ['DEADLINE_EXCEEDED']])
    // The lock is still held.
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0)
    await other.query('ROLLBACK')
    expect((await records.ask(PERSONS)).errors).toEqual([])
  })
})
