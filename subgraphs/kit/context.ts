import type { Viewer } from '../../contract/viewer.js'
import type { Access, PolicySet } from '../../policy/index.js'
import type { Collector } from './collector.js'
import type { ReferenceData } from './reference-data.js'

/** What a rule is asked through. Replaced by `refresh` after a write, never kept in a closure. */
export interface RequestAccess {
  readonly access: Access
}

/** The viewer's case as it stood when this fetch, or its last write, began. */
export interface CaseState {
  readonly id: string
  readonly kind: string
  readonly closed: boolean
  readonly waiverCovers: boolean
  /** Changes with every grant given or ended: loader keys include it. */
  readonly grantRevision: string
}

/** Of one fetch of one subgraph. `Db` is the client narrowed to the subgraph's own models and the reference tables. */
export interface SubgraphContext<Db> extends RequestAccess {
  readonly viewer: Viewer
  /** Fixed for the client's whole request. */
  readonly now: Date
  readonly today: number
  readonly requestId: string
  /** Nobody waits for the answer any more: loaders stop. */
  readonly signal: AbortSignal | undefined
  readonly policyVersion: string
  /** The set that the request is pinned to: to ask for others than the viewer, in a preview. */
  readonly policySet: PolicySet
  readonly case: CaseState | null
  readonly self: readonly string[]
  readonly reference: ReferenceData
  readonly db: Db
  readonly collector: Collector
  readonly secrets: Secrets
  /** One value per fetch and grant revision, made at first use: DataLoaders live here. */
  shared<T>(name: string, make: () => T): T
  /** After a write within the fetch: reads case, grants and epoch again, forgets every loader. */
  refresh(): Promise<void>
}

export interface Secrets {
  /** Authenticates cursors. */
  readonly cursor: Uint8Array
  /** Keys the digest that binds case and waiver to one candidate. */
  readonly candidate: Uint8Array
}
