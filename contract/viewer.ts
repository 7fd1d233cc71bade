import type { PolicyViewer, Purpose } from '../policy/types.js'

/** The name behind which a subgraph is started, signed for and logged. */
export const SUBGRAPHS = ['agencies', 'officers', 'incidents', 'credentials'] as const
export type SubgraphName = (typeof SUBGRAPHS)[number]

/** Who is asking, for what: made once at the gateway from a verified bearer token; `PUBLIC` without one. */
export interface Viewer extends PolicyViewer {
  readonly purpose: Purpose
  readonly caseReference: string | null
  readonly issuer: string
  /** The partner's system that acts for the viewer, as its issuer names it; null: the viewer comes in person. */
  readonly service: string | null
  /** GFIPM attributes that an audit needs, never used by a rule. */
  readonly displayName: string
  readonly employerName: string
}

/**
 * What the gateway signs for one request to one subgraph (Ed25519, short-lived, bound to subgraph and body).
 * `now` is fixed for the client's whole request, so that every subgraph judges by the same clock.
 */
export interface SignedRequest {
  readonly viewer: Viewer
  /** ISO instant. */
  readonly now: string
  readonly policyVersion: string
  /** Correlates the subgraph requests of one client request. */
  readonly requestId: string
}
