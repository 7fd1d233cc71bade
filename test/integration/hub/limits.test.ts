import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { openTestHub, type TestHub } from '../../support/hub.js'

const AGENCIES = '{ agencies(first: 2) { nodes { name } } }'
/** 3 selections, 2 rows' names, and a root field. */
const COST = 1 + 2 * 2 + 10
const SERVED = 3

let database: TestDatabase
let hub: TestHub
beforeAll(async () => {
  database = await freshDatabase()
  const { limits } = database.config
  hub = await openTestHub({
    database: {
      ...database,
      config: {
        ...database.config,
        limits: { ...limits, concurrency: 1, rates: { ...limits.rates, address: SERVED * COST } },
      },
    },
  })
})
afterAll(async () => {
  await hub.close()
  await database.drop()
})

interface Sent {
  readonly status: number
  readonly code: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
}

async function send(
  remoteAddress: string,
  more: { headers?: Record<string, string>; payload?: string } = {},
): Promise<Sent> {
  const response = await hub.app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress,
    headers: { 'content-type': 'application/json', ...more.headers },
    payload: more.payload ?? JSON.stringify({ query: AGENCIES }),
  })
  const { errors } = response.json<{ errors?: readonly { extensions: { code: string } }[] }>()
  const { ratelimit, 'ratelimit-policy': policy, 'retry-after': retryAfter } = response.headers
  return { status: response.statusCode, code: errors?.[0]?.extensions.code, headers: { ratelimit, policy, retryAfter } }
}

describe('Who asks from one address without a token', () => {
  const policy = `"address";q=${SERVED * COST};w=60`

  it('is told what is left, then to come again later; from another address one is served', async () => {
    const answers: Sent[] = []
    for (let request = 0; request <= SERVED; request++) answers.push(await send('192.0.2.1'))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(answers[0]?.headers).toEqual({
      ratelimit: expect.stringMatching(`^"address";r=${(SERVED - 1) * COST};t=\\d+$`) as string,
      policy,
      retryAfter: undefined,
    })
    expect(answers[SERVED]).toEqual({
      status: 429,
      code: 'RATE_LIMITED',
      headers: {
        ratelimit: expect.stringMatching(/^"address";r=0;t=\d+$/) as string,
        policy,
        retryAfter: expect.stringMatching(/^\d+$/) as string,
      },
    })
    expect((await send('192.0.2.2')).status).toBe(200)
  })

  it('is not somebody else by a header of its own', async () => {
    expect((await send('192.0.2.1', { headers: { 'x-forwarded-for': '198.51.100.7' } })).code).toBe('RATE_LIMITED')
  })

  it('with a token is counted as the viewer that it names', async () => {
    expect((await hub.as('auditor').ask(AGENCIES)).status).toBe(200)
  })
})

describe('With as many requests as the hub answers, and as many waiting as may', () => {
  it('the next is refused before anything of it is read; health answers; then all go on', async () => {
    const { admission } = hub.hub.limits
    const leave = await admission.enter()
    const waiting = Array.from({ length: 4 }, () => admission.enter())
    const refused = { status: 503, code: 'OVERLOADED', headers: { retryAfter: '1' } }
    expect(await send('192.0.2.3')).toEqual(refused)
    expect(await send('192.0.2.3', { payload: '{"query":' })).toEqual(refused)
    expect((await hub.app.inject('/health/live')).statusCode).toBe(200)
    leave()
    for (const turn of waiting) (await turn)()
    expect((await send('192.0.2.3')).status).toBe(200)
    expect([admission.running, admission.waiting]).toEqual([0, 0])
  })
})

describe('A request that takes longer than its time', () => {
  it('is stopped, tells so, and leaves its place to the next', async () => {
    const holder = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
    await holder.connect()
    const limits = hub.hub.limits as { deadline: number }
    const { deadline } = limits
    try {
      // On the embedded database, whose session is one, the transaction itself is what everybody waits for.
      await holder.query('BEGIN; LOCK TABLE agencies.agency IN ACCESS EXCLUSIVE MODE')
      limits.deadline = 300
      expect(await send('192.0.2.4')).toMatchObject({ status: 503, code: 'DEADLINE_EXCEEDED' })
    } finally {
      limits.deadline = deadline
      await holder.query('ROLLBACK')
      await holder.end()
    }
    expect((await send('192.0.2.5')).status).toBe(200)
    expect(hub.hub.limits.admission.running).toBe(0)
  })
})
