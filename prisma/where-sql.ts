import type { FactName, Predicate, RowScope } from '../policy/predicate.js'
import { dayToDate } from '../contract/clock.js'
import { CODEC, mismatch, NOTHING } from './where.js'

/** A condition over one table's fact columns, with its values as parameters. */
export interface SqlCondition {
  readonly sql: string
  readonly values: readonly unknown[]
}

export interface SqlPlace {
  /** Alias of the table in the statement. */
  readonly alias: string
  /** Number of the first parameter that is free. */
  readonly from: number
}

/**
 * The rows of a scope as SQL, for a statement that Prisma cannot write. It says the same as `toWhere` (tests compare
 * them); like there, denial is a value that skips the statement, and `true` is every row. No value is ever in the text.
 * @throws Error on a comparison that the fact's column cannot make: such a scope decides nothing.
 */
export function toSql(scope: RowScope, { alias, from }: SqlPlace): SqlCondition | typeof NOTHING {
  const values: unknown[] = []
  const bind = (value: unknown, type: string): string => `$${from - 1 + values.push(value)}::${type}`
  const column = (fact: FactName): string =>
    `${alias}."${fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`

  const oneOf = (fact: FactName, given: readonly (string | number | boolean)[]): string => {
    const codec = CODEC[fact]
    if (codec === 'set') throw mismatch('in', fact)
    const expected = codec === 'day' ? 'number' : codec === 'text' ? 'string' : 'boolean'
    if (given.some((value) => typeof value !== expected)) throw mismatch('in', fact)
    const type = codec === 'day' ? 'date' : codec
    const stored = codec === 'day' ? given.map((day) => isoDay(day as number)) : [...given]
    if (stored.length === 1) return `${column(fact)} = ${bind(stored[0], type)}`
    return `${column(fact)} = any(${bind(stored, `${type}[]`)})`
  }
  const hasAny = (fact: FactName, given: readonly string[]): string => {
    if (CODEC[fact] !== 'set') throw mismatch('has', fact)
    return `${column(fact)} && ${bind([...given], 'text[]')}`
  }
  const compared = (fact: FactName, operator: string, day: number): string => {
    if (CODEC[fact] !== 'day') throw mismatch(operator, fact)
    return `${column(fact)} ${operator} ${bind(isoDay(day), 'date')}`
  }
  const all = (of: readonly Predicate[], word: 'and' | 'or', empty: string): string =>
    of.length === 0 ? empty : `(${of.map(translate).join(` ${word} `)})`

  function translate(predicate: Predicate): string {
    switch (predicate.op) {
      case 'const':
        return predicate.value ? 'true' : 'false'
      case 'and':
        return all(predicate.of, 'and', 'true')
      case 'or':
        return all(predicate.of, 'or', 'false')
      case 'not':
        return `not ${translate(predicate.of)}`
      case 'eq':
        return oneOf(predicate.fact, [predicate.value])
      case 'in':
        return oneOf(predicate.fact, predicate.values)
      case 'lt':
        return compared(predicate.fact, '<', predicate.value)
      case 'lte':
        return compared(predicate.fact, '<=', predicate.value)
      case 'gt':
        return compared(predicate.fact, '>', predicate.value)
      case 'gte':
        return compared(predicate.fact, '>=', predicate.value)
      case 'has':
        return hasAny(predicate.fact, [predicate.value])
      case 'hasAny':
        return hasAny(predicate.fact, predicate.values)
    }
  }

  if (isNothing(scope.predicate)) return NOTHING
  return { sql: translate(scope.predicate), values }
}

const isoDay = (day: number): string => dayToDate(day).toISOString().slice(0, 10)

/** Policies are folded before: what denies everything is this constant, or an empty choice. */
const isNothing = (predicate: Predicate): boolean =>
  (predicate.op === 'const' && !predicate.value) || (predicate.op === 'or' && predicate.of.length === 0)
