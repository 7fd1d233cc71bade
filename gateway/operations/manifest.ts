import { createHash } from 'node:crypto'
import { buildSchema, type GraphQLSchema, validate } from 'graphql'
import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import { checkBudget } from '../budget/budget.js'
import { LIMIT_WORDS, WIDEST } from '../budget/limits.js'
import { documentNesting, NESTING_MAX } from '../nesting.js'

/** Documents that a hub knows beforehand, by the SHA-256 of their text (UTF-8) in lowercase hexadecimal. */
export type Manifest = ReadonlyMap<string, string>

/** `{ "<sha256>": "<document>" }`, as GraphQL Code Generator's client preset writes it. */
const plain = z.record(z.string(), z.string())
/** As `generate-persisted-query-manifest` of Apollo writes it. */
const apollo = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), body: z.string() })),
})

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The text of COMITY_OPERATIONS_FILE -> its documents. `apiSdl`: the schema that clients see.
 * @throws ComityError CONFIG_INVALID with every fault: whose hash or document it is, and what is wrong
 */
export function readManifest(text: string, apiSdl: string): Manifest {
  const entries = entriesOf(text)
  const schema = buildSchema(apiSdl)
  const faults = entries.flatMap(([id, document]) => faultOf(id, document, schema).map((fault) => [id, fault] as const))
  if (faults.length > 0) throw invalid(faults)
  return new Map(entries)
}

function entriesOf(text: string): [id: string, document: string][] {
  const json = parse(text)
  const asApollo = apollo.safeParse(json)
  if (asApollo.success) return asApollo.data.operations.map(({ id, body }) => [id, body])
  const asPlain = plain.safeParse(json)
  if (asPlain.success) return Object.entries(asPlain.data)
  throw invalid([['', 'must be { "<sha256>": "<document>" }, or a persisted query manifest of version 1']])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid([['', 'not JSON']])
  }
}

/** The first thing that is wrong; what follows from it is no news. */
function faultOf(id: string, document: string, schema: GraphQLSchema): string[] {
  if (id !== sha256(document)) return ['is not the SHA-256 of its document, in lowercase hexadecimal']
  if (documentNesting(document) > NESTING_MAX) return [`nests brackets more than ${NESTING_MAX} deep`]
  const verdict = checkBudget({ query: document }, WIDEST)
  if (verdict.kind === 'INVALID') return [verdict.detail]
  if (verdict.kind === 'EXCEEDS') {
    return [`exceeds the budget: ${verdict.value} ${LIMIT_WORDS[verdict.limit]}; at most ${verdict.max}`]
  }
  return validate(schema, verdict.document).map(({ message }) => message)
}

function invalid(faults: readonly (readonly [id: string, fault: string])[]): ComityError {
  const list = faults.map(([id, fault]) => ({
    variable: 'COMITY_OPERATIONS_FILE',
    is: id === '' ? 'the file' : `operation ${id.slice(0, 64)}`,
    mustBe: fault,
  }))
  const lines = list.map((fault) => `\n  ${fault.variable}: ${fault.is}: ${fault.mustBe}`)
  return new ComityError('CONFIG_INVALID', lines.join(''), { faults: list })
}
