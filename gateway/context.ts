import { newId } from '../contract/ids.js'
import type { Viewer } from '../contract/viewer.js'
import { AnswerCollector } from './collector.js'
import { ObservedRequest } from './telemetry/observed-request.js'

/** One client request, from the bearer token to the answer. Made anew for each; nothing of it outlives it. */
export interface GatewayContext {
  readonly viewer: Viewer
  /** Fixed for the request, so that every subgraph judges by the same clock. */
  readonly now: Date
  readonly requestId: string
  /** Hash of the policy set that the whole request is decided by. */
  readonly policyVersion: string
  readonly collector: AnswerCollector
  /** Stops what is done for the request: its time is over, or its client has gone. */
  readonly signal: AbortSignal | undefined
  /** What telemetry is told of the request at its end. */
  readonly observed: ObservedRequest
}

/** Who attends to a request besides those who answer it. */
export interface Attended {
  readonly observed?: ObservedRequest
  readonly signal?: AbortSignal
}

export function createContext(
  viewer: Viewer,
  now: Date,
  policyVersion: string,
  requestId: string = newId('Request'),
  { observed = new ObservedRequest(), signal }: Attended = {},
): GatewayContext {
  return { viewer, now, policyVersion, requestId, collector: new AnswerCollector(), observed, signal }
}
