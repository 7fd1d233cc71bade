import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyReply, LogController } from 'fastify'
import type { Logger } from 'pino'
import { ComityError } from '../../contract/errors.js'
import { newId } from '../../contract/ids.js'
import { WIDEST } from '../budget/limits.js'
import type { Gateway } from '../execute.js'
import type { Authenticate } from '../identity/authenticate.js'
import type { EdgeLimits } from '../limits/edge-limits.js'
import type { Operations } from '../operations/operations.js'
import { traceOf } from '../log.js'
import { observationOf, observeRequests } from '../telemetry/http.js'
import { NO_TELEMETRY, type Telemetry } from '../telemetry/telemetry.js'
import { answerClientError } from './client-error.js'
import { assertJsonBody } from './content-type.js'
import { faultOf } from './faults.js'
import { graphqlRoute, serve } from './graphql-route.js'
import { securityHeaders } from './headers.js'
import { healthRoutes, type Readiness } from './health.js'
import { parseJson } from './json.js'
import { httpsOptions, type TlsOptions } from './tls.js'

export interface HttpOptions {
  readonly gateway: Gateway
  readonly authenticate: Authenticate
  readonly ready: () => Promise<Readiness>
  readonly logger: Logger
  readonly limits: EdgeLimits
  readonly operations: Operations
  readonly telemetry?: Telemetry
  /** Null: plain HTTP, for a proxy on the way that speaks TLS. */
  readonly tls?: TlsOptions | null
  /** Further gateways at paths of their own, opened when somebody asks there for the first time. */
  readonly extraGateways?: readonly { readonly path: string; readonly gateway: () => Promise<Gateway> }[]
  /** Pages. */
  readonly plugins?: readonly FastifyPluginAsync[]
}

/** Room for variables and JSON's own characters around the longest document. */
const BODY_MAX = WIDEST.bytes + 256 * 1_024

/**
 * The edge: GraphQL at `/graphql`, health, pages. Closing it answers what is under way first.
 * @throws CompositionError where the subgraphs do not fit together
 */
export async function createHttpApp(options: HttpOptions): Promise<FastifyInstance> {
  const { limits, logger, extraGateways = [], telemetry = NO_TELEMETRY, tls = null } = options
  const stages = { authenticate: options.authenticate, operations: options.operations, limits, telemetry }
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX,
    ...(tls && { https: httpsOptions(tls) }),
    // For a client to have sent its request.
    requestTimeout: limits.deadline,
    trustProxy: limits.trustedProxies.length > 0 ? [...limits.trustedProxies] : false,
    genReqId: () => newId('Request'),
    // A name that a client chose would be in the log.
    requestIdHeader: false,
    clientErrorHandler: answerClientError,
    // Before there is a route; Fastify's own words repeat the address.
    frameworkErrors: (error, request, reply) => {
      const { status, body } = faultOf(error, request.id)
      answerPlainly(reply, status, JSON.stringify(body))
    },
  }) as unknown as FastifyInstance
  app.removeContentTypeParser(['text/plain', 'application/json'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      assertJsonBody(request.raw)
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  await securityHeaders(app)

  app.setErrorHandler((error, request, reply) => {
    const { status, body, code } = faultOf(error, request.id)
    if (code === 'INTERNAL') logger.error({ requestId: request.id, ...traceOf(error) }, 'a request failed')
    observationOf(request)?.failed(code)
    return reply.code(status).send(body)
  })
  app.setNotFoundHandler((request, reply) => {
    const { body } = faultOf(new ComityError('REQUEST_INVALID', 'There is nothing at this address.'), request.id)
    return reply.code(404).send(body)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const { method, id, routeOptions } = request
    const ms = Math.round(reply.elapsedTime)
    logger.info({ requestId: id, method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms }, 'answered')
    done()
  })

  leaveNoConnectionOpen(app)
  observeRequests(app, telemetry, new Set(['/graphql', ...extraGateways.map(({ path }) => path)]))
  healthRoutes(app, options.ready)
  const main = await serve(options.gateway, logger)
  app.addHook('onClose', () => main.apollo.stop())
  graphqlRoute(app, '/graphql', () => Promise.resolve(main), stages)
  for (const { path, gateway } of extraGateways) {
    const served = once(async () => serve(await gateway(), logger))
    graphqlRoute(app, path, served.get, stages)
    app.addHook('onClose', async () => (await served.made())?.apollo.stop())
  }
  for (const plugin of options.plugins ?? []) await app.register(plugin)
  return app
}

/** Without the app's hooks, which are not asked. */
function answerPlainly({ raw }: FastifyReply, status: number, text: string): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  raw.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) }).end(text)
}

/** What is answered while the app closes is the last on its connection: a client that keeps it would hold up the end. */
function leaveNoConnectionOpen(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) void reply.header('connection', 'close')
    done(null, payload)
  })
}

/** Made at first use; a failure is tried again at the next. */
function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | null = null
  return {
    get: (): Promise<T> => {
      made ??= make().catch((error: unknown) => {
        made = null
        throw error
      })
      return made
    },
    made: (): Promise<T | null> => made ?? Promise.resolve(null),
  }
}
