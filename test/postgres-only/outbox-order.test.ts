import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { OpenDatabase } from '../../hub/database.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'

const SEND = `
  INSERT INTO hub.outbox (from_subgraph, topic, payload, recorded_at) VALUES ($1, 'test', '{}', now()) RETURNING seq::int`

// PostgreSQL only: transactions of the embedded database take turns in any case.
describe.skipIf(inject('templates').kind !== 'POSTGRES')('the outbox', () => {
  let under: TestDatabase
  let open: OpenDatabase
  let first: pg.Client
  let second: pg.Client
  beforeAll(async () => {
    under = await freshDatabase({ world: false })
    open = await under.open()
    first = new pg.Client({ connectionString: open.ownerUrl })
    second = new pg.Client({ connectionString: open.ownerUrl })
    await Promise.all([first.connect(), second.connect()])
  })
  afterAll(async () => {
    await Promise.all([first.end(), second.end()])
    await open.close()
    await under.drop()
  })

  const send = async (client: pg.Client, from: string) => {
    const { rows } = await client.query<{ seq: number }>(SEND, [from])
    return rows[0]?.seq ?? 0
  }

  test('is numbered in the order of the commits: no lower number appears behind a reader', async () => {
    await first.query('BEGIN')
    await second.query('BEGIN')
    const lower = await send(first, 'incidents')
    let done = false
    const higher = send(second, 'credentials').finally(() => (done = true))
    await expect
      .poll(async () => {
        const waiting = await first.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)
        return waiting.rowCount
      })
      .toBe(1)
    expect(done).toBe(false)
    await first.query('COMMIT')
    expect(await higher).toBeGreaterThan(lower)
    await second.query('COMMIT')
  })
})
