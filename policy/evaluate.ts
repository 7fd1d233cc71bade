import type { RecordFacts } from './types.js'
import type { Predicate } from './predicate.js'

export type Test = (facts: RecordFacts) => boolean

const ALWAYS: Test = () => true
const NEVER: Test = () => false

/** Whether a record satisfies a predicate. For many records, `compile` once. */
export function evaluate(predicate: Predicate, facts: RecordFacts): boolean {
  return compile(predicate)(facts)
}

/** The predicate as a closure over one record's facts. */
export function compile(predicate: Predicate): Test {
  switch (predicate.op) {
    case 'const':
      return predicate.value ? ALWAYS : NEVER
    case 'and': {
      const tests = predicate.of.map(compile)
      return (facts) => {
        for (const test of tests) if (!test(facts)) return false
        return true
      }
    }
    case 'or': {
      const tests = predicate.of.map(compile)
      return (facts) => {
        for (const test of tests) if (test(facts)) return true
        return false
      }
    }
    case 'not': {
      const test = compile(predicate.of)
      return (facts) => !test(facts)
    }
    case 'eq': {
      const { fact, value } = predicate
      return (facts) => facts[fact] === value
    }
    case 'in': {
      const { fact } = predicate
      const values: ReadonlySet<unknown> = new Set(predicate.values)
      return (facts) => values.has(facts[fact])
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return comparison(predicate)
    case 'has': {
      const { fact, value } = predicate
      return (facts) => members(facts, fact).includes(value)
    }
    case 'hasAny': {
      const { fact, values } = predicate
      return (facts) => values.some((value) => members(facts, fact).includes(value))
    }
  }
}

function comparison({ op, fact, value }: Extract<Predicate, { op: 'lt' | 'lte' | 'gt' | 'gte' }>): Test {
  switch (op) {
    case 'lt':
      return (facts) => (facts[fact] as number) < value
    case 'lte':
      return (facts) => (facts[fact] as number) <= value
    case 'gt':
      return (facts) => (facts[fact] as number) > value
    case 'gte':
      return (facts) => (facts[fact] as number) >= value
  }
}

function members(facts: RecordFacts, fact: keyof RecordFacts): readonly string[] {
  return facts[fact] as readonly string[]
}
