import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../hub/database.js'
import { CAST, NotADemo, seedDemo, WorldExists } from '../../../prisma/seed/index.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { TEST_NOW } from '../../support/now.js'

const SMALL = { now: TEST_NOW, officers: 400 }

describe('the demo world in a database', () => {
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

  const value = async (sql: string): Promise<unknown> =>
    Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]
  const persons = () => value('select count(*)::int from officers.officer')

  test('is refused by a production database', async () => {
    await client.query(`update hub.state set mode = 'PRODUCTION'`)
    await expect(seedDemo({ url: open.ownerUrl, ...SMALL })).rejects.toThrow(NotADemo)
    await client.query(`update hub.state set mode = 'DEMO'`)
    expect(await persons()).toBe(0)
  })

  test('a seeding that breaks off in the middle leaves nothing', async () => {
    const broken = seedDemo({
      url: open.ownerUrl,
      ...SMALL,
      progress: (table) => {
        if (table === 'incidents.incident') throw new Error('killed')
      },
    })
    await expect(broken).rejects.toThrow('killed')
    expect([await persons(), await value('select count(*)::int from agencies.agency')]).toEqual([0, 0])
  })

  test('so does a connection that is cut', async () => {
    const other = new pg.Client({ connectionString: open.ownerUrl })
    // The server says that it was cut; nobody is left to hear it.
    other.on('error', () => undefined)
    await other.connect()
    await other.query('begin')
    await other.query(`insert into officers.officer values ('off_cut', now())`)
    ;(other as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    await expect.poll(persons).toBe(0)
  })

  test('then it is written whole, with every table told of in turn', async () => {
    const told = new Map<string, number>()
    const report = await seedDemo({
      url: open.ownerUrl,
      ...SMALL,
      progress: (table, written, total) => {
        expect(written).toBeLessThanOrEqual(total)
        told.set(table, written)
      },
    })
    const filled = Object.entries(report.rows).filter(([, rows]) => rows > 0)
    expect([...told]).toEqual(filled)
    for (const [table, rows] of filled) expect(await value(`select count(*)::int from ${table}`)).toBe(rows)
    expect(
      await value(`select family from officers.identity_record where id = '${CAST.decertified.recordIds[0]}'`),
    ).toBe(CAST.decertified.name.family)
  })

  test('a larger one is written in parts, none of them before all', async () => {
    const other = await freshDatabase({ world: false })
    const large = await other.open()
    const whole = { url: large.ownerUrl, now: TEST_NOW, officers: 1_210, sizes: { first: 400, part: 405 } }
    const told: number[][] = []
    const broken = seedDemo({
      ...whole,
      people: () => {
        throw new Error('killed')
      },
    })
    await expect(broken).rejects.toThrow('killed')
    const report = await seedDemo({ ...whole, people: (...numbers) => told.push(numbers) })
    expect(told).toEqual([
      [805, 1_210],
      [1_210, 1_210],
    ])
    const counting = new pg.Client({ connectionString: large.ownerUrl })
    await counting.connect()
    const { rows } = await counting.query<object>(
      `select (select count(*)::int from officers.officer) as officers,
              (select count(*)::int from officers.employment) as spells,
              (select count(*)::int from incidents.incident) as incidents,
              (select count(*)::int from pg_indexes where indexname = 'identity_record_match_keys_idx') as indexes`,
    )
    await counting.end()
    await large.close()
    await other.drop()
    expect(rows).toEqual([
      {
        officers: 1_210,
        spells: report.rows['officers.employment'],
        incidents: report.rows['incidents.incident'],
        indexes: 1,
      },
    ])
    expect(report.rows['officers.officer']).toBe(1_210)
  })

  test('and not twice', async () => {
    await expect(seedDemo({ url: open.ownerUrl, ...SMALL })).rejects.toThrow(WorldExists)
    expect(await persons()).toBe(SMALL.officers)
  })
})
