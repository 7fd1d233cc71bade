import { afterAll, beforeAll, expect, it } from 'vitest'
import { startLoadedHub } from '../load/hub.js'
import { load } from '../load/load.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'

let database: TestDatabase
let hub: Awaited<ReturnType<typeof startLoadedHub>>
beforeAll(async () => {
  database = await freshDatabase()
  hub = await startLoadedHub(database.env, database.config)
})
afterAll(async () => {
  await hub.kill()
  await database.drop()
})

// Nothing is timed here: `npm run load` is.
it('At three times its capacity the hub stays up, answers what it admits as in calm, and tells the rest when to come again', async () => {
  const { counts, faults, health } = await load(hub, { seconds: 2, measured: 1, calm: 2 })
  expect(faults).toEqual([])
  expect(health.missed).toBe(0)
  expect(health.looks).toBeGreaterThan(0)
  // Some were admitted and some were not: otherwise nothing was shown.
  expect(counts).toMatchObject({ 200: expect.any(Number) as number, 503: expect.any(Number) as number })
})
