import { type DocumentNode, Kind, OperationTypeNode } from 'graphql'
import { ComityError } from '../../contract/errors.js'

/** What the endpoint answers to (RFC 9110, 10.2.1). */
export const ALLOW = 'GET, POST'

/**
 * A GET is repeated, prefetched and kept by whoever is on its way: it changes nothing (GraphQL over HTTP, 5.3).
 * @throws ComityError METHOD_NOT_ALLOWED
 */
export function assertMethodFits(method: string, document: DocumentNode, operationName: string | null): void {
  if (method === 'POST') return
  const mayRun = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .filter(({ name }) => operationName === null || name?.value === operationName)
  if (mayRun.some(({ operation }) => operation !== OperationTypeNode.QUERY)) throw new ComityError('METHOD_NOT_ALLOWED')
}
