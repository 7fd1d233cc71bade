import { GraphQLError, Kind, parse, TokenKind, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import { ComityError } from '../../contract/errors.js'
import { budgetOf } from '../../policy/budgets.js'
import type { Role } from '../../policy/types.js'
import { documentNesting, NESTING_MAX } from '../nesting.js'
import { LIMIT_WORDS, LIMITS, type Limits, WIDEST } from './limits.js'
import { costOf, FragmentCycle, Measurer, type Measure } from './measure.js'
import { variablesOf } from './page-size.js'

export interface OperationText {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string | null
}

/** What was counted of an operation that is within its budget. */
export type Cost = Readonly<Record<keyof Limits, number>>

export interface Within {
  readonly kind: 'WITHIN'
  readonly cost: Cost
  readonly document: DocumentNode
}

export type Verdict =
  | Within
  | { readonly kind: 'EXCEEDS'; readonly limit: keyof Limits; readonly value: number; readonly max: number }
  /** No operation at all: a fault of syntax, or a fragment without end. `detail` quotes nothing of the document but names. */
  | { readonly kind: 'INVALID'; readonly detail: string }

/**
 * Counts what a document asks for, in one pass that is linear in its length, before it is validated or planned: a
 * kilobyte of doubling fragments keeps either busy for ever. Needs no schema and touches nothing.
 */
export function checkBudget({ query, variables = {}, operationName }: OperationText, limits: Limits = WIDEST): Verdict {
  const bytes = Buffer.byteLength(query)
  if (bytes > limits.bytes) return exceeds('bytes', bytes, limits)
  // Parser and count recurse: what would exhaust their stack is refused before them.
  const nesting = documentNesting(query)
  if (nesting > NESTING_MAX) return { kind: 'EXCEEDS', limit: 'depth', value: nesting, max: limits.depth }
  const document = parseWithin(query, limits)
  if (!('definitions' in document)) return document
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  // Each operation is measured with its own variables: their number must be bounded before that, or the pass is quadratic.
  if (operations.length > limits.operations) return exceeds('operations', operations.length, limits)
  try {
    const measured = measureAll(document, operations, variables, operationName ?? null)
    const { tokens, directives } = tokensOf(document)
    // Of fragments that nobody spreads, the directives are evaluated by nobody, and validated all the same.
    const cost = { ...measured, bytes, tokens, directives: Math.max(directives, measured.directives) }
    for (const limit of Object.keys(LIMIT_WORDS) as (keyof Limits)[]) {
      if (!(cost[limit] <= limits[limit])) return exceeds(limit, cost[limit], limits)
    }
    return { kind: 'WITHIN', cost, document }
  } catch (error) {
    if (error instanceof FragmentCycle) return { kind: 'INVALID', detail: `${error.message}.` }
    throw error
  }
}

/** What a viewer's roles let one operation ask for: policy/budgets.ts. */
export function limitsFor(roles: readonly Role[]): Limits {
  const budget = budgetOf(roles)
  return LIMITS[budget]
}

/** @throws ComityError OPERATION_TOO_LARGE with `extensions.limit`, OPERATION_INVALID */
export function assertWithinBudget(operation: OperationText, limits: Limits = WIDEST): Within {
  const verdict = checkBudget(operation, limits)
  if (verdict.kind === 'INVALID') throw new ComityError('OPERATION_INVALID', verdict.detail)
  if (verdict.kind === 'EXCEEDS') {
    const { limit, value, max } = verdict
    const said = Number.isSafeInteger(value) ? String(value) : 'more than can be counted'
    throw new ComityError('OPERATION_TOO_LARGE', `${said} ${LIMIT_WORDS[limit]}; at most ${max}.`, { limit, max })
  }
  return verdict
}

const exceeds = (limit: keyof Limits, value: number, limits: Limits): Verdict => ({
  kind: 'EXCEEDS',
  limit,
  value,
  max: limits[limit],
})

function parseWithin(query: string, limits: Limits): DocumentNode | Verdict {
  try {
    return parse(query, { maxTokens: limits.tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    if (error.message.includes('Parsing aborted')) return exceeds('tokens', limits.tokens + 1, limits)
    return { kind: 'INVALID', detail: syntaxFault(error) }
  }
}

/** The parser quotes the text that it stumbles over, which may be a person's name; the place says enough. */
function syntaxFault(error: GraphQLError): string {
  const place = error.locations?.[0]
  return place === undefined ? 'It does not parse.' : `It does not parse at line ${place.line}, column ${place.column}.`
}

function tokensOf(document: DocumentNode): Pick<Cost, 'tokens' | 'directives'> {
  let [tokens, directives] = [0, 0]
  for (let token = document.loc?.startToken.next; token?.next; token = token.next) {
    tokens++
    if (token.kind === TokenKind.AT) directives++
  }
  return { tokens, directives }
}

/**
 * Every definition counts, since validation walks them all: operations add up, and a fragment that none of them spreads
 * must be within the limits by itself. Rows and cost are those of the operation that runs.
 */
function measureAll(
  document: DocumentNode,
  operations: readonly OperationDefinitionNode[],
  given: Readonly<Record<string, unknown>>,
  operationName: string | null,
): Omit<Cost, 'bytes' | 'tokens'> {
  const measures = operations.map((operation) => {
    const variables = variablesOf(operation, given)
    return { operation, measure: new Measurer(document, variables).set(operation.selectionSet) }
  })
  const running = measures.filter(({ operation }) => operationName === null || operation.name?.value === operationName)
  const most = (of: (measure: Measure) => number) => Math.max(0, ...measures.map(({ measure }) => of(measure)))
  const sum = (of: (measure: Measure) => number) => measures.reduce((total, { measure }) => total + of(measure), 0)
  const alone = fragmentsAlone(document)
  return {
    operations: operations.length,
    directives: Math.max(
      sum((m) => m.directives),
      ...alone.map((m) => m.directives),
    ),
    depth: Math.max(
      most((m) => m.depth),
      ...alone.map((m) => m.depth),
    ),
    selections: Math.max(
      sum((m) => m.selections),
      ...alone.map((m) => m.selections),
    ),
    aliases: Math.max(
      sum((m) => m.aliases),
      ...alone.map((m) => m.aliases),
    ),
    rootFields: most((m) => m.fields),
    rows: Math.max(0, ...running.map(({ measure }) => measure.rows + measure.rowsPerItem)),
    cost: Math.max(0, ...running.map(({ operation, measure }) => costOf(measure, operation.operation))),
  }
}

function fragmentsAlone(document: DocumentNode): Measure[] {
  const measurer = new Measurer(document, new Map())
  return document.definitions
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((definition) => measurer.fragment(definition.name.value))
}
