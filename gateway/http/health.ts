import type { FastifyInstance } from 'fastify'

/** Which parts can answer, by name. */
export type Readiness = Readonly<Record<string, boolean>>

/** `/health/live`: the process runs. `/health/ready`: every part can answer; 503 and which one cannot, otherwise. */
export function healthRoutes(app: FastifyInstance, ready: () => Promise<Readiness>): void {
  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const parts = await ready()
    const isReady = Object.values(parts).every(Boolean)
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'unavailable', parts })
  })
}
