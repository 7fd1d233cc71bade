import { explain, explainViewer } from '../../../policy/index.js'
import type { Access, Explanation, RecordType, ViewerAction } from '../../../policy/index.js'
import type { Case } from '../cases/case.js'
import { RECORDS } from '../cases/records.js'
import { VIEWERS } from '../cases/viewers.js'
import type { Asking } from '../cases/viewers.js'
import { POLICIES } from './policy.js'

export type AccessFor = (asking: Asking) => Access

const shipped: AccessFor = ({ viewer, facts }) => POLICIES.forRequest(viewer, facts)

export function decideCase({ viewer, action, record }: Case, accessFor: AccessFor = shipped): Explanation {
  const access = accessFor(VIEWERS[viewer])
  if (record === undefined) return explainViewer(access, action as ViewerAction)
  const { type, facts } = RECORDS[record]
  return explain(access, action, type, facts)
}

/** Effect and deciding policy of a case. */
export interface Outcome {
  readonly effect: 'allow' | 'deny'
  readonly policy: string | null
}

export function expectedOf(one: Case): Outcome {
  if ('allow' in one) return { effect: 'allow', policy: one.allow }
  return { effect: 'deny', policy: 'deny' in one ? one.deny : null }
}

export function outcomeOf({ decision }: Explanation): Outcome {
  return { effect: decision.effect, policy: decision.policy?.id ?? null }
}

/** Cedar resource type that a case is about. */
export function typeOf({ record }: Case): RecordType | 'Hub' {
  return record === undefined ? 'Hub' : RECORDS[record].type
}

export function nameOf(one: Case): string {
  const outcome = 'allow' in one ? `allowed by ${one.allow}` : 'deny' in one ? `denied by ${one.deny}` : 'unpermitted'
  return `${one.viewer}: ${one.action} ${one.record ?? ''} is ${outcome}${one.spares ? `, spared by ${one.spares}` : ''}`
}
