import type { Condition, ComparisonOp, Scalar, Term } from './condition.js'
import { holds } from './fold.js'

/** Three-valued: `null` depends on what is not known. */
export type Possible = boolean | null

/** What is known when a condition is asked before there is a record: the rest is open. */
export interface PartlyKnown {
  /** Cedar entity type of the resource. */
  readonly type: string
  /** A single value of the viewer, of the request or of the record; null where it is open. */
  scalar(term: Exclude<Term, { from: 'literal' | 'list' }>): Scalar | null
  /** The whole of a set of the viewer, of the request or of the record; null where it is open. */
  set(term: Exclude<Term, { from: 'literal' | 'list' }>): readonly string[] | null
}

/** Whether a condition holds: always, never, or depending on what is open. */
export function possible(condition: Condition, known: PartlyKnown): Possible {
  switch (condition.op) {
    case 'const':
      return condition.value
    case 'and':
      return all(condition.of.map((part) => possible(part, known)))
    case 'or':
      return negate(all(condition.of.map((part) => negate(possible(part, known)))))
    case 'not':
      return negate(possible(condition.of, known))
    case 'if':
      return branch(condition, known)
    case 'truth':
      return comparison('==', scalarOf(condition.term, known), true)
    case 'isType':
      return condition.type === known.type
    case 'contains':
    case 'containsAny':
      return membership(condition.set, condition.term, known)
    default:
      return comparison(condition.op, scalarOf(condition.left, known), scalarOf(condition.right, known))
  }
}

function all(parts: readonly Possible[]): Possible {
  if (parts.includes(false)) return false
  return parts.includes(null) ? null : true
}

function negate(part: Possible): Possible {
  return part === null ? null : !part
}

function branch(condition: Extract<Condition, { op: 'if' }>, known: PartlyKnown): Possible {
  const test = possible(condition.test, known)
  const [then, otherwise] = [possible(condition.then, known), possible(condition.otherwise, known)]
  if (test === null) return then === otherwise ? then : null
  return test ? then : otherwise
}

function scalarOf(term: Term, known: PartlyKnown): Scalar | null {
  if (term.from === 'literal') return term.value
  return term.from === 'list' ? null : known.scalar(term)
}

function comparison(op: ComparisonOp, left: Scalar | null, right: Scalar | null): Possible {
  return left === null || right === null ? null : holds(op, left, right)
}

function membership(set: Term, term: Term, known: PartlyKnown): Possible {
  const members = setOf(set, known)
  const elements = term.from === 'list' || term.shape === 'set' ? setOf(term, known) : [scalarOf(term, known)]
  // Nothing is in an empty set, whatever is asked about.
  if (members?.length === 0 || elements?.length === 0) return false
  if (members === null || elements === null) return null
  if (elements.some((element) => element !== null && members.includes(element))) return true
  return members.includes(null) || elements.includes(null) ? null : false
}

function setOf(term: Term, known: PartlyKnown): readonly (Scalar | null)[] | null {
  if (term.from === 'list') return term.of.map((element) => scalarOf(element, known))
  return term.from === 'literal' ? null : known.set(term)
}
