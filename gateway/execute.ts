import './telemetry-off.js'
import { ApolloGateway } from '@apollo/gateway'
import { type DocumentNode, getOperationAST, type GraphQLScalarType, type GraphQLSchema, isScalarType } from 'graphql'
import type { Clock } from '../contract/clock.js'
import type { DisclosureAppender } from '../contract/disclosure-log.js'
import { ComityError } from '../contract/errors.js'
import type { RequestSigner } from '../contract/signature.js'
import type { SubgraphEndpoint } from '../contract/subgraph.js'
import type { Viewer } from '../contract/viewer.js'
import type { AnswerError } from './answer-error.js'
import { Authorization, nothingDenied, type PolicyByHash } from './authorize.js'
import { composeSupergraph, type Supergraph } from './compose.js'
import { type Attended, createContext, type GatewayContext } from './context.js'
import { FETCH_DEADLINE, SubgraphDataSource } from './data-source.js'
import { DecidedFields } from './decided-fields.js'
import { isEmptied } from './filter-document.js'
import { finishAnswer, type Finished, type FinishOptions } from './finish.js'
import { assertMayIntrospect } from './introspection.js'
import { apolloLogger, type Log, traceOf } from './log.js'
import { type FieldRules, personTypesOf } from './person-types.js'
import { PlanCache } from './plan-cache.js'
import { Preparation } from './prepare.js'
import { scrub } from './scrub.js'
import { NO_TELEMETRY, type Telemetry } from './telemetry/telemetry.js'
import { checkVariables } from './variables.js'

type ApolloExecutor = ApolloGateway['executor']
type ApolloRequest = Parameters<ApolloExecutor>[0]
type Executor = (request: ApolloRequest) => Promise<Finished>

/** Bytes of query plans kept. */
const PLAN_CACHE_MAX = 32 * 1_048_576

export interface GatewayOptions {
  readonly endpoints: readonly SubgraphEndpoint[]
  readonly signer: RequestSigner
  readonly log: DisclosureAppender
  /** Hash of the policy set that a request made now is pinned to. */
  readonly policyVersion: () => string
  readonly clock: Clock
  readonly logger: Log
  readonly fieldRule: FieldRules
  /** The hub's own scalars, so that a malformed date is refused at the edge, with its place in the input. */
  readonly scalars?: readonly GraphQLScalarType[]
  /** The rules, for authorization before planning; without them every field is left to the subgraphs. */
  readonly policies?: PolicyByHash
  /** False: authorization before planning is left out, to show that the answers are the same. */
  readonly filter?: boolean
  readonly telemetry?: Telemetry
}

/** Apollo Server's gateway, and the maker of the contexts that it is asked with. */
export interface Gateway extends Supergraph, Pick<ApolloGateway, 'onSchemaLoadOrUpdate' | 'stop'> {
  load(options?: Parameters<ApolloGateway['load']>[0]): Promise<{ executor: Executor }>
  /** `requestId`: where the edge has one already, so that its log and the answer's errors name the same. */
  contextFor(viewer: Viewer, requestId?: string, attended?: Attended): GatewayContext
  /** @throws AnswerError NOT_PERMITTED where the document asks about the schema and its viewer may not */
  assertMayIntrospect(document: DocumentNode, context: GatewayContext): Promise<void>
}

/**
 * The federated executor with the hub's stages around it: confirmation, variables, authorization, plan and fetch, and the
 * finish that accounts for the answer (finish.ts).
 *
 * @throws CompositionError
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { endpoints, signer, logger, telemetry = NO_TELEMETRY } = options
  const plans = observedPlans(telemetry)
  const supergraph = composeSupergraph(endpoints)
  const dataSources = new Map(
    endpoints.map((endpoint) => [
      endpoint.name as string,
      new SubgraphDataSource(endpoint, signer, logger, FETCH_DEADLINE, telemetry),
    ]),
  )
  let serving = false
  const apollo = new ApolloGateway({
    supergraphSdl: supergraph.supergraphSdl,
    buildService: ({ name }) => {
      const dataSource = dataSources.get(name)
      if (!dataSource) throw new ComityError('INTERNAL')
      return dataSource
    },
    // In process a plan's document needs no parsing.
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true, cache: plans },
    __exposeQueryPlanExperimental: false,
    debug: false,
    logger: apolloLogger(logger, () => serving),
  })

  return {
    ...supergraph,
    onSchemaLoadOrUpdate: (listener) => apollo.onSchemaLoadOrUpdate(listener),
    stop: () => apollo.stop(),
    contextFor: (viewer, requestId, attended) =>
      createContext(viewer, options.clock(), options.policyVersion(), requestId, attended),
    assertMayIntrospect: (document, context) => assertMayIntrospect(document, context, options.policies),
    async load(loading) {
      const { schema, executor } = await apollo.load(loading)
      useScalars(schema, options.scalars ?? [])
      serving = true
      const { fieldRule: rules, log, clock } = options
      const finish = { schema, rules, personTypes: personTypesOf(schema, rules), log, clock, logger }
      return { executor: executorOver(executor, authorizationOf(schema, options), finish) }
    },
  }
}

function observedPlans(telemetry: Telemetry): PlanCache {
  const plans = new PlanCache(PLAN_CACHE_MAX)
  telemetry.reads('planCacheHits', () => plans.counts.hits)
  telemetry.reads('planCacheMisses', () => plans.counts.misses)
  telemetry.reads('planCacheEntries', () => plans.counts.entries)
  telemetry.reads('planCacheBytes', () => plans.counts.bytes)
  return plans
}

function authorizationOf(schema: GraphQLSchema, options: GatewayOptions): Authorization | null {
  const { policies, filter = true, fieldRule, scalars } = options
  return policies && filter ? new Authorization(schema, new DecidedFields(schema, fieldRule, scalars), policies) : null
}

function executorOver(executor: ApolloExecutor, authorization: Authorization | null, options: FinishOptions): Executor {
  const { schema, logger } = options
  const preparation = new Preparation(schema)
  return async (request) => {
    const context = request.context as GatewayContext
    try {
      const prepared = preparation.of(request.document)
      const operation = getOperationAST(prepared.document, request.request.operationName)
      if (!operation)
        throw new ComityError('OPERATION_INVALID', 'The document holds no such operation, or several and no name.')
      context.observed.asks(operation, prepared.fragments)
      const checked = checkVariables(schema, operation, request.request.variables ?? {})
      if (checked.errors) return { errors: checked.errors }
      const { document, queryHash, denied } = (await authorization?.of(prepared, context)) ?? nothingDenied(prepared)
      const planned = getOperationAST(document, request.request.operationName) ?? operation
      const executed =
        denied.size > 0 && isEmptied(planned.selectionSet)
          ? { data: {} }
          : await executor({ ...request, document, queryHash, operation: planned })
      // Nobody is there to be told: then nothing is disclosed, and nothing logged.
      context.signal?.throwIfAborted()
      // A client may call its operation after the person whom it asks about: its word is in no log.
      const name = context.observed.persisted ?? `${context.observed.operation}/sha256:${request.queryHash}`
      const asked = { operation, prepared, variables: checked.values, denied, name }
      return await finishAnswer(executed, asked, context, options)
    } catch (error) {
      const shown: AnswerError = scrub(error)
      if (shown.extensions['code'] === 'INTERNAL')
        logger.error({ requestId: context.requestId, ...traceOf(error) }, 'a request failed')
      return { errors: [shown] }
    }
  }
}

/** The supergraph's scalars accept anything until their readers are put in. */
function useScalars(schema: GraphQLSchema, scalars: readonly GraphQLScalarType[]): void {
  for (const scalar of scalars) {
    const type = schema.getType(scalar.name)
    if (!isScalarType(type)) continue
    type.parseValue = scalar.parseValue
    type.parseLiteral = scalar.parseLiteral
  }
}
