import { ApolloServerErrorCode } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ComityError, type ErrorCode } from '../contract/errors.js'
import { AnswerError } from './answer-error.js'

/** Faults of the client's own request, found by Apollo or graphql-js before anything was asked of a subgraph. */
const REQUEST_FAULTS: Readonly<Record<string, ErrorCode>> = {
  [ApolloServerErrorCode.GRAPHQL_PARSE_FAILED]: 'OPERATION_INVALID',
  [ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED]: 'OPERATION_INVALID',
  [ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE]: 'OPERATION_INVALID',
  [ApolloServerErrorCode.BAD_USER_INPUT]: 'BAD_INPUT',
  [ApolloServerErrorCode.BAD_REQUEST]: 'REQUEST_INVALID',
  [ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND]: 'REQUEST_INVALID',
  [ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED]: 'REQUEST_INVALID',
}
const WORDS_MAX = 500

/**
 * The only way by which an error leaves the hub: as one of the catalogue. An error of the catalogue keeps its words;
 * a fault in the client's own document or headers keeps graphql-js's or Apollo's, for they speak of that alone;
 * everything else becomes INTERNAL and says nothing. Idempotent.
 */
export function scrub(error: unknown): AnswerError {
  const path = error instanceof GraphQLError ? clientPath(error.path) : undefined
  const place = path ? { path } : {}
  for (let cause = error; cause instanceof Error; cause = causeOf(cause)) {
    if (cause instanceof AnswerError) return path || !cause.path ? cause.at(place) : cause
    if (cause instanceof ComityError) return AnswerError.of(cause, place)
  }
  if (!(error instanceof GraphQLError)) return AnswerError.ofCode('INTERNAL')
  const code = REQUEST_FAULTS[String(error.extensions['code'])]
  if (code === undefined) return AnswerError.ofCode('INTERNAL', place)
  return AnswerError.of(new ComityError(code, plainWords(error.message)), whereInDocument(error))
}

/** Apollo Server's `formatError`. */
export function formatError(_formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  return scrub(error).toJSON()
}

/**
 * graphql-js quotes the value that has not the form that it must have: the client sent it, but errors are written down on
 * their way, and the value may be somebody's name.
 */
const QUOTING: readonly (readonly [RegExp, string])[] = [
  [/ ?Did you mean .*$/s, ''],
  [/( cannot represent [^:]*):.*$/s, '$1.'],
  [/^(Expected value of type "[^"]*"), found .*$/s, '$1.'],
  [/^Value ".*" (does not exist in "[^"]*" enum)\.?/s, 'The value $1.'],
]

/** Without the value, and without suggestions, which name fields that the client has not asked for. */
export function plainWords(message: string): string {
  const words = QUOTING.reduce((text, [form, instead]) => text.replace(form, instead), message)
  return words.slice(0, WORDS_MAX)
}

function causeOf(error: Error): unknown {
  return error instanceof GraphQLError ? error.originalError : error.cause
}

/** Apollo's paths hold `@` where it does not know the index, and may end in a field that only the gateway asked for. */
function clientPath(path: GraphQLError['path']): (string | number)[] | undefined {
  if (!path) return undefined
  const end = path.findIndex((key) => key === '@' || String(key).startsWith('comity_'))
  const known = end < 0 ? [...path] : path.slice(0, end)
  return known.length > 0 ? known : undefined
}

function whereInDocument(error: GraphQLError) {
  if (error.source && error.positions) return { source: error.source, positions: error.positions }
  return error.nodes ? { nodes: error.nodes } : {}
}
