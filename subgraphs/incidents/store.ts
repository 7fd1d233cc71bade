import { ComityError } from '../../contract/errors.js'
import type { Access, RecordFacts, RecordType } from '../../policy/index.js'

/**
 * May the viewer have this stored ("as permissible" limits collection too)? Asked of the row as it would be written,
 * whether or not the operation itself was allowed before.
 * @throws ComityError STORE_FORBIDDEN where a policy forbids it, NOT_PERMITTED where none permits it
 */
export function requireStorable(access: Access, type: RecordType, facts: RecordFacts): void {
  const { effect, policy, sentence } = access.decide('store', type, facts)
  if (effect === 'allow') return
  if (policy?.effect !== 'forbid') throw new ComityError('NOT_PERMITTED', sentence)
  const reason = policy.revealsReason ? { policy: policy.id, citation: policy.citation.text } : {}
  throw new ComityError('STORE_FORBIDDEN', sentence, reason)
}
