import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import type { NamedOperation } from '../operations/operations.js'
import { assertNoCsrf } from './csrf.js'
import { parseJsonText } from './json.js'
import { documentNesting, NESTING_MAX } from '../nesting.js'

const object = z.record(z.string(), z.unknown())
const hash = z
  .string()
  .regex(/^(sha256:)?[0-9a-f]{64}$/i)
  .transform((text) => text.toLowerCase().replace('sha256:', ''))
const persistedQuery = z.object({ version: z.literal(1), sha256Hash: hash })
const form = z.object({
  query: z.string().min(1).nullish(),
  documentId: hash.nullish(),
  variables: object.nullish(),
  operationName: z.string().max(1_000).nullish(),
  extensions: z.looseObject({ persistedQuery: persistedQuery.optional() }).nullish(),
})

export interface GraphqlRequest extends NamedOperation {
  /** Without a prototype: a variable that was not sent is not there, whatever its name. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | null
}

/**
 * One GraphQL operation from an HTTP request: from a POST's body, or from a GET's address.
 * @throws ComityError REQUEST_INVALID, CSRF_REFUSED
 */
export function graphqlRequest({ method, headers, body, query }: FastifyRequest): GraphqlRequest {
  assertNoCsrf(method, headers)
  return method === 'GET' ? fromAddress(query) : fromBody(body)
}

/** A list of operations is refused: each would have to be within the budget, and the log has one entry an answer. */
function fromBody(body: unknown): GraphqlRequest {
  if (Array.isArray(body)) throw new ComityError('REQUEST_INVALID', 'It is a list; send one operation at a time.')
  const parsed = form.safeParse(body)
  if (!parsed.success) {
    const places = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? 'the body')))]
    throw new ComityError('REQUEST_INVALID', `Not as it has to be: ${places.join(', ')}.`)
  }
  const { query, documentId, variables, operationName, extensions } = parsed.data
  if (query) assertNesting(query)
  return {
    ...named(query ?? null, documentId ?? null, extensions?.persistedQuery?.sha256Hash ?? null),
    variables: Object.assign(Object.create(null), variables) as Record<string, unknown>,
    operationName: operationName ?? null,
  }
}

/** `documentId` stands for a text that both sides know; Apollo's extension may come with the text, to be remembered. */
function named(query: string | null, documentId: string | null, registered: string | null): NamedOperation {
  if (documentId !== null && (query ?? registered) !== null) {
    throw new ComityError('REQUEST_INVALID', 'It has a documentId and another operation besides.')
  }
  const hash = documentId ?? registered
  if (query === null && hash === null) throw new ComityError('REQUEST_INVALID', 'Not as it has to be: query.')
  return { query, hash }
}

/** graphql-js descends once for each bracket: a few thousand of them exhaust the stack. */
function assertNesting(query: string): void {
  if (documentNesting(query) <= NESTING_MAX) return
  const limit = { limit: 'nesting', max: NESTING_MAX }
  throw new ComityError('OPERATION_TOO_LARGE', `It nests brackets more than ${NESTING_MAX} deep.`, limit)
}

/** `variables` and `extensions` are JSON in the address; what is given twice is a list, and refused as one. */
function fromAddress(search: unknown): GraphqlRequest {
  const { query, documentId, operationName, variables, extensions } = search as Readonly<Record<string, unknown>>
  return fromBody({
    query: query === '' ? null : query,
    documentId,
    // `operationName=` is how forms say that there is none.
    operationName: operationName === '' ? null : operationName,
    variables: json('variables', variables),
    extensions: json('extensions', extensions),
  })
}

function json(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value === '' ? null : parseJsonText(value, `Its parameter ${name}`)
}
