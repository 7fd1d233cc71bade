import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Nothing from elsewhere: the pages bring what they need, and may be shown in nobody's frame. */
const CONTENT_SECURITY = {
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  useDefaults: false,
}

/** A year, as browsers' lists ask for. Said over TLS alone: elsewhere it is ignored, and false (RFC 6797, 7.2). */
const TRANSPORT_SECURITY = 'max-age=31536000; includeSubDomains'

/** What every answer says to the browser or cache that gets it. What is not said to be kept is kept by nobody. */
export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY, strictTransportSecurity: false })
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.protocol === 'https') void reply.header('strict-transport-security', TRANSPORT_SECURITY)
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}
