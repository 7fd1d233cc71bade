import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoToken } from '../../../hub/demo-token.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { type HubProcess, startHubProcess } from '../../support/hub-process.js'
import { personSink } from '../../support/sink.js'
import { finding } from '../subgraphs/incidents/submissions.js'

/** Each costs a start. `npm run test:killed`, a phase of `.ci/run`, makes it twenty on the embedded database. */
const ROUNDS = Number(process.env['COMITY_TEST_KILLS'] ?? 2)
const WRITERS = 4
const SUBMIT = `mutation ($input: SubmitIncidentInput!, $key: String) {
  submitIncident(input: $input, idempotencyKey: $key) { id }
}`

let database: TestDatabase
let authorization: string
beforeAll(async () => {
  database = await freshDatabase()
  authorization = `Bearer ${await demoToken('records-officer', {}, database.config, () => new Date())}`
})
afterAll(() => database.drop())

/** The id of the instance that the key stands for, once the hub has acknowledged it; throws when the hub is gone. */
async function submit(hub: HubProcess, key: string): Promise<string> {
  const response = await fetch(`${hub.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: SUBMIT, variables: { input: { ...finding(), fileRef: key }, key } }),
  })
  const { data, errors } = (await response.json()) as {
    data?: { submitIncident: { id: string } | null }
    errors?: { extensions: { code: string } }[]
  }
  if (!data?.submitIncident) throw new Error(`Not submitted: ${errors?.map((error) => error.extensions.code).join()}`)
  return data.submitIncident.id
}

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  const opened = await database.open()
  const client = new pg.Client({ connectionString: opened.ownerUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
    await opened.close()
  }
}

test(`Killed ${ROUNDS} times while a records officer submits: each acknowledged instance is there, logged, and once`, async () => {
  const sent: string[] = []
  const acknowledged = new Map<string, string>()
  for (let round = 0; round < ROUNDS; round++) {
    const hub = await startHubProcess(database.env, ['start'], personSink())
    const before = acknowledged.size
    let killed: Promise<void> | null = null
    const write = async (writer: number) => {
      for (let n = 0; !killed; n++) {
        const key = `finding-${round}-${writer}-${n}`
        sent.push(key)
        const id = await submit(hub, key).catch((error: unknown) => {
          // What was on its way when the hub was killed got no answer; before that, every one is answered.
          if (!killed) throw error
          return null
        })
        if (id !== null) acknowledged.set(key, id)
        // At another point of the writing each time, while the others' requests are on their way.
        if (acknowledged.size - before > round) killed ??= hub.kill()
      }
    }
    try {
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
    } finally {
      await (killed ?? hub.kill())
    }
  }
  expect(acknowledged.size).toBeGreaterThan((ROUNDS * ROUNDS) / 2)
  // In a few rounds everything that was on its way may have been answered just before the kill.
  if (ROUNDS >= 10) expect(sent.length).toBeGreaterThan(acknowledged.size)

  const kept = await rows<{ id: string; key: string }>('SELECT id, source_file_ref AS key FROM incidents.incident')
  const idOf = new Map(kept.map(({ id, key }) => [key, id]))
  expect([...acknowledged].filter(([key, id]) => idOf.get(key) !== id)).toEqual([])
  const logged = await rows<{ id: string }>(
    `SELECT jsonb_array_elements(records) ->> 'id' AS id FROM hub.disclosure_entry`,
  )
  const disclosed = new Set(logged.map(({ id }) => id))
  expect([...acknowledged.values()].filter((id) => !disclosed.has(id))).toEqual([])

  // Whoever got no answer asks again with the same key: whether it had been written or not, it is there once now.
  const hub = await startHubProcess(database.env, ['start'], personSink())
  try {
    for (const key of sent.filter((each) => !acknowledged.has(each))) acknowledged.set(key, await submit(hub, key))
  } finally {
    await hub.kill()
  }
  const all = await rows<{ id: string; key: string }>(
    `SELECT id, source_file_ref AS key FROM incidents.incident WHERE source_file_ref LIKE 'finding-%' ORDER BY source_file_ref COLLATE "C"`,
  )
  expect(all).toEqual([...sent].sort().map((key) => ({ key, id: acknowledged.get(key) })))
}, 600_000)
