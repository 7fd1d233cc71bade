import type { Expr } from '@cedar-policy/cedar-wasm/nodejs'
import { CONTEXT_SHAPES, FACT_SHAPES, VIEWER_SHAPES } from './attributes.js'
import type { ContextAttribute, Shape, ViewerAttribute } from './attributes.js'
import type { ComparisonOp, Condition, Scalar, Term } from './condition.js'
import type { FactName } from './predicate.js'

type Node = Readonly<Record<string, unknown>>
interface Pair {
  readonly left: Expr
  readonly right: Expr
}
interface One {
  readonly arg: Expr
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>='])

/** Why an expression cannot be folded, in words for its author. The loader adds file and line. */
export class UnfoldableError extends Error {}

function refuse(reason: string): never {
  throw new UnfoldableError(reason)
}

function entry(expr: Expr): readonly [string, unknown] {
  const found = Object.entries(expr as Node)[0]
  return found ?? refuse('an empty expression')
}

/** A Cedar expression (policyToJson) as a condition. Throws UnfoldableError for every operator that the fold does not know. */
export function parseCondition(expr: Expr): Condition {
  const [op, body] = entry(expr)
  if (COMPARISONS.has(op)) return comparison(op as ComparisonOp, body as Pair)
  switch (op) {
    case '&&':
    case '||': {
      const { left, right } = body as Pair
      return { op: op === '&&' ? 'and' : 'or', of: [parseCondition(left), parseCondition(right)] }
    }
    case '!':
      return { op: 'not', of: parseCondition((body as One).arg) }
    case 'if-then-else': {
      const branches = body as { if: Expr; then: Expr; else: Expr }
      return {
        op: 'if',
        test: parseCondition(branches.if),
        then: parseCondition(branches.then),
        otherwise: parseCondition(branches.else),
      }
    }
    case 'contains':
    case 'containsAny':
      return membership(op, body as Pair)
    case 'is': {
      const { left, entity_type: type, in: within } = body as { left: Expr; entity_type: string; in?: Expr }
      if (within !== undefined) refuse('`is … in …` is not supported')
      if (variable(left) !== 'resource') refuse('`is` is supported for the resource only')
      return { op: 'isType', type }
    }
    case 'Value':
      return typeof body === 'boolean' ? { op: 'const', value: body } : refuse('a condition must be a Boolean')
    case '.': {
      const term = parseTerm(expr)
      return term.shape === 'boolean' ? { op: 'truth', term } : refuse('a condition must be a Boolean')
    }
    default:
      return refuse(`operator \`${op}\` is not supported; use comparisons, contains, containsAny, &&, ||, !, if, is`)
  }
}

function comparison(op: ComparisonOp, { left, right }: Pair): Condition {
  const terms = [parseTerm(left), parseTerm(right)] as const
  atMostOneFact(...terms)
  const shape = terms[0].shape
  if (shape === 'set' || terms[1].shape === 'set') refuse(`\`${op}\` of sets is not supported`)
  if (op !== '==' && op !== '!=' && shape !== 'number') refuse(`\`${op}\` compares Longs only`)
  return { op, left: terms[0], right: terms[1] }
}

function membership(op: 'contains' | 'containsAny', { left, right }: Pair): Condition {
  const set = parseTerm(left)
  const term = parseTerm(right)
  atMostOneFact(set, term)
  if (set.shape !== 'set') refuse(`\`${op}\` needs a set on its left`)
  if ((term.shape === 'set') !== (op === 'containsAny')) refuse(`\`${op}\` has the wrong kind of argument`)
  return { op, set, term }
}

function atMostOneFact(left: Term, right: Term): void {
  if (left.from === 'fact' && right.from === 'fact') {
    refuse(
      `\`resource.${left.name}\` and \`resource.${right.name}\` are compared; a row filter compares a fact with values only`,
    )
  }
}

function variable(expr: Expr): string | undefined {
  const [op, body] = entry(expr)
  return op === 'Var' ? (body as string) : undefined
}

function parseTerm(expr: Expr): Term {
  const [op, body] = entry(expr)
  switch (op) {
    case 'Value':
      return literal(body)
    case 'Set': {
      const of = (body as readonly Expr[]).map(parseTerm)
      if (of.some((term) => term.from === 'fact' || term.shape === 'set')) {
        refuse('a set is written of literals and of attributes of principal and context')
      }
      return { from: 'list', of, shape: 'set' }
    }
    case '.': {
      const { left, attr } = body as { left: Expr; attr: string }
      return attribute(variable(left), attr)
    }
    default:
      return refuse(`operator \`${op}\` is not supported in a value`)
  }
}

function literal(value: unknown): Term {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { from: 'literal', value, shape: shapeOf(value) }
  }
  return refuse('entities, records and extension values are not supported; write attributes and literals')
}

function shapeOf(value: Scalar): Shape {
  if (typeof value === 'string') return 'string'
  return typeof value === 'number' ? 'number' : 'boolean'
}

function attribute(of: string | undefined, name: string): Term {
  const known = (shapes: Readonly<Record<string, Shape>>): Shape =>
    Object.hasOwn(shapes, name)
      ? (shapes[name] as Shape)
      : refuse(`\`${of ?? '?'}.${name}\` is no attribute that a rule may read`)
  if (of === 'principal') return { from: 'viewer', name: name as ViewerAttribute, shape: known(VIEWER_SHAPES) }
  if (of === 'context') return { from: 'context', name: name as ContextAttribute, shape: known(CONTEXT_SHAPES) }
  if (of === 'resource') return { from: 'fact', name: name as FactName, shape: known(FACT_SHAPES) }
  return refuse(`\`.${name}\` is read of something other than principal, resource or context`)
}
