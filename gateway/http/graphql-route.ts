import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ComityError } from '../../contract/errors.js'
import { assertWithinBudget } from '../budget/budget.js'
import type { GatewayContext } from '../context.js'
import type { Gateway } from '../execute.js'
import type { Authenticate } from '../identity/authenticate.js'
import type { Log } from '../log.js'
import { createApolloServer } from '../server.js'
import { graphqlBody } from './graphql-body.js'

/** A gateway that is being served. */
export interface Served {
  readonly gateway: Gateway
  readonly apollo: ApolloServer<GatewayContext>
}

export async function serve(gateway: Gateway, logger: Log): Promise<Served> {
  // The schema is published (docs/generated/supergraph.graphql): introspection tells nothing that is not in the repository.
  const apollo = createApolloServer(gateway, { introspection: true, logger })
  await apollo.start()
  return { gateway, apollo }
}

/** `POST path`: who asks, then what it costs, and only then Apollo, which validates and plans. */
export function graphqlRoute(
  app: FastifyInstance,
  path: string,
  served: () => Promise<Served>,
  authenticate: Authenticate,
): void {
  app.post(path, async (request, reply) => {
    const viewer = await authenticate(request.headers.authorization)
    const body = graphqlBody(request.body)
    assertWithinBudget(body)
    const { gateway, apollo } = await served()
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body },
      context: () => Promise.resolve(gateway.contextFor(viewer, request.id)),
    })
    for (const [name, value] of response.headers) void reply.header(name, value)
    void reply.header('cache-control', 'no-store')
    // Without @defer, which this schema does not offer, an answer is always complete.
    if (response.body.kind !== 'complete') throw new ComityError('INTERNAL')
    return reply.code(response.status ?? 200).send(response.body.string)
  })
  app.get(path, usage)
}

const RESPONSE_JSON = 'application/graphql-response+json'

/** All that Apollo needs to know: the form of the body, and which of its two forms of answer the client reads. */
function headersOf({ headers }: FastifyRequest): HeaderMap {
  const form = headers.accept?.includes(RESPONSE_JSON) ? RESPONSE_JSON : 'application/json'
  return new HeaderMap([
    ['content-type', 'application/json'],
    ['accept', form],
  ])
}

/** A query in an address would be in every log on its way. */
function usage(_request: FastifyRequest, reply: FastifyReply): never {
  void reply.header('allow', 'POST')
  throw new ComityError('REQUEST_INVALID', 'GraphQL is asked with POST here.')
}
