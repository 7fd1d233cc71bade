import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from '../contract/clock.js'
import type { TourResult } from '../contract/tour.js'
import { createHttpApp, type HttpOptions } from '../gateway/http/app.js'
import { type MatrixPage, matrixPage, type PolicySet } from '../policy/index.js'
import { portalRoutes } from '../portal/routes.js'
import type { Mode } from './config.js'
import { PERSONAS } from './demo-token.js'
import { firstCommands } from './first-commands.js'

export interface GatewayAppOptions extends Pick<
  HttpOptions,
  'gateway' | 'authenticate' | 'ready' | 'limits' | 'operations' | 'tls' | 'telemetry' | 'extraGateways'
> {
  readonly mode: Mode
  readonly hasRealData: () => Promise<boolean>
  /** The rules in force now. */
  readonly policy: () => PolicySet
  readonly logger: Logger
  readonly clock: Clock
  /** Of a demo. */
  readonly tour?: { result(): TourResult | null }
}

/** Everything that clients see: GraphQL, health and pages. */
export function gatewayApp(options: GatewayAppOptions): Promise<FastifyInstance> {
  const {
    gateway,
    authenticate,
    ready,
    limits,
    operations,
    tls = null,
    telemetry,
    extraGateways,
    logger,
    mode,
    clock,
    tour,
    hasRealData,
    policy,
  } = options
  const isDemo = mode === 'DEMO'
  const page = async () => ({ mode, hasRealData: await hasRealData() })
  const pages = portalRoutes({
    landing: async (origin) => ({
      ...(await page()),
      commands: isDemo ? firstCommands(origin, clock().toISOString().slice(0, 10)) : [],
      personas: isDemo ? PERSONAS : [],
      tour: tour?.result() ?? null,
    }),
    page,
    matrix: once(policy),
  })
  return createHttpApp({
    gateway,
    authenticate,
    ready,
    limits,
    operations,
    tls,
    logger,
    plugins: [pages],
    ...(telemetry && { telemetry }),
    ...(extraGateways && { extraGateways }),
  })
}

/** The page of a set of rules, made once: another set is another page. */
function once(policy: () => PolicySet): () => MatrixPage {
  let made: MatrixPage | null = null
  return () => {
    const set = policy()
    if (made?.hash !== set.hash) made = matrixPage(set)
    return made
  }
}
