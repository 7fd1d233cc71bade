import type { FastifyPluginAsync } from 'fastify'
import { type LandingFacts, landingPage } from './landing.js'
import { STYLE } from './style.js'

/** The pages. `facts` is asked at each request: what they say is as the hub is now, at `origin`. */
export function portalRoutes(facts: (origin: string) => Promise<LandingFacts>): FastifyPluginAsync {
  // Fastify's plugins are asynchronous; registering routes is not.
  // eslint-disable-next-line @typescript-eslint/require-await
  return async (app) => {
    app.get('/', async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(landingPage(await facts(app.listeningOrigin))),
    )
    app.get('/assets/comity.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE))
  }
}
