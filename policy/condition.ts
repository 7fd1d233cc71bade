import type { FactName } from './predicate.js'
import type { ContextAttribute, Shape, ViewerAttribute } from './attributes.js'

export type Scalar = string | number | boolean
export type ComparisonOp = '==' | '!=' | '<' | '<=' | '>' | '>='

/** A value inside a condition, with its shape known at load. */
export type Term = { readonly shape: Shape } & (
  | { readonly from: 'literal'; readonly value: Scalar }
  | { readonly from: 'viewer'; readonly name: ViewerAttribute }
  | { readonly from: 'context'; readonly name: ContextAttribute }
  | { readonly from: 'fact'; readonly name: FactName }
  | { readonly from: 'list'; readonly of: readonly Term[] }
)

/**
 * A Cedar condition in the operators that the fold knows. Of the two sides of a comparison or membership at most
 * one is a fact, so that what remains after folding compares a column with values.
 */
export type Condition =
  | { readonly op: 'const'; readonly value: boolean }
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'if'; readonly test: Condition; readonly then: Condition; readonly otherwise: Condition }
  | { readonly op: 'truth'; readonly term: Term }
  | { readonly op: ComparisonOp; readonly left: Term; readonly right: Term }
  | { readonly op: 'contains' | 'containsAny'; readonly set: Term; readonly term: Term }
  | { readonly op: 'isType'; readonly type: string }
