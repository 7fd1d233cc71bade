import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../hub/database.js'
import { rekeyRecords } from '../../../hub/rekey.js'
import { KEYS_VERSION } from '../../../subgraphs/officers/matching/index.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'

const KEYED = `select id, match_keys, keys_version from officers.identity_record order by id`
const STALE = 1_200

describe('records whose keys are of another version', () => {
  let under: TestDatabase
  let open: OpenDatabase
  let client: pg.Client
  let before: object[]
  const rows = async (sql: string): Promise<object[]> => (await client.query<object>(sql)).rows
  beforeAll(async () => {
    under = await freshDatabase()
    open = await under.open()
    client = new pg.Client({ connectionString: open.ownerUrl })
    await client.connect()
    before = await rows(KEYED)
  })
  afterAll(async () => {
    await client.end()
    await open.close()
    await under.drop()
  })

  test('are none in a world that this version wrote', async () => {
    expect(before.every((row) => (row as { keys_version: number }).keys_version === KEYS_VERSION)).toBe(true)
    expect(await rekeyRecords(open.ownerUrl)).toBe(0)
  })

  test('get the keys that they would be written with, in batches; what another process keys meanwhile is left to it', async () => {
    await client.query(
      `update officers.identity_record set match_keys = '{old}', keys_version = ${KEYS_VERSION} + (case when random() < 0.5 then 1 else -1 end)
        where id in (select id from officers.identity_record order by id limit ${STALE})`,
    )
    const told: number[][] = [[], []]
    const done = await Promise.all(told.map((numbers) => rekeyRecords(open.ownerUrl, (count) => numbers.push(count))))
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(STALE)
    expect(told.flat().length).toBeGreaterThanOrEqual(3)
    expect(await rows(KEYED)).toEqual(before)
  })

  test('whoever opens the database finds them keyed', async () => {
    await client.query(`update officers.identity_record set match_keys = '{}', keys_version = 0 where id = $1`, [
      (before[0] as { id: string }).id,
    ])
    const steps: string[] = []
    const again = await under.open((step) => steps.push(step))
    await again.close()
    expect(steps).toEqual(['keys of the identity records'])
    expect(await rows(KEYED)).toEqual(before)
  })
})
