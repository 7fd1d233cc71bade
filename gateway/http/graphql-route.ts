import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getOperationAST } from 'graphql'
import { ComityError } from '../../contract/errors.js'
import { assertWithinBudget, limitsFor } from '../budget/budget.js'
import type { GatewayContext } from '../context.js'
import type { Gateway } from '../execute.js'
import type { Authenticate } from '../identity/authenticate.js'
import type { Log } from '../log.js'
import { within } from '../limits/deadline.js'
import { assertRoom, type EdgeLimits, turnOf } from '../limits/edge-limits.js'
import type { Operations } from '../operations/operations.js'
import { createApolloServer } from '../server.js'
import { observationOf, traced } from '../telemetry/http.js'
import type { Telemetry } from '../telemetry/telemetry.js'
import { answerForm, type AnswerForm, contentType, JSON_TYPE, statusOfOperation } from './accept.js'
import { faultOf } from './faults.js'
import { type GraphqlRequest, graphqlRequest } from './graphql-request.js'
import { ALLOW, assertMethodFits } from './method.js'
import { assertNames } from './names.js'

/** A gateway that is being served. */
export interface Served {
  readonly gateway: Gateway
  readonly apollo: ApolloServer<GatewayContext>
}

export async function serve(gateway: Gateway, logger: Log): Promise<Served> {
  // Who may ask for the schema is decided below, by the policy.
  const apollo = createApolloServer(gateway, { introspection: true, logger })
  await apollo.start()
  return { gateway, apollo }
}

/** What decides about a request before Apollo does. */
export interface Stages {
  readonly authenticate: Authenticate
  readonly operations: Operations
  readonly limits: EdgeLimits
  readonly telemetry: Telemetry
}

/** A request whose operation is known by its text. */
type Asked = GraphqlRequest & { readonly query: string }

/**
 * `GET` and `POST path`: whether there is room, who asks and what, whether that is within the budget and the rate, and only
 * then Apollo, which validates and plans. Each stage throws what the client is told.
 */
export function graphqlRoute(
  app: FastifyInstance,
  path: string,
  served: () => Promise<Served>,
  { authenticate, operations, limits, telemetry }: Stages,
): void {
  app.route({
    url: path,
    method: ['GET', 'POST'],
    exposeHeadRoute: false,
    errorHandler,
    onRequest: (_request, reply) => assertRoom(limits, reply),
    handler: (request, reply) =>
      traced(telemetry, request, async (observed) => {
        const signal = await turnOf(limits, reply)
        const named = graphqlRequest(request)
        const viewer = await telemetry.span('authenticate', {}, () => authenticate(request.headers.authorization))
        observed.askedBy(viewer)
        const asked = { ...named, query: operations.textOf(named, viewer) }
        const { document, cost } = await telemetry.span('budget', {}, () =>
          Promise.resolve(assertWithinBudget(asked, limitsFor(viewer.roles))),
        )
        assertNames(document)
        if (operations.isPersisted(asked.query)) observed.persistedAs(getOperationAST(document, asked.operationName))
        assertMethodFits(request.method, document, asked.operationName)
        await limits.rates.charge(reply, viewer, request.ip, cost.cost)
        const { gateway, apollo } = await served()
        const context = gateway.contextFor(viewer, request.id, { signal, observed })
        await gateway.assertMayIntrospect(document, context)
        const executing = telemetry.span('execute', {}, () => execute(apollo, asked, context))
        return send(request, reply, await within(signal, executing))
      }),
  })
  app.route({
    url: path,
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    errorHandler,
    // Before the body is read.
    onRequest: () => Promise.reject(new ComityError('METHOD_NOT_ALLOWED')),
    handler: () => null,
  })
}

/** Apollo sees a POST of JSON, whatever the client sent: form, method and CSRF were checked. */
function execute(
  apollo: ApolloServer<GatewayContext>,
  { query, variables, operationName }: Asked,
  context: GatewayContext,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap([
    ['content-type', JSON_TYPE],
    ['accept', JSON_TYPE],
  ])
  const body = { query, variables, operationName }
  return apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body },
    context: () => Promise.resolve(context),
  })
}

function send(request: FastifyRequest, reply: FastifyReply, { body, status }: HTTPGraphQLResponse): FastifyReply {
  // Without @defer, which this schema does not offer, an answer is always complete.
  if (body.kind !== 'complete') throw new ComityError('INTERNAL')
  const form = answerForm(request.headers.accept)
  return answer(reply, form, statusOfOperation(form, status ?? 200), body.string)
}

function errorHandler(this: FastifyInstance, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body, code } = faultOf(error, request.id)
  if (code === 'INTERNAL') throw error
  observationOf(request)?.failed(code)
  if (status === 405) void reply.header('allow', ALLOW)
  // RFC 9110, 15.5.2, and RFC 6750, 3.
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="comity", error="invalid_token"')
  const form = answerForm(request.headers.accept)
  answer(reply, form, code === 'REQUEST_INVALID' ? status : statusOfOperation(form, status), JSON.stringify(body))
}

function answer(reply: FastifyReply, form: AnswerForm, status: number, text: string): FastifyReply {
  return reply.header('cache-control', 'no-store').header('content-type', contentType(form)).code(status).send(text)
}
