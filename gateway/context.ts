import { newId } from '../contract/ids.js'
import type { Viewer } from '../contract/viewer.js'
import { AnswerCollector } from './collector.js'

/** One client request, from the bearer token to the answer. Made anew for each; nothing of it outlives it. */
export interface GatewayContext {
  readonly viewer: Viewer
  /** Fixed for the request, so that every subgraph judges by the same clock. */
  readonly now: Date
  readonly requestId: string
  /** Hash of the policy set that the whole request is decided by. */
  readonly policyVersion: string
  readonly collector: AnswerCollector
}

export function createContext(
  viewer: Viewer,
  now: Date,
  policyVersion: string,
  requestId: string = newId('Request'),
): GatewayContext {
  return { viewer, now, policyVersion, requestId, collector: new AnswerCollector() }
}
