import { GraphQLError } from 'graphql'
import { ComityError } from '../../contract/errors.js'

/** PostgreSQL's classes of errors in which the statement is not at fault: connection, login, resources, intervention, system. */
const SQLSTATE_CLASSES = ['08', '28', '3D', '53', '57', '58']
/** What Node says of a connection. */
const CONNECTION = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']
/** What Prisma calls the same, and a pool that has no connection left. */
const PRISMA = ['P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1010', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037']
const ADAPTER = [
  'AuthenticationFailed',
  'ConnectionClosed',
  'DatabaseAccessDenied',
  'DatabaseDoesNotExist',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
]
/** node-postgres has no code for these. */
const WORDS =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/
/** Errors are wrapped a few times, never endlessly. */
const DEPTH = 6

/** The database did not answer: what is missing from the answer is unknown. Anything else is a fault of ours. */
export function isUnavailable(error: unknown): boolean {
  let at = error
  for (let depth = 0; depth < DEPTH && typeof at === 'object' && at !== null; depth++) {
    const found = at as Record<string, unknown>
    const { code, originalCode, kind, message, meta } = found
    const codes = [code, originalCode].filter((value) => typeof value === 'string')
    if (codes.some((value) => CONNECTION.includes(value) || PRISMA.includes(value) || isSqlstate(value))) return true
    if (typeof kind === 'string' && ADAPTER.includes(kind)) return true
    if (typeof message === 'string' && WORDS.test(message)) return true
    at =
      found['originalError'] ?? found['cause'] ?? (meta as Record<string, unknown> | undefined)?.['driverAdapterError']
  }
  return false
}

const isSqlstate = (code: string): boolean => /^[0-9A-Z]{5}$/.test(code) && SQLSTATE_CLASSES.includes(code.slice(0, 2))

/** What a subgraph tells the gateway instead: an error of the catalogue at the same place. */
export function unavailableAt(error: GraphQLError): GraphQLError {
  const { path } = error
  return new GraphQLError(error.message, {
    ...(path && { path }),
    originalError: new ComityError('SUBGRAPH_UNAVAILABLE'),
  })
}
