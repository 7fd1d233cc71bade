import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SqlDisclosureLog } from '../../../audit/sql-disclosure-log.js'
import type { OpenDatabase } from '../../../hub/database.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { entryOf } from '../../support/disclosure-entry.js'
import { openTestLog } from '../../support/disclosure-log.js'
import { runComity } from '../../support/run-comity.js'

const YEAR = 366 * 86_400_000
const yearsAgo = (years: number) => new Date(Date.now() - years * YEAR)

describe('how long an entry of the disclosure log is kept', () => {
  let under: TestDatabase
  let open: OpenDatabase
  let log: SqlDisclosureLog
  let owner: pg.Client
  beforeAll(async () => {
    under = await freshDatabase({ world: false })
    open = await under.open()
    log = await openTestLog(open.ownerUrl)
    owner = new pg.Client({ connectionString: open.ownerUrl })
    await owner.connect()
  })
  afterAll(async () => {
    await log.close()
    await owner.end()
    await open.close()
    await under.drop()
  })

  test('Five years after the disclosure even its owner removes none; after that it can go', async () => {
    const fresh = await log.append(entryOf('hiring-city', { at: yearsAgo(4) }))
    const expired = await log.append(entryOf('hiring-city', { at: yearsAgo(6) }))
    const remove = (id: string) => owner.query('DELETE FROM hub.disclosure_entry WHERE id = $1', [id])
    await expect(remove(fresh)).rejects.toThrow('hub.disclosure_entry is append-only until retention ends')
    await expect(owner.query('DELETE FROM hub.disclosure_entry')).rejects.toThrow('until retention ends')
    // Replication switches ordinary triggers off.
    await owner.query('BEGIN; SET LOCAL session_replication_role = replica')
    await expect(remove(fresh)).rejects.toThrow('until retention ends')
    await owner.query('ROLLBACK')

    expect((await remove(expired)).rowCount).toBe(1)
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM hub.disclosure_entry')
    expect(rows).toEqual([{ id: fresh }])
  })

  test('comity audit retain removes what is expired, unless the hub still holds the record; the tree stays whole', async () => {
    await owner.query(`INSERT INTO officers.officer VALUES ('off_held', now())`)
    const about = (id: string, years: number) => {
      const records = [{ type: 'Officer', id, subjects: [], classes: ['P1' as const] }]
      return log.append(entryOf('hiring-city', { at: yearsAgo(years), records, subjects: [] }))
    }
    const kept = [await about('off_gone', 4), await about('off_held', 6)]
    const expired = await about('off_gone', 6)
    const { rows: leaves } = await owner.query<{ next: number }>(
      'SELECT leaf_index::int + 1 AS next FROM hub.disclosure_leaf WHERE entry_id = $1',
      [expired],
    )
    const retain = () => runComity(['audit', 'retain'], { env: under.env, clock: () => new Date() })
    const held = 'whose years are over are kept, since a record that they name is held.'
    const gone = `For comity audit verify: --expired-before ${leaves[0]?.next}`
    expect(await retain()).toEqual({ code: 0, out: `1 entries removed; 1 ${held}\n${gone}\n`, err: '' })
    expect(await retain()).toEqual({ code: 0, out: `0 entries removed; 1 ${held}\n${gone}\n`, err: '' })
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM hub.disclosure_entry')
    const ids = rows.map(({ id }) => id)
    expect(ids).not.toContain(expired)
    expect(ids).toEqual(expect.arrayContaining(kept))

    // The next head is over the removed entry's leaf as well, and a log that is opened anew takes it up.
    const again = await openTestLog(open.ownerUrl)
    await again.append(entryOf('hiring-city'))
    await again.close()
  })

  test('Nobody changes an entry, or shortens the time that it is kept', async () => {
    const changes = [
      `UPDATE hub.disclosure_entry SET viewer = 'nobody' WHERE false`,
      `UPDATE hub.disclosure_entry SET retain_until = now()`,
      'TRUNCATE hub.disclosure_entry',
    ]
    for (const change of changes) {
      await expect(owner.query(change), change).rejects.toThrow('hub.disclosure_entry is append-only')
      await owner.query('BEGIN; SET LOCAL session_replication_role = replica')
      await expect(owner.query(change), change).rejects.toThrow('hub.disclosure_entry is append-only')
      await owner.query('ROLLBACK')
    }
    await expect(
      owner.query(
        `INSERT INTO hub.disclosure_entry (id, at, viewer, agency, jurisdiction, purpose, operation, policy_version, records,
           subjects, retain_until) VALUES ('dsc_one', now(), '', '', '', '', '', '', '[]', '{}', now() + INTERVAL '4 years')`,
      ),
    ).rejects.toThrow('disclosure_entry_retain_until_check')
  })
})
