import type { FastifyPluginAsync } from 'fastify'
import { type LandingFacts, landingPage } from './landing.js'
import type { MatrixPage } from '../contract/matrix-page.js'
import type { PageFacts } from './layout.js'
import { policyPage } from './policy-page.js'
import { POLICY_SCRIPT } from './policy-script.js'
import { STYLE } from './style.js'

export interface PortalFacts {
  /** As the hub is now, at `origin`. */
  landing(origin: string): Promise<LandingFacts>
  page(): Promise<PageFacts>
  /** Who sees what under the rules that are in force now. */
  matrix(): MatrixPage
}

/** The pages. What they say is asked at each request. */
export function portalRoutes(facts: PortalFacts): FastifyPluginAsync {
  // Fastify's plugins are asynchronous; registering routes is not.
  // eslint-disable-next-line @typescript-eslint/require-await
  return async (app) => {
    app.get('/', async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(landingPage(await facts.landing(app.listeningOrigin))),
    )
    app.get('/policy', async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(policyPage(facts.matrix(), await facts.page())),
    )
    app.get('/assets/policy.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(POLICY_SCRIPT))
    app.get('/assets/comity.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE))
  }
}
