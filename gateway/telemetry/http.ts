import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ObservedRequest } from './observed-request.js'
import type { Telemetry } from './telemetry.js'

const observed = new WeakMap<FastifyRequest, ObservedRequest>()

/** What is known of a request at a GraphQL endpoint; null at any other address. */
export function observationOf(request: FastifyRequest): ObservedRequest | null {
  return observed.get(request) ?? null
}

/** Answers a request within its span. */
export function traced<T>(
  telemetry: Telemetry,
  request: FastifyRequest,
  work: (observed: ObservedRequest) => Promise<T>,
): Promise<T> {
  const observation = observationOf(request) ?? new ObservedRequest()
  return telemetry.span('request', { requestId: request.id }, async (span) => {
    try {
      return await work(observation)
    } finally {
      const { codes, ...known } = observation.told()
      const [code] = codes
      span.set({ ...known, ...(code !== undefined && { code }) })
    }
  })
}

/** Tells of every request at one of the endpoints when its answer has left, refused ones included. */
export function observeRequests(app: FastifyInstance, telemetry: Telemetry, endpoints: ReadonlySet<string>): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (endpoints.has(request.routeOptions.url ?? '')) observed.set(request, new ObservedRequest())
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const observation = observed.get(request)
    if (observation) telemetry.operationAnswered({ ...observation.told(), seconds: reply.elapsedTime / 1_000 })
    done()
  })
}
