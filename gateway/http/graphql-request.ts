import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import { assertNoCsrf } from './csrf.js'
import { parseJsonText } from './json.js'
import { documentNesting, NESTING_MAX } from './nesting.js'

const object = z.record(z.string(), z.unknown())
const form = z.object({
  query: z.string().min(1),
  variables: object.nullish(),
  operationName: z.string().max(1_000).nullish(),
  extensions: object.nullish(),
})

export interface GraphqlRequest {
  readonly query: string
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
  const { query, variables, operationName } = parsed.data
  assertNesting(query)
  return {
    query,
    variables: Object.assign(Object.create(null), variables) as Record<string, unknown>,
    operationName: operationName ?? null,
  }
}

/** graphql-js descends once for each bracket: a few thousand of them exhaust the stack. */
function assertNesting(query: string): void {
  if (documentNesting(query) <= NESTING_MAX) return
  const limit = { limit: 'nesting', max: NESTING_MAX }
  throw new ComityError('OPERATION_TOO_LARGE', `It nests brackets more than ${NESTING_MAX} deep.`, limit)
}

/** `variables` and `extensions` are JSON in the address; what is given twice is a list, and refused as one. */
function fromAddress(search: unknown): GraphqlRequest {
  const { query, operationName, variables, extensions } = search as Readonly<Record<string, unknown>>
  return fromBody({
    query,
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
