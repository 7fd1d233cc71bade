import type { KeyObject } from 'node:crypto'
import { type Clock, systemClock } from '../contract/clock.js'
import type { DisclosureAppender } from '../contract/disclosure-log.js'
import { ComityError } from '../contract/errors.js'
import { SUBGRAPHS } from '../contract/viewer.js'
import type { Gateway } from '../gateway/index.js'
import type { Authenticate } from '../gateway/identity/authenticate.js'
import type { EdgeLimits } from '../gateway/limits/edge-limits.js'
import type { Readiness } from '../gateway/http/health.js'
import type { Log } from '../gateway/log.js'
import type { Operations } from '../gateway/operations/operations.js'
import { NO_TELEMETRY, type Telemetry } from '../gateway/telemetry/telemetry.js'
import type { PolicySet } from '../policy/index.js'
import { openPrisma } from '../prisma/client.js'
import { ALL_LAYERS, type Layers } from '../subgraphs/kit/layers.js'
import { PolicyStore } from '../subgraphs/kit/policy-store.js'
import { Closers } from './closers.js'
import type { Config, Mode } from './config.js'
import { openDatabase, type OpenDatabase } from './database.js'
import { ensureDemoWorld } from './demo-world.js'
import { createDirectory } from './directory.js'
import { openConfiguredLog } from './disclosure-log.js'
import { registerDemoPolicyKeys } from './demo-policy-keys.js'
import { authenticatorFor, gatewayOver, gatewaySigner } from './edge.js'
import { candidateSecret, cursorSecret, gatewayKeyPair } from './keys.js'
import { openLimits } from './limits.js'
import { openOperations } from './operations.js'
import { type CurrentPolicy, openCurrentPolicy, policyFault } from './policy.js'
import { readiness } from './readiness.js'
import { openService, type OpenService, type ServiceOptions } from './services.js'
import { readOnDemand, statementsOf, tracedLog } from './telemetry.js'
import { trustedIssuers } from './trusted-issuers.js'

export interface HubOptions {
  readonly config: Config
  readonly logger: Log
  readonly clock?: Clock
  /** What is being done, in a few words, while the hub opens. */
  readonly progress?: (step: string) => void
  /** False: a demo database without agencies stays empty. */
  readonly world?: boolean
  /** How many officers a demo world has that is made now; 5,000 without it. */
  readonly officers?: number
  readonly layers?: Layers
  /** False: fields are denied by the subgraphs alone, to show that the answers are the same. */
  readonly gatewayFilter?: boolean
  readonly onStatement?: (sql: string) => void
  /** Instead of the database's, to measure what that one costs. */
  readonly log?: DisclosureAppender
  readonly telemetry?: Telemetry
}

/** The whole hub in one process: four subgraphs and the gateway over one database. */
export interface Hub {
  readonly mode: Mode
  readonly database: OpenDatabase
  readonly gateway: Gateway
  readonly limits: EdgeLimits
  /** Persisted operations, and who is held to them. */
  readonly operations: Operations
  readonly authenticate: Authenticate
  ready(): Promise<Readiness>
  /** The rules in force now. */
  policy(): PolicySet
  /** Whether records about real people were imported. */
  hasRealData(): Promise<boolean>
  /** The same hub without graphql-shield, to show that the rules hold without it. Demo only; opened at first use. */
  withoutShield(): Promise<Gateway>
  close(): Promise<void>
}

/**
 * Opens database, subgraphs and gateway, in this order, and the demo world where a new demo database lacks it.
 * @throws ComityError of configuration and database (contract/errors.ts); what was opened until then is closed
 */
export async function openHub(options: HubOptions): Promise<Hub> {
  const closers = new Closers()
  try {
    return await open(options, closers)
  } catch (error) {
    await closers.close()
    throw error
  }
}

async function open(options: HubOptions, closers: Closers): Promise<Hub> {
  const { config, logger, clock = systemClock, progress = () => undefined, telemetry = NO_TELEMETRY } = options
  progress('database')
  const database = closers.add(await openDatabase(config, clock, progress), (opened) => opened.close())
  if (options.world !== false && database.mode === 'DEMO')
    await ensureDemoWorld(database.ownerUrl, clock, progress, options.officers)

  progress('policy')
  const isShared = database.kind === 'POSTGRES'
  const timeout = isShared ? { statementTimeout: config.limits.deadline } : {}
  const watching = statementsOf('hub', telemetry)
  const prisma = closers.add(openPrisma({ url: database.urlFor('HUB'), max: 4, ...timeout, ...watching }), (opened) =>
    opened.close(),
  )
  if (database.mode === 'DEMO') await registerDemoPolicyKeys(prisma.client, config, clock)
  const policies = new PolicyStore(prisma.client)
  const policy = closers.add(
    await openCurrentPolicy(prisma.client, clock, { store: policies, onFault: policyFault(logger) }),
    (opened) => opened.stop(),
  )

  progress('subgraphs')
  const keys = gatewayKeyPair(config)
  const common = { ...serviceOptions(options, policy, policies, keys.publicKey, clock), ...timeout }
  const services = await openServices(database, common, closers)

  progress('gateway')
  const ownLog = options.log
    ? null
    : closers.add(await openConfiguredLog(config, database.urlFor('AUDIT'), clock, { telemetry, logger }), (opened) =>
        opened.close(),
      )
  const log = options.log ?? ownLog
  if (log === null) throw new ComityError('INTERNAL')
  const parts = {
    signer: gatewaySigner(keys.privateKey, clock),
    log: tracedLog(log, telemetry),
    policyVersion: () => policy.version(),
    policies: (hash: string) => policies.byHash(hash),
    filter: options.gatewayFilter ?? true,
    clock,
    logger,
    telemetry,
  }
  const over = (opened: readonly OpenService[]) =>
    closers.add(gatewayOver({ ...parts, endpoints: opened.map(({ service }) => service) }), (gateway) => gateway.stop())

  const limits = closers.add(openLimits(config, isShared ? prisma.pool : null, logger), (opened) => opened.close())
  const issuers = trustedIssuers(config)
  readOnDemand(telemetry, { policy, limits, issuers })

  const gateway = over(services)
  let bare: Promise<Gateway> | null = null
  return {
    mode: database.mode,
    database,
    gateway,
    limits,
    operations: openOperations(config, gateway, issuers),
    authenticate: authenticatorFor(config, database.mode, createDirectory(prisma.pool), clock, {
      issuers,
      onRefusal: (code) => telemetry.tokenRefused({ code }),
    }),
    ready: () =>
      readiness({
        database: () => prisma.pool.query('SELECT 1'),
        subgraphs: services.map((opened) => ({ name: opened.service.name, ready: () => opened.ready() })),
        disclosureLog: ownLog && (() => ownLog.canAppend()),
        policy: () => policy.isUpToDate(),
        issuers,
      }),
    policy: () => policy.current(),
    hasRealData: async () => {
      const state = await prisma.client.hubState.findUnique({ where: { id: 1 }, select: { hasRealData: true } })
      return state?.hasRealData ?? false
    },
    withoutShield() {
      if (database.mode !== 'DEMO') throw new ComityError('REQUEST_INVALID')
      bare ??= openServices(database, { ...common, layers: { ...ALL_LAYERS, shield: false } }, closers).then(over)
      return bare
    },
    close: () => closers.close(),
  }
}

function serviceOptions(
  { config, logger, layers, onStatement, telemetry }: HubOptions,
  policy: CurrentPolicy,
  policies: PolicyStore,
  gatewayPublicKey: KeyObject,
  clock: Clock,
): Omit<ServiceOptions, 'url'> {
  return {
    gatewayPublicKey,
    logger,
    policy: policy.first,
    policies,
    secrets: { cursor: cursorSecret(config), candidate: candidateSecret(config) },
    clock,
    ...(layers && { layers }),
    ...(onStatement && { onStatement }),
    ...(telemetry && { telemetry }),
  }
}

function openServices(
  database: OpenDatabase,
  options: Omit<ServiceOptions, 'url'>,
  closers: Closers,
): Promise<OpenService[]> {
  return Promise.all(
    SUBGRAPHS.map(async (name) => {
      const url = database.urlFor(name.toUpperCase() as Uppercase<typeof name>)
      return closers.add(await openService(name, { ...options, url }), (opened) => opened.close())
    }),
  )
}
