import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import Fastify, { type FastifyInstance } from 'fastify'
import { ComityError } from '../../contract/errors.js'
import type { SubgraphService } from './subgraph.js'

const SCHEME = 'Comity '
/** Milliseconds for which an idle connection is kept: it holds up the end of the process, and another is made soon. */
const IDLE = 5_000
/** Room for the references of as many rows as the gateway's budget lets one operation ask for. */
const BODY_MAX = 4 * 1_048_576

/** Stops the work when the gateway stops waiting for it. */
function goneOf(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new ComityError('DEADLINE_EXCEEDED'))
  })
  return controller.signal
}

/** What an operator's log holds of a request: nothing that was asked. */
export interface Answered {
  readonly status: number
  readonly milliseconds: number
}

/** Does the work of a request as a part of the trace that its header names, if any. */
export type Continue = <T>(traceparent: string | undefined, work: () => Promise<T>) => Promise<T>

function traceparentOf(headers: IncomingHttpHeaders): string | undefined {
  const { traceparent } = headers
  return typeof traceparent === 'string' ? traceparent : undefined
}

/**
 * Serves one subgraph over HTTP: POST {query, variables} with `authorization: Comity <jws>`. An unsigned request gets
 * SIGNATURE_REFUSED and nothing else, whatever it asks for.
 */
export function serveSubgraph(
  service: SubgraphService,
  ready: () => Promise<boolean>,
  onAnswer: (answered: Answered) => void = () => undefined,
  trace: Continue = (_traceparent, work) => work(),
): FastifyInstance {
  const app = Fastify({ logger: false, bodyLimit: BODY_MAX, keepAliveTimeout: IDLE })

  app.addHook('onResponse', (request, reply, done) => {
    const isProbe = request.url.startsWith('/health/')
    if (!isProbe) onAnswer({ status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) })
    done()
  })
  app.post('/', async (request, reply) => {
    const { authorization } = request.headers
    const body = request.body as { query?: unknown; variables?: unknown } | null
    if (!authorization?.startsWith(SCHEME) || typeof body?.query !== 'string') {
      return reply.code(401).send({ errors: [new ComityError('SIGNATURE_REFUSED')] })
    }
    const variables =
      typeof body.variables === 'object' && body.variables !== null ? (body.variables as Record<string, unknown>) : {}
    const { query } = body
    const signature = authorization.slice(SCHEME.length)
    const answer = await trace(traceparentOf(request.headers), () =>
      service.send({ query, variables, signature, signal: goneOf(reply.raw) }),
    )
    const refused = answer.errors?.some((error) => error.extensions['code'] === 'SIGNATURE_REFUSED') === true
    return reply.code(refused ? 401 : 200).send(answer)
  })
  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const ok = await ready()
    return reply.code(ok ? 200 : 503).send({ status: ok ? 'ready' : 'unavailable' })
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ errors: [new ComityError('REQUEST_INVALID')] }))
  app.setErrorHandler((_error, _request, reply) =>
    reply.code(400).send({ errors: [new ComityError('REQUEST_INVALID')] }),
  )
  return app
}
