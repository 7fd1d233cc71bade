import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'

const object = z.record(z.string(), z.unknown())
const form = z.object({
  query: z.string().min(1),
  variables: object.nullish(),
  operationName: z.string().max(1_000).nullish(),
  extensions: object.nullish(),
})

export interface GraphqlBody {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | null
}

/**
 * A parsed JSON body as one GraphQL operation. A list of them is refused: each would have to be within the budget, and the
 * log has one entry an answer.
 * @throws ComityError REQUEST_INVALID
 */
export function graphqlBody(body: unknown): GraphqlBody {
  if (Array.isArray(body)) throw new ComityError('REQUEST_INVALID', 'It is a list; send one operation at a time.')
  const parsed = form.safeParse(body)
  if (!parsed.success) {
    const places = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? 'the body')))]
    throw new ComityError('REQUEST_INVALID', `Not as it has to be: ${places.join(', ')}.`)
  }
  const { query, variables, operationName } = parsed.data
  return { query, variables: variables ?? {}, operationName: operationName ?? null }
}
