import type { Operation } from '../../policy/index.js'
import type { RequestAccess } from './context.js'
import { WithheldError } from './withheld.js'

/**
 * Does the work of an operation if the rules permit it to the viewer, else returns the error that the shield gives: with
 * the shield off, nothing is read or written either.
 */
export function permitted<T>(
  { access }: RequestAccess,
  root: 'Query' | 'Mutation',
  operation: Operation,
  work: () => Promise<T>,
): Promise<T> | WithheldError {
  const decision = access.decideViewer(`do:${operation}`)
  return decision.effect === 'allow' ? work() : new WithheldError(`${root}.${operation}`, decision, 'NOT_PERMITTED')
}
