import type { PolicyViewer } from './types.js'
import type { Predicate } from './predicate.js'
import type { RuleContext } from './attributes.js'
import type { ComparisonOp, Condition, Scalar, Term } from './condition.js'
import { FALSE, TRUE, and, meets, not, or, within } from './simplify.js'

/** What is known when a condition is folded: everything but the record. */
export interface Known {
  readonly viewer: PolicyViewer
  readonly context: RuleContext
  /** Cedar entity type of the resource. */
  readonly type: string
}

type KnownTerm = Exclude<Term, { from: 'fact' }>

/** The condition with everything known put in: what is left asks the record alone. */
export function fold(condition: Condition, known: Known): Predicate {
  switch (condition.op) {
    case 'const':
      return condition.value ? TRUE : FALSE
    case 'and':
      return and(condition.of.map((part) => fold(part, known)))
    case 'or':
      return or(condition.of.map((part) => fold(part, known)))
    case 'not':
      return not(fold(condition.of, known))
    case 'if': {
      const test = fold(condition.test, known)
      return or([and([test, fold(condition.then, known)]), and([not(test), fold(condition.otherwise, known)])])
    }
    case 'truth': {
      const { term } = condition
      if (term.from === 'fact') return { op: 'eq', fact: term.name, value: true }
      return constant(valueOf(term, known) === true)
    }
    case 'isType':
      return constant(condition.type === known.type)
    case 'contains':
      return contains(condition.set, condition.term, known)
    case 'containsAny':
      return containsAny(condition.set, condition.term, known)
    default:
      return compare(condition.op, condition.left, condition.right, known)
  }
}

function constant(value: boolean): Predicate {
  return value ? TRUE : FALSE
}

function contains(set: Term, element: Term, known: Known): Predicate {
  if (set.from === 'fact') return { op: 'has', fact: set.name, value: valueOf(element as KnownTerm, known) as string }
  const values = setOf(set, known)
  if (element.from === 'fact') return within(element.name, [...values])
  return constant(values.has(valueOf(element, known)))
}

function containsAny(left: Term, right: Term, known: Known): Predicate {
  if (left.from === 'fact') return meets(left.name, [...setOf(right as KnownTerm, known)] as string[])
  if (right.from === 'fact') return meets(right.name, [...setOf(left, known)] as string[])
  const values = setOf(right, known)
  return constant([...setOf(left, known)].some((value) => values.has(value)))
}

/** `value < fact` is `fact > value`. */
const MIRRORED: Record<ComparisonOp, ComparisonOp> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}
const NUMERIC = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const

function compare(op: ComparisonOp, left: Term, right: Term, known: Known): Predicate {
  if (right.from === 'fact') return compare(MIRRORED[op], right, left, known)
  const value = valueOf(right, known)
  if (left.from !== 'fact') return constant(holds(op, valueOf(left, known), value))
  if (op === '==') return { op: 'eq', fact: left.name, value }
  if (op === '!=') return not({ op: 'eq', fact: left.name, value })
  return { op: NUMERIC[op], fact: left.name, value: value as number }
}

export function holds(op: ComparisonOp, left: Scalar, right: Scalar): boolean {
  switch (op) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

function valueOf(term: KnownTerm, known: Known): Scalar {
  if (term.from === 'literal') return term.value
  if (term.from === 'viewer') return known.viewer[term.name] as Scalar
  if (term.from === 'context') return known.context[term.name] as Scalar
  throw new TypeError('a list is no single value')
}

function setOf(term: KnownTerm, known: Known): ReadonlySet<Scalar> {
  if (term.from === 'list') return new Set(term.of.map((element) => valueOf(element as KnownTerm, known)))
  if (term.from === 'viewer') return new Set(known.viewer[term.name] as readonly string[])
  if (term.from === 'context') return known.context[term.name] as ReadonlySet<string>
  throw new TypeError('a literal is no set')
}
