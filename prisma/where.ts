import { dayToDate } from '../contract/clock.js'
import type { FactName, Predicate, RowScope } from '../policy/predicate.js'

/**
 * Denial is a value that skips the query, never a clause: Prisma reads `{ AND: { OR: [] } }` as every row and
 * `{ AND: [x, { OR: [] }] }` as x.
 */
export const NOTHING: unique symbol = Symbol('no row of the type is in scope')

type Stored = string | boolean | Date

/** What a clause asks of one column. */
interface TextClause {
  equals?: string
  in?: string[]
}
interface BooleanClause {
  equals?: boolean
}
interface DateClause {
  equals?: Date
  in?: Date[]
  lt?: Date
  lte?: Date
  gt?: Date
  gte?: Date
}
interface SetClause {
  has?: string
  hasSome?: string[]
}
interface Clauses {
  text: TextClause
  boolean: BooleanClause
  day: DateClause
  set: SetClause
}

/** How a fact lies in its column. The type is checked against RecordFacts: a new fact fails to compile here. */
export const CODEC = {
  id: 'text',
  ownerJurisdiction: 'text',
  ownerClass: 'text',
  ownerAgency: 'text',
  decidingAuthority: 'text',
  subjectRecord: 'text',
  kind: 'text',
  ownerKind: 'text',
  stage: 'text',
  admitted: 'boolean',
  admissionBasis: 'text',
  sealed: 'boolean',
  subjectNoticed: 'boolean',
  counterSigned: 'boolean',
  nexus: 'text',
  pointerAllowed: 'boolean',
  decidedEarliest: 'day',
  decidedLatest: 'day',
  validFrom: 'day',
  validUntil: 'day',
  namedOwners: 'set',
} as const satisfies Record<FactName, 'text' | 'boolean' | 'day' | 'set'>

/** A Prisma `where` over the fact columns, which every fact-bearing model has under the same names. */
export type Where = { AND?: Where[]; OR?: Where[]; NOT?: Where } & {
  [Fact in FactName]?: Clauses[(typeof CODEC)[Fact]]
}

/**
 * The rows of a scope as a Prisma `where`; `{}` is every row. It goes into an `AND` beside a query's own criteria.
 * @throws Error on a comparison that the fact's column cannot make: such a scope decides nothing.
 */
export function toWhere(scope: RowScope): Where | typeof NOTHING {
  const where = translate(scope.predicate)
  if (typeof where === 'boolean') return where ? {} : NOTHING
  return where
}

/** Constants are folded away below the root, so that no clause is ever empty. */
function translate(predicate: Predicate): Where | boolean {
  switch (predicate.op) {
    case 'const':
      return predicate.value
    case 'and': {
      const parts = clauses(predicate.of, true)
      return parts === null ? false : combine(parts, 'AND', true)
    }
    case 'or': {
      const parts = clauses(predicate.of, false)
      return parts === null ? true : combine(parts, 'OR', false)
    }
    case 'not': {
      const part = translate(predicate.of)
      return typeof part === 'boolean' ? !part : { NOT: part }
    }
    case 'eq':
      return oneOf(predicate.fact, [predicate.value])
    case 'in':
      return oneOf(predicate.fact, predicate.values)
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      if (CODEC[predicate.fact] !== 'day') throw mismatch(predicate.op, predicate.fact)
      return compare(predicate.fact, { [predicate.op]: dayToDate(predicate.value) })
    }
    case 'has':
      return hasAny(predicate.fact, [predicate.value])
    case 'hasAny':
      return hasAny(predicate.fact, predicate.values)
  }
}

/** The parts that are no constant; null where a constant decides (false in an `and`, true in an `or`). */
function clauses(of: readonly Predicate[], neutral: boolean): Where[] | null {
  const parts: Where[] = []
  for (const predicate of of) {
    const part = translate(predicate)
    if (typeof part !== 'boolean') parts.push(part)
    else if (part !== neutral) return null
  }
  return parts
}

function combine(parts: Where[], operator: 'AND' | 'OR', neutral: boolean): Where | boolean {
  const [first, second] = parts
  if (first === undefined) return neutral
  return second === undefined ? first : { [operator]: parts }
}

function oneOf(fact: FactName, values: readonly (string | number | boolean)[]): Where | boolean {
  const codec = CODEC[fact]
  if (codec === 'set') throw mismatch('in', fact)
  const distinct = [...new Set(values)]
  const [first, second] = distinct
  if (first === undefined) return false
  const expected = codec === 'day' ? 'number' : codec === 'text' ? 'string' : 'boolean'
  if (distinct.some((value) => typeof value !== expected)) throw mismatch('in', fact)
  // A boolean column is NOT NULL: both values are every row.
  if (codec === 'boolean') return second === undefined ? compare(fact, { equals: first as boolean }) : true
  const stored = codec === 'day' ? distinct.map((value) => dayToDate(value as number)) : (distinct as string[])
  return second === undefined ? compare(fact, { equals: stored[0] as Stored }) : compare(fact, { in: stored })
}

function hasAny(fact: FactName, values: readonly string[]): Where | boolean {
  if (CODEC[fact] !== 'set') throw mismatch('has', fact)
  const [first, second] = values
  if (first === undefined) return false
  return compare(fact, second === undefined ? { has: first } : { hasSome: [...values] })
}

/** Its callers have matched clause and column. */
const compare = (fact: FactName, clause: { readonly [Operator in string]: Stored | Stored[] }): Where => ({
  [fact]: clause,
})

export const mismatch = (op: string, fact: FactName) =>
  new Error(`A row scope compares ${fact} by ${op}, which its column cannot do`)
