import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../contract/clock.js'
import { gatewayApp } from '../../hub/app.js'
import type { Config } from '../../hub/config.js'
import { demoToken } from '../../hub/demo-token.js'
import { type Hub, type HubOptions, openHub } from '../../hub/hub.js'
import { createLogger } from '../../hub/logger.js'
import { tlsOf } from '../../hub/tls.js'
import { SHIELD_OFF_PATH } from '../../hub/tour/paths.js'
import { freshDatabase, type TestDatabase } from './database.js'
import { TEST_NOW } from './now.js'
import { personSink } from './sink.js'

export interface Asked {
  readonly purpose?: string
  readonly caseReference?: string
}

export interface TestError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string }
}

export interface TestAnswer<Data> {
  readonly status: number
  /** As the client gets it, without the request's number. */
  readonly data: Data | null
  readonly errors: readonly TestError[]
  readonly text: string
}

/** Somebody at the hub's door. */
export interface Client {
  ask<Data = Readonly<Record<string, unknown>>>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<TestAnswer<Data>>
}

export interface TestHub {
  readonly hub: Hub
  readonly app: FastifyInstance
  readonly database: TestDatabase
  /** What the hub's log holds; no person of the demo world may be in it (sink.ts). */
  readonly log: readonly string[]
  /** A persona of the demo; `public` comes without a token. */
  as(persona: string, asked?: Asked): Client
  /** The same, at the endpoint whose subgraphs have no shield. */
  withoutShieldAs(persona: string, asked?: Asked): Client
  /** Anybody, by the header that they send. */
  withAuthorization(header: string | undefined): Client
  close(): Promise<void>
}

export interface TestHubOptions extends Partial<Omit<HubOptions, 'config' | 'logger'>> {
  readonly database?: TestDatabase
  /** What is configured otherwise than in the database's own configuration. */
  readonly config?: Partial<Config>
}

/** The whole hub over a database of the test's own, asked through its HTTP edge without a network. */
export async function openTestHub({
  database,
  world,
  clock,
  config: configured,
  ...options
}: TestHubOptions = {}): Promise<TestHub> {
  const own = database ?? (await freshDatabase({ ...(world === undefined ? {} : { world }) }))
  const time: Clock = clock ?? (() => TEST_NOW)
  const sink = personSink()
  const logger = createLogger('trace', sink)
  const config = { ...own.config, ...configured }
  const hub = await openHub({ ...options, config, logger, clock: time, world: false })
  const app = await gatewayApp({
    mode: hub.mode,
    gateway: hub.gateway,
    limits: hub.limits,
    operations: hub.operations,
    tls: tlsOf(config),
    authenticate: hub.authenticate,
    ready: () => hub.ready(),
    hasRealData: () => hub.hasRealData(),
    policy: () => hub.policy(),
    logger,
    clock: time,
    ...(options.telemetry && { telemetry: options.telemetry }),
    extraGateways: [{ path: SHIELD_OFF_PATH, gateway: () => hub.withoutShield() }],
  })
  // A token is good for an hour: whoever asks again at the same time brings the same one.
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = async (persona: string, asked: Asked) => {
    if (persona === 'public') return undefined
    const key = JSON.stringify([persona, asked, time().getTime()])
    const token = tokens.get(key) ?? demoToken(persona, asked, own.config, time)
    tokens.set(key, token)
    return `Bearer ${await token}`
  }
  const clientAt = (url: string, header: () => Promise<string | undefined>): Client => ({
    ask: async (query, variables = {}) => post(app, url, await header(), { query, variables }),
  })
  return {
    hub,
    app,
    database: own,
    log: sink.lines,
    as: (persona, asked = {}) => clientAt('/graphql', () => tokenOf(persona, asked)),
    withoutShieldAs: (persona, asked = {}) => clientAt(SHIELD_OFF_PATH, () => tokenOf(persona, asked)),
    withAuthorization: (header) => clientAt('/graphql', () => Promise.resolve(header)),
    async close() {
      await app.close()
      await hub.close()
      if (!database) await own.drop()
      sink.assertClean()
    },
  }
}

async function post<Data>(
  app: FastifyInstance,
  url: string,
  authorization: string | undefined,
  payload: object,
): Promise<TestAnswer<Data>> {
  const headers = authorization === undefined ? {} : { authorization }
  const response = await app.inject({ method: 'POST', url, payload, headers })
  const body = response.json<{ data?: Data | null; errors?: TestError[] }>()
  return {
    status: response.statusCode,
    data: body.data ?? null,
    errors: (body.errors ?? []).map(withoutRequest),
    text: response.body,
  }
}

/** No two requests have the same number; everything else of two answers may be compared. */
function withoutRequest(error: TestError): TestError {
  const { code, ...others } = error.extensions
  const kept = Object.entries(others).filter(([name]) => name !== 'requestId')
  return { ...error, extensions: { code, ...Object.fromEntries(kept) } }
}
