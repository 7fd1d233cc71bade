import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSyntheticWorkbook, SYNTHETIC_FILE } from '../../../../demo/make-va-dcjs-synthetic.js'
import { readPolicyFiles } from '../../../../policy/index.js'
import { counts, listDatabase, type ListDatabase } from './database.js'

const FILE = fileURLToPath(SYNTHETIC_FILE)
const FINALIZED = 0
const NONE = { created: 0, updated: 0 }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-list-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The synthetic workbook, changed: a later edition of the list. */
async function edition(name: string, change: (workbook: ExcelJS.Workbook) => void): Promise<string> {
  const workbook = buildSyntheticWorkbook()
  change(workbook)
  const path = join(folder, name)
  await workbook.xlsx.writeFile(path)
  return path
}

function rowOf(workbook: ExcelJS.Workbook, sheet: number, surname: string): ExcelJS.Row {
  let found: ExcelJS.Row | null = null
  workbook.worksheets[sheet]?.eachRow((row) => {
    if (row.getCell(1).text.trim() === surname) found = row
  })
  if (!found) throw new Error(`no row of ${surname}`)
  return found
}

const STATUS = 7

describe('one list, edition after edition', () => {
  let database: ListDatabase
  beforeAll(async () => {
    database = await listDatabase()
  })
  afterAll(() => database.close())

  test('a dry run counts and writes nothing', async () => {
    const before = await counts(database)
    const report = await database.run(FILE, { apply: false })
    expect(report).toMatchObject({ dryRun: true, synthetic: true, needsRealData: false })
    expect(report.totals.created + report.totals.rejected + report.totals.unchanged).toBe(report.totals.rows)
    expect(await counts(database)).toEqual(before)
    expect(await database.value('select count(*)::int from hub.import_run')).toBe(0)
  })

  test('the first run creates, the second finds everything unchanged, and both are on record', async () => {
    const first = await database.run(FILE)
    expect(first.totals.created).toBeGreaterThan(60)
    const written = await counts(database)
    expect(written['records']).toBe(first.written.IdentityRecord.created)

    const second = await database.run(FILE)
    expect(second.totals).toEqual({
      rows: first.totals.rows,
      created: 0,
      updated: 0,
      unchanged: first.totals.created + first.totals.unchanged,
      rejected: first.totals.rejected,
    })
    expect(Object.values(second.written)).toEqual(Object.values(second.written).map(() => NONE))
    expect(second.rejected).toEqual(first.rejected)
    expect(await counts(database)).toEqual(written)
    expect(
      await database.rows('select totals, real_data as "realData", actor from hub.import_run order by applied_at'),
    ).toEqual([
      { totals: first.totals, realData: false, actor: 'test' },
      { totals: second.totals, realData: false, actor: 'test' },
    ])
    expect(await database.value('select has_real_data from hub.state')).toBe(false)
  })

  test('a status that changed is a new version with its assertion; nothing else moves', async () => {
    const before = await counts(database)
    const changed = await edition('appeal.xlsx', (workbook) => {
      rowOf(workbook, FINALIZED, 'Averidge').getCell(STATUS).value = 'Finalized/ APA Appeal Pending'
    })
    const { totals, written } = await database.run(changed)
    expect(totals).toMatchObject({ created: 0, updated: 1 })
    expect(written.Incident).toEqual({ created: 0, updated: 1 })
    const versions = await database.rows(
      `select a.version, a.payload->>'stage' as stage, a.payload->>'admitted' as admitted
         from incidents.assertion a
         join incidents.incident i on i.id = a.record_id
         join officers.identity_record r on r.id = i.subject_record
        where r.family = 'Averidge' order by a.version`,
    )
    expect(versions).toEqual([
      { version: 1, stage: 'FINAL', admitted: 'true' },
      { version: 2, stage: 'EFFECTIVE_UNDER_APPEAL', admitted: 'false' },
    ])
    const after = await counts(database)
    expect({ ...after, assertions: 0, statuses: 0 }).toEqual({ ...before, assertions: 0, statuses: 0 })
    // The certificate's history keeps what it was.
    expect(after['statuses']).toBe((before['statuses'] ?? 0) + 1)
  })

  test('reinstated since, beside a row that only changed: each keeps its own columns', async () => {
    const reinstated = await edition('reinstated.xlsx', (workbook) => {
      const [finalized, , , list] = workbook.worksheets
      const row = rowOf(workbook, FINALIZED, 'Gallowen')
      const [family, given, middle, agency, fn] = [1, 2, 3, 4, 5].map((cell) => row.getCell(cell).value)
      finalized?.spliceRows(row.number, 1)
      list?.addRow([family, given, middle, agency, fn, 'N/A', 'REINSTATED, 03/03/2025'])
    })
    const { totals, written } = await database.run(reinstated)
    // Averidge is final again; Gallowen's decision is held for its owner.
    expect(totals).toMatchObject({ created: 0, updated: 2 })
    expect(written.Incident).toEqual({ created: 0, updated: 2 })
    const stages = await database.rows(
      `select r.family, i.stage, i.admitted, i.ground_code as ground, c.status, c.stage as "certificateStage"
         from officers.identity_record r
         join incidents.incident i on i.subject_record = r.id
         join credentials.certification c on c.subject_record = r.id
        where r.family in ('Averidge', 'Gallowen') order by r.family`,
    )
    expect(stages).toEqual([
      {
        family: 'Averidge',
        stage: 'FINAL',
        admitted: true,
        ground: 'VA-15.2-1707-B-vi',
        status: 'REVOKED',
        certificateStage: 'FINAL',
      },
      {
        family: 'Gallowen',
        stage: 'HELD',
        admitted: false,
        ground: 'VA-15.2-1707-B-vi',
        status: 'REINSTATED',
        certificateStage: 'FINAL',
      },
    ])
  })

  test('what a court overturned at the hub, a list does not bring back', async () => {
    await database.client.query(
      `update incidents.incident set stage = 'OVERTURNED', admitted = false, admission_basis = 'NONE', version = version + 1
        where subject_record = (select id from officers.identity_record where family = 'Averidge')`,
    )
    const { rejected } = await database.run(FILE)
    expect(rejected.map(({ code }) => code)).toContain('DECIDED_AT_HUB')
    expect(
      await database.value(
        `select stage from incidents.incident
          where subject_record = (select id from officers.identity_record where family = 'Averidge')`,
      ),
    ).toBe('OVERTURNED')
  })

  test('the source takes part by its list, in its own words', async () => {
    expect(
      await database.rows(
        'select jurisdiction, kinds, coverage_from::text as "from", next_phone as phone from hub.participation',
      ),
    ).toEqual([{ jurisdiction: 'US-VA', kinds: ['DECERTIFICATION'], from: '2021-03-01', phone: null }])
  })

  test('raw values stand beside mapped ones in the row, and no free text in an assertion', async () => {
    expect(
      await database.value('select count(*)::int from incidents.incident where ground_raw is not null'),
    ).toBeGreaterThan(60)
    expect(
      await database.value(
        `select count(*)::int from incidents.assertion where payload ? 'ground_raw' or payload ? 'status_raw'`,
      ),
    ).toBe(0)
  })
})

describe('all or nothing', () => {
  let database: ListDatabase
  beforeAll(async () => {
    database = await listDatabase()
  })
  afterAll(() => database.close())

  test('a failure at the last table leaves nothing of the file, and the next run writes all of it', async () => {
    const before = await counts(database)
    await database.client.query(`alter table incidents.incident add constraint trip check (ground_code <> 'UNSTATED')`)
    await expect(database.run(FILE)).rejects.toThrow()
    expect(await counts(database)).toEqual(before)
    expect(await database.value('select count(*)::int from hub.import_run')).toBe(0)

    await database.client.query('alter table incidents.incident drop constraint trip')
    const { totals } = await database.run(FILE)
    expect(totals.created).toBeGreaterThan(60)
  })

  test('records that are not marked synthetic need --real-data in a demo, and are remembered', async () => {
    const unmarked = await edition('unmarked.xlsx', (workbook) => {
      workbook.definedNames.model = []
    })
    const before = await counts(database)
    await expect(database.run(unmarked, { realData: false })).rejects.toMatchObject({ code: 'IMPORT_REAL_DATA' })
    expect(await counts(database)).toEqual(before)
    expect(await database.run(unmarked, { realData: false, apply: false })).toMatchObject({ needsRealData: true })
    expect(await database.value('select has_real_data from hub.state')).toBe(false)
  })
})

describe('what may be kept is asked of the rules in force', () => {
  let database: ListDatabase
  beforeAll(async () => {
    database = await listDatabase()
  })
  afterAll(() => database.close())

  test('a bundle of the State that forbids to store a kind: its rows are rejected, and no person of them is known', async () => {
    const files = readPolicyFiles()
    const bundle = `
      @id("US-VA-TEST") @title("Held matters are not kept at the hub")
      @cite("EO 13929 Sec. 3(b), as permissible") @citeRole("DESIGN_BASIS") @citeStatus("CHECKED") @checkedOn("2026-11-24") @effectiveFrom("2026-01-01")
      forbid (principal, action == Action::"store", resource is Incident)
      when { resource.ownerJurisdiction == "US-VA" && resource.stage == "HELD" };`
    const policies = { ...files.policies, 'jurisdictions/US-VA.cedar': bundle }
    await database.client.query('insert into hub.policy_set values ($1, $2, now())', ['test', { ...files, policies }])
    await database.client.query(`insert into hub.policy_activation (hash, activated_at) values ('test', now())`)

    const { rejected, totals } = await database.run(FILE)
    const forbidden = rejected.filter(({ code }) => code === 'STORE_FORBIDDEN')
    expect(forbidden.length).toBeGreaterThan(3)
    expect(totals.created + totals.unchanged + totals.rejected).toBe(totals.rows)
    expect(await database.value(`select count(*)::int from incidents.incident where stage = 'HELD'`)).toBe(0)
    expect(await database.value('select count(*)::int from officers.identity_record')).toBe(totals.created)
  })
})

describe('a production database', () => {
  let database: ListDatabase
  beforeAll(async () => {
    database = await listDatabase()
    await database.client.query(`update hub.state set mode = 'PRODUCTION'`)
  })
  afterAll(() => database.close())

  test('refuses invented people', async () => {
    await expect(database.run(FILE)).rejects.toMatchObject({ code: 'IMPORT_WRONG_FILE' })
    expect(await database.value('select count(*)::int from agencies.agency')).toBe(0)
  })
})
