import type { KeyObject } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../contract/clock.js'
import { createVerifier } from '../contract/signature.js'
import type { SubgraphName } from '../contract/viewer.js'
import type { PolicySet } from '../policy/index.js'
import { type Log, traceOf } from '../gateway/log.js'
import type { Telemetry } from '../gateway/telemetry/telemetry.js'
import { openPrisma, type OpenPrisma } from '../prisma/client.js'
import { DEFINITIONS } from '../subgraphs/index.js'
import type { Secrets } from '../subgraphs/kit/context.js'
import { PolicyStore } from '../subgraphs/kit/policy-store.js'
import { ReferenceCache } from '../subgraphs/kit/reference-data.js'
import type { Layers } from '../subgraphs/kit/layers.js'
import { createSubgraph, type SubgraphService } from '../subgraphs/kit/subgraph.js'
import { statementsOf } from './telemetry.js'

/** Milliseconds: a database that is slower than this cannot serve a request now. */
const READY_WITHIN = 2_000

export interface ServiceOptions {
  /** The database as the subgraph's own role sees it. */
  readonly url: string
  readonly gatewayPublicKey: KeyObject
  readonly policy: PolicySet
  /** Sets that the services of one process share; without it each reads its own by hash. */
  readonly policies?: PolicyStore
  readonly secrets: Secrets
  readonly clock: Clock
  readonly logger: Log
  readonly layers?: Layers
  readonly onStatement?: (sql: string) => void
  readonly telemetry?: Telemetry
  /** Milliseconds; see prisma/client.ts. */
  readonly statementTimeout?: number
}

export interface OpenService {
  readonly service: SubgraphService
  /** Whether its database answers. */
  ready(): Promise<boolean>
  close(): Promise<void>
}

function definedAs(name: SubgraphName, prisma: OpenPrisma, options: ServiceOptions): Promise<SubgraphService> {
  const { client } = prisma
  return createSubgraph(DEFINITIONS[name], {
    db: client,
    verifier: createVerifier([options.gatewayPublicKey], name, options.clock),
    policies: options.policies ?? new PolicyStore(client, options.policy),
    reference: new ReferenceCache(client),
    secrets: options.secrets,
    onFault: (fault, requestId) =>
      options.logger.error({ subgraph: name, requestId, ...traceOf(fault) }, 'a subgraph failed'),
    ...(options.layers && { layers: options.layers }),
  })
}

/** One subgraph over its own pool. */
export async function openService(name: SubgraphName, options: ServiceOptions): Promise<OpenService> {
  const { telemetry, onStatement, statementTimeout } = options
  const prisma = openPrisma({
    url: options.url,
    ...(statementTimeout !== undefined && { statementTimeout }),
    ...(onStatement && { onStatement }),
    ...statementsOf(name, telemetry),
  })
  const service = await definedAs(name, prisma, options)
  return {
    service,
    ready: () =>
      Promise.race([
        prisma.pool.query('SELECT 1').then(
          () => true,
          () => false,
        ),
        sleep(READY_WITHIN, false, { ref: false }),
      ]),
    close: () => prisma.close(),
  }
}
