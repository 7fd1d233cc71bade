import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../../audit/export/faults.js'
import { CAST } from '../../../prisma/seed/index.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { runComity } from '../../support/run-comity.js'
import { afterCheck } from '../policy/askers.js'

const READ = 'query ReadOfficer($id: ID!) { officer(id: $id) { id name { family } } }'
const dir = mkdtempSync(join(tmpdir(), 'comity-export-'))
const at = (name: string): string => join(dir, name)

let hub: TestHub
let owner: pg.Client
/** Ids in the order of the log. */
let ids: readonly string[]
const audit = (...args: string[]) => runComity(['audit', ...args], { env: hub.database.env })
/** No hub and no database: nothing of the environment. */
const verify = (file: string, ...args: string[]) =>
  runComity(['audit', 'verify', at(file), '--key', at('log.key'), ...args])

beforeAll(async () => {
  hub = await openTestHub()
  const { client } = await afterCheck(hub, 'hiring-city', CAST.subject)
  for (let time = 0; time < 4; time++) await client.ask(READ, { id: CAST.subject.officerId })
  owner = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM hub.disclosure_entry ORDER BY seq')
  ids = rows.map(({ id }) => id)
  // What somebody can do who owns the database: the triggers do not hold against its owner.
  for (const table of ['disclosure_entry', 'disclosure_leaf', 'tree_head'])
    await owner.query(`ALTER TABLE hub.${table} DISABLE TRIGGER ALL`)
  writeFileSync(at('log.key'), (await audit('key')).out)
})
afterAll(async () => {
  await owner.end()
  await hub.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Changes the log, exports it, and puts it back as it was. */
async function faultsAfter(change: () => Promise<unknown>, back: () => Promise<unknown>): Promise<string[]> {
  await change()
  try {
    expect((await audit('export', '--out', at('changed.jsonl'))).code).toBe(0)
    return await faultsIn('changed.jsonl')
  } finally {
    await back()
  }
}

async function faultsIn(file: string): Promise<string[]> {
  const { code, out } = await verify(file, '--json')
  const { faults } = JSON.parse(out) as { faults: Fault[] }
  expect(code).toBe(faults.length === 0 ? 0 : 1)
  return faults.map(({ kind, entry, head }) => `${kind} ${entry ?? `head ${head}`}`)
}

describe('the log of answers that the hub gave', () => {
  test('is exported whole, and a third party verifies it with the key alone', async () => {
    expect(ids.length).toBeGreaterThanOrEqual(5)
    const exported = await audit('export', '--out', at('log.jsonl'))
    expect(exported).toEqual({
      code: 0,
      out: `comity.local/disclosures: ${ids.length} entries in ${at('log.jsonl')}\n`,
      err: '',
    })
    const { rows } = await owner.query<{ checkpoint: string }>('SELECT checkpoint FROM hub.tree_head ORDER BY size')
    writeFileSync(at('heads.txt'), rows.map(({ checkpoint }) => checkpoint).join('\n'))
    const { code, out } = await verify('log.jsonl', '--witness', at('heads.txt'))
    expect(code).toBe(0)
    expect(out).toMatch(
      new RegExp(
        `^comity\\.local/disclosures: ${ids.length} entries; ${rows.length} of ${rows.length} signed heads verified, ` +
          `the last of size ${ids.length} with root \\S+\nverified: nothing was changed\n$`,
      ),
    )
    // Ids and data classes: an expungement finds nothing in it to destroy.
    const text = readFileSync(at('log.jsonl'), 'utf8')
    expect(text).toContain(CAST.subject.officerId)
    expect(text).not.toContain(CAST.subject.name.family)
  })

  test('an entry is proved without the others', async () => {
    const [, id = ''] = ids
    expect(await audit('prove', id, '--out', at('proof.json'))).toEqual({ code: 0, out: '', err: '' })
    expect((await audit('prove', id)).out).toBe(readFileSync(at('proof.json'), 'utf8'))
    const { code, out } = await verify('proof.json', '--witness', at('heads.txt'))
    expect(code).toBe(0)
    expect(out).toContain(`entry 1 under the signed head of size ${ids.length}, which the witness saw\n`)
    expect(out).toContain(`"id":"${id}"`)
    const unknown = await audit('prove', `dsc_${'0'.repeat(26)}`)
    expect(unknown).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^LOG_ENTRY_UNKNOWN: /) as string })
  })

  test('a file that cannot be written is said so', async () => {
    expect(await audit('export', '--out', at('no/such/folder'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^BAD_INPUT: .*--out: cannot be written \(ENOENT\)/) as string,
    })
  })
})

describe('whoever owns the database changes the log, and the place is named', () => {
  test('a word of an entry', async () => {
    const write = (viewer: string) => () =>
      owner.query('UPDATE hub.disclosure_entry SET viewer = $2 WHERE id = $1', [ids[2], viewer])
    expect(await faultsAfter(write('demo:somebody'), write('demo:hiring-city'))).toEqual(['ENTRY_ALTERED 2'])
  })

  test('an entry removed', async () => {
    await owner.query('CREATE TEMP TABLE kept AS SELECT * FROM hub.disclosure_entry')
    const faults = await faultsAfter(
      () => owner.query('DELETE FROM hub.disclosure_entry WHERE id = $1', [ids[1]]),
      () => owner.query('INSERT INTO hub.disclosure_entry SELECT * FROM kept WHERE id = $1', [ids[1]]),
    )
    expect(faults).toEqual(['ENTRY_WITHOUT_CONTENTS 1'])
  })

  test('two entries exchanged', async () => {
    const place = (id: string | undefined, index: number) =>
      owner.query('UPDATE hub.disclosure_leaf SET entry_id = $1 WHERE leaf_index = $2', [id, index])
    // No entry has two leaves: one of them steps aside first.
    const put = (first: string | undefined, second: string | undefined) => async () => {
      await place('aside', 3)
      await place(first, 1)
      await place(second, 3)
    }
    expect(await faultsAfter(put(ids[3], ids[1]), put(ids[1], ids[3]))).toEqual(['ENTRY_ALTERED 1', 'ENTRY_ALTERED 3'])
  })

  test('a head forged: another root, with a signature that was good for the true one', async () => {
    const size = ids.length
    const { rows } = await owner.query<{ note: string }>(
      'SELECT checkpoint AS note FROM hub.tree_head WHERE size = $1',
      [size],
    )
    const note = rows[0]?.note ?? ''
    const forged = note.split('\n').with(2, Buffer.alloc(32, 7).toString('base64')).join('\n')
    const write = (text: string) => () =>
      owner.query('UPDATE hub.tree_head SET checkpoint = $2 WHERE size = $1', [size, text])
    expect(await faultsAfter(write(forged), write(note))).toEqual([`HEAD_SIGNATURE_FALSE head ${size}`])
  })

  test('an entry put in, in the file', async () => {
    const lines = readFileSync(at('log.jsonl'), 'utf8').split('\n')
    const second = lines.findIndex((line) => line.startsWith('{"index":1,'))
    writeFileSync(at('inserted.jsonl'), lines.toSpliced(second, 0, lines[second] ?? '').join('\n'))
    expect(await faultsIn('inserted.jsonl')).toEqual(['ENTRY_OUT_OF_ORDER 2', `END_DIFFERS ${ids.length}`])
  })

  test('afterwards the log is as it was', async () => {
    expect((await audit('export', '--out', at('after.jsonl'))).code).toBe(0)
    expect(readFileSync(at('after.jsonl'), 'utf8')).toBe(readFileSync(at('log.jsonl'), 'utf8'))
  })
})
