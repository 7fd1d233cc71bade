import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql'
import { epochDay } from '../../contract/clock.js'
import { CHANNEL } from '../../contract/disclosure.js'
import { ComityError } from '../../contract/errors.js'
import type { RequestVerifier } from '../../contract/signature.js'
import type { SubgraphEndpoint, SubgraphRequest, SubgraphResponse } from '../../contract/subgraph.js'
import type { SignedRequest, SubgraphName } from '../../contract/viewer.js'
import type { PolicySet, RequestFacts } from '../../policy/index.js'
import { Collector } from './collector.js'
import type { CaseState, Secrets, SubgraphContext } from './context.js'
import { buildFederatedSchema, type SubgraphParts } from './federated-schema.js'
import { type Freshness, type RawDb, readFreshness } from './freshness.js'
import { accessWith, ALL_LAYERS, type Layers } from './layers.js'
import type { PolicyStore } from './policy-store.js'
import type { ReferenceCache } from './reference-data.js'
import { shielded } from './shield.js'
import { isUnavailable, unavailableAt } from './unavailable.js'

/** What a subgraph is made of: its classes, its reference resolvers, and what it does before each fetch. */
export interface SubgraphDefinition<Db extends RawDb> extends SubgraphParts<SubgraphContext<Db>> {
  readonly name: SubgraphName
  /** Takes over facts that other subgraphs own, in their commit order, before anything is decided. */
  readonly beforeFetch?: (db: Db) => Promise<void>
}

export interface SubgraphDependencies<Db> {
  readonly db: Db
  readonly verifier: RequestVerifier
  readonly policies: PolicyStore
  readonly reference: ReferenceCache
  readonly secrets: Secrets
  readonly layers?: Layers
  /** Told what failed and is no catalogued error: the gateway gets INTERNAL, and the cause is the operator's to see. */
  readonly onFault?: (fault: unknown, requestId: string | null) => void
}

/** Documents that a gateway's plan cache sends again and again; bounded. */
const DOCUMENTS_MAX = 500

class DocumentCache {
  readonly #held = new Map<string, DocumentNode>()
  constructor(private readonly schema: GraphQLSchema) {}

  /** @throws ComityError OPERATION_INVALID */
  parsed(query: string): DocumentNode {
    const held = this.#held.get(query)
    if (held) return held
    let document: DocumentNode
    try {
      document = parse(query, { noLocation: true })
    } catch {
      throw new ComityError('OPERATION_INVALID')
    }
    if (validate(this.schema, document).length > 0) throw new ComityError('OPERATION_INVALID')
    if (this.#held.size >= DOCUMENTS_MAX) this.#held.clear()
    this.#held.set(query, document)
    return document
  }
}

function factsFor(
  request: SignedRequest,
  fresh: Freshness,
  today: number,
  authorizations: RequestFacts['authorizations'],
): RequestFacts {
  return {
    purpose: request.viewer.purpose,
    today,
    caseKind: (fresh.caseKind as RequestFacts['caseKind'] | null) ?? 'NONE',
    caseLive: fresh.caseId !== null && !fresh.caseClosed,
    waiverCovers: fresh.waiverCovers,
    granted: fresh.caseClosed ? [] : fresh.grants,
    self: fresh.self,
    authorizations,
  }
}

async function makeContext<Db extends RawDb>(
  request: SignedRequest,
  set: PolicySet,
  dependencies: SubgraphDependencies<Db>,
  collector: Collector,
  signal: AbortSignal | undefined,
): Promise<SubgraphContext<Db>> {
  const now = new Date(request.now)
  const today = epochDay(now)
  const { viewer } = request
  let shared = new Map<string, unknown>()

  const read = async () => {
    const fresh = await readFreshness(dependencies.db, viewer, now)
    const reference = await dependencies.reference.at(fresh.epoch)
    const facts = factsFor(request, fresh, today, reference.authorizations(today))
    const access = accessWith(dependencies.layers ?? ALL_LAYERS, set.forRequest(viewer, facts))
    const state: CaseState | null =
      fresh.caseId === null
        ? null
        : {
            id: fresh.caseId,
            kind: fresh.caseKind ?? 'NONE',
            closed: fresh.caseClosed,
            waiverCovers: fresh.waiverCovers,
            grantRevision: fresh.grants.join(','),
          }
    return { access, reference, case: state, self: fresh.self }
  }

  const context = {
    ...(await read()),
    viewer,
    now,
    today,
    collector,
    requestId: request.requestId,
    signal,
    policyVersion: set.hash,
    policySet: set,
    db: dependencies.db,
    secrets: dependencies.secrets,
    shared<T>(name: string, make: () => T): T {
      // Whoever puts a value under a name makes it with the same function.
      if (!shared.has(name)) shared.set(name, make())
      return shared.get(name) as T
    },
    async refresh(): Promise<void> {
      Object.assign(context, await read())
      shared = new Map()
    },
  }
  return context
}

function failed(error: unknown): SubgraphResponse {
  if (error instanceof ComityError) return { data: null, errors: [error] }
  return { data: null, errors: [new ComityError(isUnavailable(error) ? 'SUBGRAPH_UNAVAILABLE' : 'INTERNAL')] }
}

export interface SubgraphService extends SubgraphEndpoint {
  readonly schema: GraphQLSchema
}

/**
 * A subgraph that answers signed requests and nothing else: `_entities` and `_service` are behind the same check.
 * What it disclosed and withheld goes into the answer's reserved extension.
 */
export async function createSubgraph<Db extends RawDb>(
  definition: SubgraphDefinition<Db>,
  dependencies: SubgraphDependencies<Db>,
): Promise<SubgraphService> {
  const built = await buildFederatedSchema(definition)
  const schema = shielded(built.schema, dependencies.layers ?? ALL_LAYERS)
  const documents = new DocumentCache(schema)

  return {
    name: definition.name,
    sdl: built.sdl,
    schema,
    async send(request: SubgraphRequest): Promise<SubgraphResponse> {
      let requestId: string | null = null
      const told = (fault: unknown) => {
        if (!(fault instanceof GraphQLError)) dependencies.onFault?.(fault, requestId)
      }
      try {
        const signed = dependencies.verifier.verify(request.signature, request.query, request.variables)
        requestId = signed.requestId
        const set = await dependencies.policies.byHash(signed.policyVersion)
        request.signal?.throwIfAborted()
        await definition.beforeFetch?.(dependencies.db)
        const collector = new Collector()
        const contextValue = await makeContext(signed, set, dependencies, collector, request.signal)
        request.signal?.throwIfAborted()
        const result: ExecutionResult = await execute({
          schema,
          document: request.document ?? documents.parsed(request.query),
          variableValues: request.variables,
          contextValue,
        })
        for (const { originalError } of result.errors ?? []) if (originalError) told(originalError)
        const errors = result.errors?.map((error) =>
          isUnavailable(error.originalError) ? unavailableAt(error) : error,
        )
        return { ...result, ...(errors && { errors }), extensions: { [CHANNEL]: collector.payload() } }
      } catch (error) {
        told(error)
        return failed(error)
      }
    },
  }
}
