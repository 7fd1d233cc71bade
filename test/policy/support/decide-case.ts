import { explain, explainViewer } from '../../../policy/index.js'
import type { Explanation, RecordType, ViewerAction } from '../../../policy/index.js'
import type { Case } from '../cases/case.js'
import { RECORDS } from '../cases/records.js'
import { VIEWERS } from '../cases/viewers.js'
import { POLICIES } from './policy.js'

export function decideCase({ viewer, action, record }: Case): Explanation {
  const asking = VIEWERS[viewer]
  const access = POLICIES.forRequest(asking.viewer, asking.facts)
  if (record === undefined) return explainViewer(access, action as ViewerAction)
  const { type, facts } = RECORDS[record]
  return explain(access, action, type, facts)
}

/** Cedar resource type that a case is about. */
export function typeOf({ record }: Case): RecordType | 'Hub' {
  return record === undefined ? 'Hub' : RECORDS[record].type
}

export function nameOf(one: Case): string {
  const outcome = 'allow' in one ? `allowed by ${one.allow}` : 'deny' in one ? `denied by ${one.deny}` : 'unpermitted'
  return `${one.viewer}: ${one.action} ${one.record ?? ''} is ${outcome}${one.spares ? `, spared by ${one.spares}` : ''}`
}
