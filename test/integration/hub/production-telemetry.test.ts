import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIMS } from '../../../gateway/identity/claims.js'
import { openTelemetry, type OpenTelemetry } from '../../../hub/telemetry.js'
import { CAST, type CastMember } from '../../../prisma/seed/index.js'
import { AGENCIES } from '../../../prisma/seed/named-agencies.js'
import { ATTACKS } from '../../gateway/identity/attack-cases.js'
import { dana, ISSUER, jwk, NOW, sign } from '../../gateway/identity/tokens.js'
import { type Collector, openCollector } from '../../support/collector.js'
import { freshDatabase, type TestDatabase } from '../../support/database.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { personsIn } from '../../support/sink.js'
import { candidate } from '../policy/askers.js'

/*
 * Issue 4, must 8: what an operator reads of a running production hub names nobody and gives no secret away, whatever its
 * clients send. Persons here are those of the demo world, in a database whose mode is PRODUCTION.
 */

let database: TestDatabase
let collector: Collector
let telemetry: OpenTelemetry
let hub: TestHub
/** Tokens and keys: each of them would let whoever reads it in. */
const secrets = new Set<string>()
/** What clients were told: whole answers, and their errors alone. */
const answers: string[] = []
const errors: string[] = []
let asked = 0

beforeAll(async () => {
  const made = await freshDatabase()
  await onDatabase(made, `UPDATE hub.state SET mode = 'PRODUCTION'`)
  const issuersFile = join(made.config.dataDir, 'issuers.json')
  const ohio = {
    issuer: ISSUER,
    audience: 'comity',
    jwks: { keys: [jwk] },
    algorithms: ['EdDSA'],
    jurisdictions: ['US-OH'],
    roles: ['HIRING_INVESTIGATOR', 'RECORDS_OFFICER'],
  }
  writeFileSync(issuersFile, JSON.stringify([ohio]))
  database = { ...made, config: { ...made.config, issuersFile } }
  collector = await openCollector()
  telemetry = await openTelemetry(
    { metricsHost: '127.0.0.1', metricsPort: 0, otlpEndpoint: collector.endpoint },
    'comity',
  )
  hub = await openTestHub({ database, clock: () => NOW, telemetry: telemetry.telemetry })
})
afterAll(async () => {
  await hub.close()
  await telemetry.close()
  await collector.close()
  await database.drop()
})

async function onDatabase(made: TestDatabase, ...statements: string[]): Promise<void> {
  const opened = await made.open()
  const client = new pg.Client({ connectionString: opened.ownerUrl })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
  await opened.close()
}

async function tokenFor(caseReference: string, changes: Record<string, unknown> = {}): Promise<string> {
  const { ohioCity } = AGENCIES
  const token = await sign({
    ...dana,
    [CLAIMS.agency]: ohioCity.id,
    [CLAIMS.employerName]: ohioCity.name,
    [CLAIMS.employerOri]: ohioCity.ori ?? undefined,
    [CLAIMS.employerStateCode]: 'OH',
    [CLAIMS.jurisdiction]: ohioCity.jurisdiction,
    [CLAIMS.caseReference]: caseReference,
    ...changes,
  })
  secrets.add(token)
  return token
}

interface Answer {
  readonly data?: object | null
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
}

/** Sends anything to the endpoint, keeps what came back, and returns the codes of its errors. */
async function send(
  token: string | null,
  payload: object | string,
  headers: Record<string, string> = {},
): Promise<string[]> {
  const response = await hub.app.inject({
    method: 'POST',
    url: '/graphql',
    payload,
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  })
  asked += 1
  answers.push(response.body)
  const answer = response.json<Answer>()
  errors.push(JSON.stringify(answer.errors ?? []))
  return (answer.errors ?? []).map(({ extensions }) => extensions.code)
}

/** Each of them costs a check of every source. */
const members: readonly CastMember[] = Object.values(CAST).slice(0, 10)
const nameOf = ({ name }: CastMember) => `${name.given} ${name.family}`

/** One turn of everything that clients do, well or ill, about one member of the cast. */
async function turn(member: CastMember): Promise<void> {
  const hiring = await tokenFor(`HIRE-${member.key}`)
  const named = nameOf(member)
  const word = member.name.family.replace(/\W/g, '_')
  const check = { input: candidate(member), key: `key-${member.key}` }
  await send(hiring, { query: query('request-check'), variables: check })
  await Promise.all([
    send(hiring, { query: query('officer-record'), variables: { id: member.officerId } }),
    send(null, { query: '{ agencies(first: 3) { nodes { name kind } } }' }),
    send(hiring, { query: query('request-check'), variables: check }),
    send(hiring, { query: `query ${word} { ${word}: agencies(first: 1) { nodes { ${word}: name } } }` }),
    // Refused: variables and literals of the wrong form, unknown fields, what is no GraphQL and what is no JSON.
    send(hiring, { query: query('request-check'), variables: { input: { candidate: named, born: member.dobText } } }),
    send(hiring, { query: query('request-check'), variables: { ...check, key: { is: named } } }),
    send(hiring, { query: `{ agency(id: "${named}") { name } officer(id: "${member.dobText ?? named}") { id } }` }),
    send(hiring, { query: `{ agencies(first: "${named}") { nodes { id } } }` }),
    send(null, { query: `# ${named}\n{ agencies(` }),
    send(null, `{"query": "${named} ${member.certificate?.number ?? ''}`),
    send(null, named, { 'content-type': 'text/plain' }),
    send(hiring, [{ query: named }]),
    send(`${hiring.slice(0, -8)}AAAAAAAA`, { query: '{ viewer { subject } }' }),
    // In an address, in headers, at an address that is none.
    hub.app.inject({ url: `/graphql?query=${encodeURIComponent(`{ officers(name: "${named}") { nodes { id } } }`)}` }),
    hub.app.inject({ url: `/officers/${encodeURIComponent(named)}`, headers: { 'x-request-id': named } }),
    send(
      hiring,
      { query: '{ viewer { subject } }' },
      { 'x-request-id': named, traceparent: named, 'user-agent': named },
    ),
  ])
}

/** Everything that was told of the hub by any other way than an answer. */
async function told(): Promise<{ metrics: string; traces: string; log: string }> {
  const metrics = await (await fetch(telemetry.metricsUrl ?? '')).text()
  return { metrics, traces: collector.text(), log: hub.log.join('') }
}

/** Metrics without the numbers at the end of each line: a count may look like a certificate. */
const labelsOf = (metrics: string) => metrics.replace(/ [-+\d.e]+$/gm, '')

function valueOf(metrics: string, name: string): number {
  const lines = metrics.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

describe('A production hub under a mixed load', () => {
  beforeAll(async () => {
    for (const member of members) await turn(member)
    for (const { token } of ATTACKS) {
      const text = await token()
      if (text.length > 100) secrets.add(text)
      await send(text, { query: '{ viewer { subject } }' })
    }
  })

  it('answered and refused: there was something to tell', () => {
    expect(asked).toBeGreaterThan(200)
    expect(new Set(personsIn(answers.join('\n')).map(({ what }) => what))).toContain('name')
    expect(new Set(errors.flatMap((text) => [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code)))).toEqual(
      expect.objectContaining({}),
    )
  })

  it('a subgraph whose table is gone is a fault, of which nobody is told what its database said', async () => {
    const token = await tokenFor('HIRE-faults', {
      [CLAIMS.roles]: ['RECORDS_OFFICER'],
      [CLAIMS.purpose]: 'A',
    })
    await onDatabase(database, 'ALTER TABLE incidents.incident RENAME TO gone')
    const codes = await send(token, { query: '{ incidents(first: 3) { nodes { id } } }' })
    await onDatabase(database, 'ALTER TABLE incidents.gone RENAME TO incident')
    expect(codes).toEqual(['INTERNAL'])
    expect(hub.log.join('').includes('a subgraph failed')).toBe(true)
  })

  it('a log that cannot be written is told by name, discloses nothing, and leaves the public its data', async () => {
    const token = await tokenFor('HIRE-decertified')
    await onDatabase(database, 'ALTER TABLE hub.disclosure_entry RENAME TO gone')
    const check = { input: candidate(CAST.decertified), key: 'while-the-log-is-away' }
    const codes = await send(token, { query: query('request-check'), variables: check })
    const open = await send(null, { query: '{ agencies(first: 1) { nodes { name } } }' })
    const ready = await hub.app.inject('/health/ready')
    await onDatabase(database, 'ALTER TABLE hub.gone RENAME TO disclosure_entry')
    expect([codes, open]).toEqual([['AUDIT_UNAVAILABLE'], []])
    expect([ready.statusCode, ready.json()]).toEqual([
      503,
      {
        status: 'unavailable',
        parts: {
          database: 'ok',
          agencies: 'ok',
          officers: 'ok',
          incidents: 'ok',
          credentials: 'ok',
          disclosureLog: 'unavailable',
          policy: 'ok',
          issuers: 'ok',
        },
      },
    ])
    expect((await hub.app.inject('/health/ready')).json()).toMatchObject({ status: 'ready' })
  })

  describe('what operators read of it', () => {
    it('counts every request, refused tokens by code, fetches, statements and entries', async () => {
      const { metrics } = await told()
      // Two requests of each turn went to other addresses or by GET, which is an address of the endpoint as well.
      expect(valueOf(metrics, 'comity_operations_total')).toBe(asked + members.length)
      expect(valueOf(metrics, 'comity_operation_duration_seconds_count')).toBe(asked + members.length)
      for (const { code } of ATTACKS)
        expect([code, metrics.includes(`comity_tokens_refused_total{code="${code}"}`)]).toEqual([code, true])
      for (const name of [
        'comity_subgraph_fetch_duration_seconds_count',
        'comity_sql_duration_seconds_count',
        'comity_audit_append_duration_seconds_count',
        'comity_audit_group_entries_count',
        'comity_plan_cache_hits_total',
        'comity_plan_cache_entries',
        'comity_policy_cache_hits_total',
      ]) {
        expect([name, valueOf(metrics, name) > 0]).toEqual([name, true])
      }
      expect(metrics.includes('comity_audit_append_duration_seconds_count{outcome="failed"} 1')).toBe(true)
    })

    it('knows operations by their fields alone', async () => {
      const { metrics } = await told()
      const operations = new Set([...metrics.matchAll(/operation="([^"]*)"/g)].map(([, name]) => name))
      expect([...operations].sort()).toEqual([
        'agencies',
        'incidents',
        'none',
        'officer',
        'requestBackgroundCheck',
        'several',
        'viewer',
      ])
    })

    it('shows each stage of a request in its trace', async () => {
      await expect
        .poll(() => new Set(collector.spans().map(({ name }) => name)), { timeout: 10_000 })
        .toEqual(
          new Set(
            ['request', 'authenticate', 'budget', 'execute', 'fetch', 'statement', 'append'].map(
              (name) => `comity.${name}`,
            ),
          ),
        )
    })

    it('names no person: not in a record of the log, a label, a span, nor an error', async () => {
      const { metrics, traces, log } = await told()
      expect(hub.log.length).toBeGreaterThan(asked)
      expect(personsIn(log)).toEqual([])
      expect(personsIn(labelsOf(metrics))).toEqual([])
      expect(personsIn(traces)).toEqual([])
      expect(errors.flatMap(personsIn)).toEqual([])
    })

    it('holds no token, no key and no password', async () => {
      const keys = join(database.config.dataDir, 'keys')
      for (const file of readdirSync(keys)) {
        const lines = readFileSync(join(keys, file), 'utf8').split('\n')
        for (const line of lines) if (line.length >= 32 && !line.startsWith('-----')) secrets.add(line)
      }
      const password = new URL(database.config.databaseUrl ?? 'postgres://none').password
      if (password !== '') secrets.add(password)
      expect(secrets.size).toBeGreaterThan(members.length + 20)
      const { metrics, traces, log } = await told()
      const everything = [metrics, traces, log, ...errors].join('\n')
      for (const secret of secrets) {
        expect(everything.includes(secret)).toBe(false)
        // The signature alone, which is what makes it a token.
        const signature = secret.split('.')[2] ?? ''
        if (signature.length > 40) expect(everything.includes(signature)).toBe(false)
      }
      expect(/eyJ[\w-]{20,}\.|BEGIN [A-Z ]*PRIVATE KEY|Bearer [\w.-]{20}/.exec(everything)?.[0]).toBeUndefined()
    })
  })
})
