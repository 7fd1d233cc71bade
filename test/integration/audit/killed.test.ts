import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type EmbeddedChild, embeddedChild } from '../../support/child.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { expectWholeLog } from '../../support/whole-log.js'

const EMBEDDED = inject('templates').kind === 'EMBEDDED'
/**
 * The whole hub is killed in test/integration/hub/killed.test.ts; here a process that does nothing but append. On the embedded
 * database it is killed together with the database, which costs seconds a time: `npm run test:killed` makes it fifty there too.
 */
const KILLS = Number(process.env['COMITY_TEST_LOG_KILLS'] ?? (EMBEDDED ? 3 : 15))
/** Before PostgreSQL several gateways append at once. */
const AT_ONCE = EMBEDDED ? 1 : 5

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase({ world: false })
})
afterAll(() => database.drop())

const start = (): EmbeddedChild =>
  EMBEDDED
    ? embeddedChild('write', database.config.dataDir)
    : embeddedChild('append', database.config.databaseUrl as string)

test(`Killed ${KILLS} times while they append: no acknowledged entry is missing, and the tree is whole`, async () => {
  const acknowledged: string[] = []
  let killed = 0
  const lane = async () => {
    while (killed < KILLS) {
      const round = killed++
      const child = start()
      // At another point of the writing each time.
      await child.told('done', 1 + 13 * (round % 12))
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
      await child.kill()
      acknowledged.push(...child.lines.filter((line) => line.startsWith('done ')).map((line) => line.slice(5)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  const open = await database.open()
  const owner = new pg.Client({ connectionString: open.ownerUrl })
  await owner.connect()
  const { ids } = await expectWholeLog(owner)
  await owner.end()
  await open.close()
  const kept = new Set(ids)
  expect(acknowledged.length).toBeGreaterThan(KILLS * 10)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  // An entry too many is no disclosure too many: some were on their way.
  expect(ids.length).toBeGreaterThanOrEqual(acknowledged.length)
}, 900_000)
