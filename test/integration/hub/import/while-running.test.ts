import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYNTHETIC_FILE } from '../../../../demo/make-va-dcjs-synthetic.js'
import { newId } from '../../../../contract/ids.js'
import { importList, type ListImport } from '../../../../hub/import-list.js'
import { CAST } from '../../../../prisma/seed/index.js'
import { freshDatabase, type TestDatabase } from '../../../support/database.js'
import type { OpenDatabase } from '../../../../hub/database.js'
import { TEST_NOW } from '../../../support/now.js'

const FILE = fileURLToPath(SYNTHETIC_FILE)
/** Longer than this and whoever asks the hub meanwhile takes it for broken. In milliseconds. */
const WAIT_MAX = 5_000

describe('an import while the hub has the database open', () => {
  let under: TestDatabase
  let hub: OpenDatabase
  let client: pg.Client
  beforeAll(async () => {
    under = await freshDatabase()
    hub = await under.open()
    client = new pg.Client({ connectionString: hub.ownerUrl })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await hub.close()
    await under.drop()
  })

  const request = (more: Partial<ListImport> = {}): ListImport => ({
    profile: 'va-dcjs',
    file: FILE,
    apply: true,
    realData: false,
    config: under.config,
    clock: () => TEST_NOW,
    progress: () => undefined,
    step: () => undefined,
    ...more,
  })

  test('loses nothing on either side, and nobody waits long', async () => {
    let done = false
    const written: string[] = []
    let longest = 0
    const writer = (async () => {
      while (!done) {
        const id = newId('Officer')
        const began = performance.now()
        await client.query('insert into officers.officer values ($1, $2)', [id, TEST_NOW])
        longest = Math.max(longest, performance.now() - began)
        written.push(id)
      }
    })()
    const report = await importList(request())
    done = true
    await writer

    expect(report.totals.created).toBeGreaterThan(60)
    const { rows } = await client.query<{ imported: number; kept: number; cast: number }>(
      `select (select count(*)::int from officers.identity_record where source_system = 'va-dcjs') as imported,
              (select count(*)::int from officers.officer where id = any($1)) as kept,
              (select count(*)::int from officers.officer where id = $2) as "cast"`,
      [written, CAST.decertified.officerId],
    )
    expect(rows).toEqual([{ imported: report.totals.created, kept: written.length, cast: 1 }])
    expect(written.length).toBeGreaterThan(3)
    expect(longest).toBeLessThan(WAIT_MAX)
  })

  test('and a new epoch tells whoever serves to load its reference data again; an unchanged file tells nothing', async () => {
    const epoch = async () => (await client.query<{ epoch: string }>('select epoch from hub.state')).rows[0]?.epoch
    const before = await epoch()
    const again = await importList(request())
    expect(again.totals).toMatchObject({ created: 0, updated: 0 })
    expect(await epoch()).toBe(before)
  })

  test('two imports at once take turns: the second finds what the first has written', async () => {
    await client.query(`delete from credentials.certification_status where certification_id in
      (select id from credentials.certification where source_system = 'va-dcjs')`)
    for (const table of ['credentials.certification', 'incidents.incident', 'officers.employment'])
      await client.query(`delete from ${table} where source_system = 'va-dcjs'`)
    await client.query(`delete from officers.identity_alias where record_id in
      (select id from officers.identity_record where source_system = 'va-dcjs')`)
    await client.query(`delete from officers.identity_record where source_system = 'va-dcjs'`)

    const reports = await Promise.all([importList(request()), importList(request())])
    const created = reports.map(({ totals }) => totals.created).sort((a, b) => a - b)
    expect(created[0]).toBe(0)
    expect(created[1]).toBeGreaterThan(60)
  })
})
