import type { DocumentNode, ExecutionResult } from 'graphql'
import type { SubgraphName } from './viewer.js'

/** One fetch of the gateway's plan, signed for one subgraph. */
export interface SubgraphRequest {
  readonly query: string
  /** The parsed `query`, handed over in process to save parsing; never trusted over HTTP. */
  readonly document?: DocumentNode
  readonly variables: Readonly<Record<string, unknown>>
  /** Compact JWS of a SignedRequest (contract/signature.ts). */
  readonly signature: string
  /** W3C trace context, for the subgraph's own spans: not signed, and nothing is decided by it. */
  readonly traceparent?: string
  /** Stops the work: nobody waits for the answer any more. */
  readonly signal?: AbortSignal
}

export type SubgraphResponse = ExecutionResult

/** What the gateway knows of a subgraph: in process a function call, as a service an HTTP client. */
export interface SubgraphEndpoint {
  readonly name: SubgraphName
  readonly sdl: string
  send(request: SubgraphRequest): Promise<SubgraphResponse>
}
