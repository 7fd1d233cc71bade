import type { ContextAttribute, ViewerAttribute } from './attributes.js'
import type { Condition, Term } from './condition.js'
import type { FactName } from './predicate.js'

/** The attributes that a condition reads, each once, in the order in which it names them. */
export interface LooksAt {
  readonly viewer: readonly ViewerAttribute[]
  readonly request: readonly ContextAttribute[]
  readonly facts: readonly FactName[]
}

export function looksAt(condition: Condition): LooksAt {
  const terms = termsOf(condition)
  return {
    viewer: unique(terms.flatMap((term) => (term.from === 'viewer' ? [term.name] : []))),
    request: unique(terms.flatMap((term) => (term.from === 'context' ? [term.name] : []))),
    facts: unique(terms.flatMap((term) => (term.from === 'fact' ? [term.name] : []))),
  }
}

function unique<T>(names: readonly T[]): readonly T[] {
  return [...new Set(names)]
}

function termsOf(condition: Condition): readonly Term[] {
  switch (condition.op) {
    case 'const':
    case 'isType':
      return []
    case 'and':
    case 'or':
      return condition.of.flatMap(termsOf)
    case 'not':
      return termsOf(condition.of)
    case 'if':
      return [condition.test, condition.then, condition.otherwise].flatMap(termsOf)
    case 'truth':
      return flat(condition.term)
    case 'contains':
    case 'containsAny':
      return [...flat(condition.set), ...flat(condition.term)]
    default:
      return [...flat(condition.left), ...flat(condition.right)]
  }
}

function flat(term: Term): readonly Term[] {
  return term.from === 'list' ? term.of.flatMap(flat) : [term]
}
