import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphQLSchema } from 'graphql'
import { takeSnapshot, type Snapshot } from '../oracle/snapshot.js'
import { openTestHub, type TestHub } from '../support/hub.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'
import { apiSchema } from '../leaks/api-schema.js'
import { openCases } from '../leaks/askers.js'
import { describeOutcome, runOperations } from '../leaks/run-operations.js'

const seed = Number(process.env['COMITY_LEAK_SEED'] ?? Date.now() % 1_000_000_000)
const operations = Number(process.env['COMITY_LEAK_OPERATIONS'] ?? 3000)

let database: TestDatabase
let hub: TestHub
let snapshot: Snapshot
let schema: GraphQLSchema

beforeAll(async () => {
  database = await freshDatabase()
  hub = await openTestHub({ database })
  await openCases(hub)
  snapshot = await takeSnapshot(hub.hub.database.ownerUrl)
  schema = apiSchema(hub.hub.gateway.supergraphSdl)
})
afterAll(async () => {
  await hub.close()
  await database.drop()
})

describe('Random operations', () => {
  it('show nothing that the oracle does not allow', { timeout: 600_000 }, async () => {
    const began = performance.now()
    const outcome = await runOperations({ hub, snapshot, schema, seed, operations })
    console.info(`seed ${seed}: ${describeOutcome(outcome, (performance.now() - began) / 1000)}`)
    console.info(JSON.stringify(outcome.byAsker), outcome.refusal)
    console.info(JSON.stringify(outcome.found.slice(0, 5), null, 1))
    const kinds: Record<string, number> = {}
    for (const { coordinate, why, who } of outcome.found)
      kinds[`${coordinate} ${why} ${who}`] = (kinds[`${coordinate} ${why} ${who}`] ?? 0) + 1
    console.info(JSON.stringify(kinds, null, 1))
    expect(outcome.found.slice(0, 3)).toEqual([])
  })
})
