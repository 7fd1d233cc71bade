import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { SUBGRAPHS, type SubgraphName } from '../../contract/viewer.js'
import { demoToken } from '../../hub/demo-token.js'
import { type Config } from '../../hub/config.js'
import { candidateSecret, cursorSecret, demoKey, gatewayKeyPair } from '../../hub/keys.js'
import { prepareDatabase } from '../../hub/prepare-database.js'
import { DATABASE_ROLES, roleVariable, subgraphVariable } from '../../hub/variables.js'
import { signDemoToken } from '../../gateway/identity/demo.js'
import { urlForUser } from '../../prisma/connection.js'
import { CAST, personaByHandle } from '../../prisma/seed/index.js'
import { commissionId, commissionName } from '../../prisma/seed/named-agencies.js'
import { candidate } from '../integration/policy/askers.js'
import { bundleText, publish } from '../support/bundles.js'
import { type Collector, openCollector, type SentSpan } from '../support/collector.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'
import type { Client, TestAnswer } from '../support/hub.js'
import { type HubProcess, startHubProcess } from '../support/hub-process.js'
import { personsIn, personSink } from '../support/sink.js'

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
}

const CHECK = `mutation ($input: BackgroundCheckInput!) {
  requestBackgroundCheck(input: $input) {
    matches { outcome officer {
      id name { family }
      employments { nodes { agency { name } } }
      incidents { nodes { kind stage } }
      certifications { nodes { status } }
    } }
  }
}`
/** California's commission, from which the bundle of these tests keeps its State's instances. */
const CALIFORNIA = {
  ...personaByHandle('commission'),
  agency: commissionId('US-CA'),
  jurisdiction: 'US-CA',
  employerName: commissionName('California'),
}
const FORBIDS = bundleText('US-CA', { when: 'resource.ownerJurisdiction == "US-CA" && context.purpose == "hub:CERT"' })
const COUNT = '{ incidents { totalCount { value } } }'
/** What a published bundle may take to be in force in every process, and what a busy machine may add, in milliseconds. */
const IN_FORCE_WITHIN = 2_000
const SLACK = 6_000
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const READ =
  'query ($id: ID!) { officer(id: $id) { id incidents { nodes { kind } } } agencies(first: 1) { nodes { kind } } }'

/** From which process to which a span was handed on, each pair once. */
function handedOn(spans: readonly SentSpan[]): string[][] {
  const byId = new Map(spans.map((span) => [span.spanId, span]))
  const pairs = spans.flatMap((span) => {
    const parent = byId.get(span.parentSpanId ?? '')
    return span.name === 'comity.subgraph' && parent?.name === 'comity.fetch' && parent.traceId === span.traceId
      ? [`${parent.service} ${span.service}`]
      : []
  })
  return [...new Set(pairs)].sort().map((pair) => pair.split(' '))
}

// PostgreSQL only: services are processes, and the embedded database has one owner.
describe.skipIf(inject('templates').kind !== 'POSTGRES')(
  'the hub as services, each a process with a role of its own',
  () => {
    let under: TestDatabase
    let config: Config
    let gateway: HubProcess | null = null
    let collector: Collector
    const services = new Map<SubgraphName, HubProcess>()

    const own = (role: (typeof DATABASE_ROLES)[number]) =>
      urlForUser(under.config.databaseUrl ?? '', `comity_${role.toLowerCase()}`, `of ${role}`)
    const environment = () => ({
      COMITY_DATA_DIR: under.env['COMITY_DATA_DIR'] ?? '',
      COMITY_OTLP_ENDPOINT: collector.endpoint,
    })
    const startService = async (name: SubgraphName, port = '0') => {
      const role = name.toUpperCase() as Uppercase<SubgraphName>
      const env = { ...environment(), DATABASE_URL: own(role), PORT: port }
      services.set(name, await startHubProcess(env, ['start-subgraph', name], personSink()))
    }
    const urlOf = (name: SubgraphName) => services.get(name)?.origin ?? ''

    beforeAll(async () => {
      under = await freshDatabase()
      collector = await openCollector()
      const roleUrls = Object.fromEntries(DATABASE_ROLES.map((role) => [role, own(role)])) as Config['roleUrls']
      config = { ...under.config, roleUrls }
      await prepareDatabase(config, () => new Date())
      // Whoever runs services hands them their keys: here all read one folder.
      for (const make of [gatewayKeyPair, cursorSecret, candidateSecret, demoKey]) make(config)
      await Promise.all(SUBGRAPHS.map((name) => startService(name)))
      gateway = await startHubProcess(
        {
          ...environment(),
          DATABASE_URL: own('HUB'),
          [roleVariable('AUDIT')]: own('AUDIT'),
          ...Object.fromEntries(SUBGRAPHS.map((name) => [subgraphVariable(name), urlOf(name)])),
        },
        ['start-gateway'],
        personSink(),
      )
    })
    afterAll(async () => {
      for (const started of [gateway, ...services.values()]) await started?.kill()
      await collector.close()
      await under.drop()
    })

    async function post(url: string, authorization: string | null, body: object): Promise<[number, Answer]> {
      const headers = { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) }
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
      return [response.status, (await response.json()) as Answer]
    }
    async function withToken(token: string, query: string, variables: object): Promise<Answer> {
      return (await post(`${gateway?.origin ?? ''}/graphql`, `Bearer ${token}`, { query, variables }))[1]
    }
    async function ask(
      persona: string,
      caseReference: string | null,
      query: string,
      variables: object,
    ): Promise<Answer> {
      const token = await demoToken(persona, caseReference === null ? {} : { caseReference }, config, () => new Date())
      return withToken(token, query, variables)
    }
    const as = (persona: string): Client => ({
      ask: async <Data>(query: string, variables: object = {}) => {
        const answer = await ask(persona, null, query, variables)
        return { status: 200, errors: [], ...answer, text: JSON.stringify(answer) } as unknown as TestAnswer<Data>
      },
    })
    const countedByCalifornia = async (): Promise<unknown> => {
      const token = await signDemoToken({ persona: CALIFORNIA }, demoKey(config), () => new Date())
      return (await withToken(token, COUNT, {})).data
    }
    const soon = async (holds: () => Promise<boolean>): Promise<void> => {
      const began = performance.now()
      while (!(await holds())) {
        if (performance.now() - began > IN_FORCE_WITHIN + SLACK) throw new Error('not in force within two seconds')
      }
    }
    const read = (caseReference: string) => ask('hiring-city', caseReference, READ, { id: CAST.decertified.officerId })

    test('A check opens the candidate in the other processes within the same request, for that case alone', async () => {
      const { data, errors } = await ask('hiring-city', 'SRV-1', CHECK, { input: candidate(CAST.decertified) })
      expect(errors).toBeUndefined()
      const { matches } = data?.['requestBackgroundCheck'] as {
        matches: readonly { outcome: string; officer: unknown }[]
      }
      expect(matches.filter(({ outcome }) => outcome === 'LIKELY').map(({ officer }) => officer)).toEqual([
        {
          id: CAST.decertified.officerId,
          name: { family: CAST.decertified.name.family },
          employments: {
            nodes: expect.arrayContaining(
              CAST.decertified.spells.map(({ agency }) => ({ agency: { name: agency.name } })),
            ) as unknown,
          },
          incidents: {
            nodes: expect.arrayContaining([
              { kind: 'TERMINATION', stage: 'FINAL' },
              { kind: 'DECERTIFICATION', stage: 'FINAL' },
            ]) as unknown,
          },
          certifications: { nodes: [{ status: 'REVOKED' }] },
        },
      ])
      const opened = await read('SRV-1')
      expect(opened.errors).toBeUndefined()
      expect(opened.data).toMatchObject({ officer: { id: CAST.decertified.officerId } })
      expect((await read('SRV-2')).data).toEqual({
        officer: null,
        agencies: { nodes: [{ kind: expect.any(String) as string }] },
      })
    })

    test('A case that is closed closes the candidate in every process with the next request', async () => {
      await ask('hiring-city', 'SRV-1', 'mutation { closeCase { live } }', {})
      expect((await read('SRV-1')).data).toMatchObject({ officer: null })
    })

    test('A bundle that its State publishes is in force in every process, without a restart, until it is withdrawn', async () => {
      const hub = { database: under, as }
      const before = await countedByCalifornia()
      expect(before).not.toEqual({ incidents: { totalCount: { value: 0 } } })
      const effectiveFrom = new Date().toISOString().slice(0, 10)
      const published = await publish(hub, { text: FORBIDS, effectiveFrom })
      expect(published.data?.publishBundle, published.text).toMatchObject({ state: 'IN_FORCE' })
      // The gateway pins a request to the new set, and the incidents process loads it by its hash.
      await soon(async () => (await countedByCalifornia()) !== null && !same(await countedByCalifornia(), before))
      expect(await countedByCalifornia()).toEqual({ incidents: { totalCount: { value: 0 } } })
      await publish(hub, { text: null, effectiveFrom })
      await soon(async () => same(await countedByCalifornia(), before))
    })

    test.each(SUBGRAPHS)('%s tells nothing to whoever is not its gateway', async (name) => {
      for (const query of ['{ _service { sdl } }', '{ __typename }']) {
        const [status, answer] = await post(urlOf(name), null, { query })
        expect([status, answer.data, answer.errors?.map(({ extensions }) => extensions.code)]).toEqual([
          401,
          undefined,
          ['SIGNATURE_REFUSED'],
        ])
      }
    })

    test('The trace of a request goes on in the services that answer it, and names nobody', async () => {
      await ask('hiring-city', 'SRV-TRACE', CHECK, { input: candidate(CAST.decertified) })
      await expect
        .poll(() => handedOn(collector.spans()), { timeout: 15_000 })
        .toEqual(
          expect.arrayContaining(
            ['comity-agencies', 'comity-incidents', 'comity-officers'].map((to) => ['comity-gateway', to]),
          ),
        )
      expect(personsIn(collector.text())).toEqual([])
    })

    test('A service that is killed is a named gap and no empty answer; once it is started again, nothing has to be told', async () => {
      const port = new URL(urlOf('incidents')).port
      await services.get('incidents')?.kill()
      const before = await ask(
        'records-officer',
        null,
        '{ incidents { nodes { id } } agencies(first: 1) { nodes { kind } } }',
        {},
      )
      expect(before.data).toMatchObject({ incidents: null, agencies: { nodes: [{}] } })
      expect(before.errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE'])
      const health = await fetch(`${gateway?.origin ?? ''}/health/ready`)
      expect([health.status, await health.json()]).toEqual([
        503,
        {
          status: 'unavailable',
          parts: {
            database: 'ok',
            agencies: 'ok',
            officers: 'ok',
            incidents: 'unavailable',
            credentials: 'ok',
            disclosureLog: 'ok',
            policy: 'ok',
            issuers: 'ok',
          },
        },
      ])
      await startService('incidents', port)
      expect((await fetch(`${gateway?.origin ?? ''}/health/ready`)).status).toBe(200)
      const after = await ask('records-officer', null, '{ incidents { nodes { id } } }', {})
      expect(after.errors).toBeUndefined()
    })

    test('A token that has expired ends at the gateway', async () => {
      const yesterday = new Date(Date.now() - 86_400_000)
      const expired = await demoToken('records-officer', {}, config, () => yesterday)
      const [, answer] = await post(`${gateway?.origin ?? ''}/graphql`, `Bearer ${expired}`, {
        query: '{ viewer { subject } }',
      })
      expect([answer.data, answer.errors?.map(({ extensions }) => extensions.code)]).toEqual([
        undefined,
        ['TOKEN_EXPIRED'],
      ])
    })
  },
)
