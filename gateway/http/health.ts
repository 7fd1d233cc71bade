import type { FastifyInstance } from 'fastify'

/** `degraded`: it works, but not for everybody or not as it should. */
export type PartState = 'ok' | 'degraded' | 'unavailable'

/** What the hub depends on, by name: `database`, each subgraph, `disclosureLog`, `policy`, `issuers`. No address, no cause. */
export type Readiness = Readonly<Record<string, PartState>>

/**
 * `/health/live`: the process runs. `/health/ready`: `{ status, parts }`, with 503 where a part is `unavailable`; `degraded`
 * is still 200, since another process of the hub would be no better off.
 */
export function healthRoutes(app: FastifyInstance, ready: () => Promise<Readiness>): void {
  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const parts = await ready()
    const status = statusOf(Object.values(parts))
    return reply.code(status === 'unavailable' ? 503 : 200).send({ status, parts })
  })
}

function statusOf(states: readonly PartState[]): 'ready' | 'degraded' | 'unavailable' {
  if (states.includes('unavailable')) return 'unavailable'
  return states.includes('degraded') ? 'degraded' : 'ready'
}
