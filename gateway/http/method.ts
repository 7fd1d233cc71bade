import { type DocumentNode, Kind, OperationTypeNode } from 'graphql'
import { ComityError } from '../../contract/errors.js'

/** What the endpoint answers to (RFC 9110, 10.2.1). */
export const ALLOW = 'GET, POST'

/**
 * A GET is repeated, prefetched and kept by whoever is on its way: it changes nothing (GraphQL over HTTP, 5.3).
 * Subscriptions there are none: the schema has no root for them, and Apollo fails over it.
 * @throws ComityError METHOD_NOT_ALLOWED, OPERATION_INVALID
 */
export function assertMethodFits(method: string, document: DocumentNode, operationName: string | null): void {
  const mayRun = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .filter(({ name }) => operationName === null || name?.value === operationName)
  if (method !== 'POST' && mayRun.some(({ operation }) => operation !== OperationTypeNode.QUERY))
    throw new ComityError('METHOD_NOT_ALLOWED')
  if (mayRun.some(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION))
    throw new ComityError('OPERATION_INVALID', 'There are no subscriptions here.')
}
