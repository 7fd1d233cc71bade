import type { Condition, ComparisonOp, Scalar, Term } from './condition.js'
import type { Purpose, Role } from './types.js'

/** Who is asked about in a cell of the matrix: one role, one purpose, one type of record; everything else is open. */
export interface Archetype {
  readonly role: Role
  readonly purpose: Purpose
  readonly type: string
}

/** Three-valued: `null` depends on what an archetype leaves open. */
export type Possible = boolean | null

/** Whether a condition holds for an archetype: always, never, or depending on viewer, request and record. */
export function possible(condition: Condition, archetype: Archetype): Possible {
  switch (condition.op) {
    case 'const':
      return condition.value
    case 'and':
      return all(condition.of.map((part) => possible(part, archetype)))
    case 'or':
      return negate(all(condition.of.map((part) => negate(possible(part, archetype)))))
    case 'not':
      return negate(possible(condition.of, archetype))
    case 'if':
      return branch(condition, archetype)
    case 'truth':
      return null
    case 'isType':
      return condition.type === archetype.type
    case 'contains':
    case 'containsAny':
      return membership(condition.set, condition.term, archetype)
    default:
      return comparison(condition.op, scalar(condition.left, archetype), scalar(condition.right, archetype))
  }
}

function all(parts: readonly Possible[]): Possible {
  if (parts.includes(false)) return false
  return parts.includes(null) ? null : true
}

function negate(part: Possible): Possible {
  return part === null ? null : !part
}

function branch(condition: Extract<Condition, { op: 'if' }>, archetype: Archetype): Possible {
  const test = possible(condition.test, archetype)
  const [then, otherwise] = [possible(condition.then, archetype), possible(condition.otherwise, archetype)]
  if (test === null) return then === otherwise ? then : null
  return test ? then : otherwise
}

function scalar(term: Term, { purpose }: Archetype): Scalar | null {
  if (term.from === 'literal') return term.value
  return term.from === 'context' && term.name === 'purpose' ? purpose : null
}

function comparison(op: ComparisonOp, left: Scalar | null, right: Scalar | null): Possible {
  if (left === null || right === null) return null
  if (op === '==') return left === right
  return op === '!=' ? left !== right : null
}

function membership(set: Term, term: Term, archetype: Archetype): Possible {
  const members = setOf(set, archetype)
  const elements = term.from === 'list' || term.shape === 'set' ? setOf(term, archetype) : [scalar(term, archetype)]
  if (members === null || elements === null) return null
  if (elements.some((element) => element !== null && members.includes(element))) return true
  return members.includes(null) || elements.includes(null) ? null : false
}

function setOf(term: Term, archetype: Archetype): readonly (Scalar | null)[] | null {
  if (term.from === 'viewer' && term.name === 'roles') return [archetype.role]
  return term.from === 'list' ? term.of.map((element) => scalar(element, archetype)) : null
}
