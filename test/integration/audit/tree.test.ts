import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../hub/database.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { entryOf } from '../../support/disclosure-entry.js'
import { identityOf, newLogKey, openTestLog } from '../../support/disclosure-log.js'
import { expectWholeLog } from '../../support/whole-log.js'

const UNAVAILABLE = expect.objectContaining({ code: 'AUDIT_UNAVAILABLE' }) as Error

/** A database of the test's own, with a client of its owner. */
function useDatabase() {
  const used = {} as { under: TestDatabase; url: string; owner: pg.Client }
  let open: OpenDatabase
  beforeAll(async () => {
    used.under = await freshDatabase({ world: false })
    open = await used.under.open()
    used.url = open.ownerUrl
    used.owner = new pg.Client({ connectionString: used.url })
    await used.owner.connect()
  })
  afterAll(async () => {
    await used.owner.end()
    await open.close()
    await used.under.drop()
  })
  return used
}

describe('10,000 disclosures at once', () => {
  const database = useDatabase()

  test('are 10,000 entries in a tree whose root is that of the entries read back', async () => {
    // The embedded database has one process, and with it one log; before PostgreSQL there are several gateways.
    const logs = await Promise.all(
      Array.from({ length: database.under.kind === 'POSTGRES' ? 4 : 1 }, () => openTestLog(database.url)),
    )
    const callers = 200
    const each = 10_000 / callers
    const acknowledged = await Promise.all(
      Array.from({ length: callers }, async (_, caller) => {
        const ids: string[] = []
        const log = logs[caller % logs.length]
        for (let n = 0; n < each; n++) ids.push((await log?.append(entryOf(`viewer-${caller}`))) ?? '')
        return ids
      }),
    )
    await Promise.all(logs.map((log) => log.close()))
    const { ids, heads } = await expectWholeLog(database.owner)
    expect(ids).toHaveLength(10_000)
    expect([...ids].sort()).toEqual(acknowledged.flat().sort())
    expect(heads.length).toBeLessThan(1_000)
    // Each caller's entries are in the order in which they were acknowledged.
    const place = new Map(ids.map((id, index) => [id, index]))
    for (const own of acknowledged) {
      const places = own.map((id) => place.get(id) ?? -1)
      expect(places).toEqual([...places].sort((one, other) => one - other))
    }
  })
})

describe('one log', () => {
  const database = useDatabase()

  test('What was logged before there was a tree becomes its first leaves, once; what is written past it does not', async () => {
    const before = (id: string) =>
      database.owner.query(
        `INSERT INTO hub.disclosure_entry (id, at, viewer, agency, jurisdiction, purpose, case_reference, operation,
           policy_version, records, subjects, retain_until)
         VALUES ($1, '2026-03-01 12:00:00.123Z', 'demo:hiring-city', 'agc_one', 'US-OH', 'J', NULL, 'Candidate', 'sha256:one',
           '[{"type": "Officer", "id": "off_one", "subjects": ["idr_one"], "classes": ["P1", "P4"]}]', '{idr_one}',
           '2031-03-01 12:00:00.123Z')`,
        [id],
      )
    for (const id of ['dsc_first', 'dsc_second', 'dsc_third']) await before(id)
    const logs = [await openTestLog(database.url), await openTestLog(database.url)]
    const appended = await logs[1]?.append(entryOf('hiring-city'))
    const { ids } = await expectWholeLog(database.owner)
    expect(ids).toEqual(['dsc_first', 'dsc_second', 'dsc_third', appended])

    await before('dsc_forged')
    logs.push(await openTestLog(database.url))
    await Promise.all(logs.map((log) => log.close()))
    const unsigned = await database.owner.query<{ id: string }>(
      'SELECT id FROM hub.disclosure_entry WHERE id NOT IN (SELECT entry_id FROM hub.disclosure_leaf)',
    )
    expect(unsigned.rows).toEqual([{ id: 'dsc_forged' }])
    await database.owner.query('ALTER TABLE hub.disclosure_entry DISABLE TRIGGER disclosure_entry_retained')
    await database.owner.query(`DELETE FROM hub.disclosure_entry WHERE id = 'dsc_forged'`)
    await database.owner.query('ALTER TABLE hub.disclosure_entry ENABLE ALWAYS TRIGGER disclosure_entry_retained')
  })

  test('While its key is changed heads are signed by both, and every key that ever signed is recorded', async () => {
    const [old, young] = [newLogKey(), newLogKey()]
    const rotation = [identityOf(old), identityOf(young, old), identityOf(young)]
    for (const identity of rotation) {
      const log = await openTestLog(database.url, { identity })
      await log.append(entryOf('hiring-city'))
      await log.close()
    }
    const { heads } = await expectWholeLog(database.owner)
    expect(heads.slice(-3).map(({ signedBy }) => signedBy)).toEqual([1, 2, 1])
  })

  test.each(['disclosure_entry', 'disclosure_leaf', 'tree_node', 'tree_head'])(
    'Where hub.%s takes no more rows, nothing is acknowledged and nothing is half-written',
    async (table) => {
      const log = await openTestLog(database.url)
      const before = await expectWholeLog(database.owner)
      await database.owner.query(`ALTER TABLE hub.${table} ADD CONSTRAINT full_disk CHECK (false) NOT VALID`)
      const refused = await Promise.allSettled([1, 2, 3].map(() => log.append(entryOf('hiring-city'))))
      await database.owner.query(`ALTER TABLE hub.${table} DROP CONSTRAINT full_disk`)
      expect(refused).toEqual([1, 2, 3].map(() => ({ status: 'rejected', reason: UNAVAILABLE })))
      expect(await expectWholeLog(database.owner)).toEqual(before)

      const id = await log.append(entryOf('hiring-city'))
      await log.close()
      expect((await expectWholeLog(database.owner)).ids).toEqual([...before.ids, id])
    },
  )
})

describe('a witness', () => {
  const database = useDatabase()
  let folder: string
  let witnessFile: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comity-witness-'))
    witnessFile = join(folder, 'disclosures.notes')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const append = async (count: number) => {
    const log = await openTestLog(database.url, { witnessFile })
    for (let n = 0; n < count; n++) await log.append(entryOf('hiring-city'))
    await log.close()
  }
  const lastHead = async () => (await expectWholeLog(database.owner)).heads.at(-1)

  test('keeps the newest head when the log is closed, and a log that has grown from it is served', async () => {
    await append(3)
    const first = await lastHead()
    expect(readFileSync(witnessFile, 'utf8').endsWith(`${first?.checkpoint}\n`)).toBe(true)
    await append(4)
    const notes = readFileSync(witnessFile, 'utf8')
    expect(notes).toContain(first?.checkpoint)
    expect(notes.endsWith(`${(await lastHead())?.checkpoint}\n`)).toBe(true)
  })

  test('whose last note was cut off by a crash goes on after the one before it', async () => {
    await append(1)
    const whole = readFileSync(witnessFile, 'utf8')
    writeFileSync(witnessFile, `${whole}hub.test/disclosures\n17\nAAAA`)
    await append(1)
    expect(readFileSync(witnessFile, 'utf8')).toBe(`${whole}${(await lastHead())?.checkpoint}\n`)
  })

  test('that no key of the log signed, or that is no file, is refused', async () => {
    await append(1)
    const notes = readFileSync(witnessFile, 'utf8')
    writeFileSync(witnessFile, notes.replaceAll(/^(\u2014 .*).{8}$/gmu, '$1AAAAAAA='))
    await expect(append(1)).rejects.toMatchObject({ code: 'LOG_REWRITTEN' })
    witnessFile = folder
    await expect(append(1)).rejects.toMatchObject({ code: 'WITNESS_UNUSABLE' })
    witnessFile = join(folder, 'missing', 'disclosures.notes')
    await expect(append(1)).rejects.toMatchObject({ code: 'WITNESS_UNUSABLE' })
  })

  test('shows that the end of the log is gone, and that another one was put in its place: it is not served', async () => {
    await append(5)
    const seen = (await lastHead())?.size ?? 0
    const tables = ['disclosure_entry', 'disclosure_leaf', 'tree_node', 'tree_head']
    for (const table of tables) await database.owner.query(`ALTER TABLE hub.${table} DISABLE TRIGGER ALL`)
    for (const table of tables) await database.owner.query(`DELETE FROM hub.${table}`)
    await expect(append(1)).rejects.toMatchObject({
      code: 'LOG_REWRITTEN',
      message: expect.stringContaining(`The witness saw size ${seen}; the log has size 0.`) as string,
    })
    const forger = await openTestLog(database.url)
    await Promise.all(Array.from({ length: seen + 3 }, () => forger.append(entryOf('nobody'))))
    await forger.close()
    await expect(append(1)).rejects.toMatchObject({
      code: 'LOG_REWRITTEN',
      message: expect.stringContaining(`The witness saw size ${seen}; the log has size ${seen + 3}.`) as string,
    })
  })
})
