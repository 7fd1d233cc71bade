import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SqlDisclosureLog } from '../../../audit/sql-disclosure-log.js'
import { socketUrl } from '../../../prisma/connection.js'
import { entryOf } from '../../support/disclosure-entry.js'
import { openTestLog } from '../../support/disclosure-log.js'
import { openTestHub, type TestHub } from '../../support/hub.js'

const UNAVAILABLE = expect.objectContaining({ code: 'AUDIT_UNAVAILABLE' }) as Error

describe('the disclosure log', () => {
  let hub: TestHub
  let url: string
  let log: SqlDisclosureLog
  let client: pg.Client
  beforeAll(async () => {
    hub = await openTestHub()
    url = hub.hub.database.ownerUrl
    log = await openTestLog(url)
    client = new pg.Client({ connectionString: url })
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await log.close()
    await hub.close()
  })

  let last: number
  const read = async <Row extends object>(columns: string, more = ''): Promise<Row[]> => {
    const { rows } = await client.query<Row>(`SELECT ${columns} FROM hub.disclosure_entry WHERE seq > $1 ${more}`, [
      last,
    ])
    return rows
  }
  beforeEach(async () => {
    const { rows } = await client.query<{ seq: number }>(
      'SELECT coalesce(max(seq), 0)::int AS seq FROM hub.disclosure_entry',
    )
    last = rows[0]?.seq ?? 0
  })

  test('An entry that was acknowledged is there, whole', async () => {
    const entry = entryOf('hiring-city', {
      service: 'case-system',
      subjects: ['idr_one', 'idr_two'],
      caseReference: null,
    })
    const id = await log.append(entry)
    const rows = await read(
      `id, at, viewer, service, agency, jurisdiction, purpose, case_reference AS "caseReference", operation,
       policy_version AS "policyVersion", records, subjects`,
    )
    expect(rows).toEqual([{ id, ...entry }])
  })

  test('Entries of one moment share a commit, in their order, and each has an id of its own', async () => {
    const viewers = Array.from({ length: 150 }, (_, number) => `viewer-${number}`)
    const ids = await Promise.all(viewers.map((viewer) => log.append(entryOf(viewer))))
    const rows = await read<{ id: string; viewer: string }>('id, viewer', 'ORDER BY seq')
    expect(rows).toEqual(viewers.map((viewer, place) => ({ id: ids[place], viewer })))
    const [{ commits } = { commits: 0 }] = await read<{ commits: number }>('count(DISTINCT xmin::text)::int AS commits')
    // The first one goes alone; the others gather while it is being committed.
    expect(commits).toBe(2)
  })

  test('One after the other, none waits for a later one', async () => {
    for (let number = 0; number < 20; number++) await log.append(entryOf('hiring-city'))
    expect(await read('id')).toHaveLength(20)
  })

  test('What the database refuses is not acknowledged, and the next entry is', async () => {
    await expect(log.append(entryOf('\u0000'))).rejects.toEqual(UNAVAILABLE)
    const id = await log.append(entryOf('hiring-city'))
    expect(await read('id')).toEqual([{ id }])
  })

  test('A database that does not answer in time, or is not there, is a failure', async () => {
    const hasty = await openTestLog(url, { patience: 300 })
    await client.query('BEGIN; LOCK TABLE hub.disclosure_entry IN ACCESS EXCLUSIVE MODE')
    try {
      await expect(hasty.append(entryOf('hiring-city'))).rejects.toEqual(UNAVAILABLE)
    } finally {
      await client.query('ROLLBACK')
    }
    expect(await hasty.append(entryOf('hiring-city'))).toMatch(/^\w+_/)
    await hasty.close()

    await expect(openTestLog(socketUrl('/no-such-folder'))).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
  })

  test('Closing waits for what was appended', async () => {
    const closing = await openTestLog(url)
    const appended = Promise.all([closing.append(entryOf('one')), closing.append(entryOf('two'))])
    await closing.close()
    await expect(appended).resolves.toHaveLength(2)
    await expect(closing.append(entryOf('three'))).rejects.toEqual(UNAVAILABLE)
  })

  test('An answer about a person does not leave the hub without its entry', async () => {
    const persons = '{ officers(first: 3) { nodes { id name { family } } } }'
    const records = hub.as('records-officer')
    const answered = await records.ask<{ officers: { nodes: { id: string }[] } }>(persons)
    expect(answered.errors).toEqual([])
    const ids = answered.data?.officers.nodes.map(({ id }) => id) ?? []
    expect(ids).toHaveLength(3)
    const [entry] = await read<{ viewer: string; records: { id: string }[] }>('viewer, records')
    expect(entry).toMatchObject({ viewer: 'demo:records-officer' })
    expect(ids.every((id) => entry?.records.some((record) => record.id === id))).toBe(true)

    await client.query('ALTER TABLE hub.disclosure_entry ADD CONSTRAINT full_disk CHECK (false) NOT VALID')
    try {
      const refused = await records.ask(persons)
      expect(refused.data).toBeNull()
      expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['AUDIT_UNAVAILABLE'])
      expect(ids.filter((id) => refused.text.includes(id))).toEqual([])
      const directory = await hub.as('public').ask('{ jurisdictions { code } }')
      expect(directory.errors).toEqual([])
    } finally {
      await client.query('ALTER TABLE hub.disclosure_entry DROP CONSTRAINT full_disk')
    }
    expect((await records.ask(persons)).data).toEqual(answered.data)
    // The operator is told why, once, and that it is over: 23514 is a constraint that does not hold.
    const said = hub.log
      .map((line) => JSON.parse(line) as { component?: string; fault?: string; msg: string })
      .filter(({ component }) => component === 'disclosure log')
    expect(said.map(({ fault, msg }) => [fault, msg])).toEqual([
      ['23514', 'Entries cannot be committed: until they can, no answer that holds a person leaves'],
      [undefined, 'Entries are committed again'],
    ])
  })
})
