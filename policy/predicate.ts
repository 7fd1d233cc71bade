import type { RecordFacts } from './types.js'

export type FactName = keyof RecordFacts
type Scalar = string | number | boolean

/**
 * What a folded policy asks of a row: comparisons and set membership only, all over NOT NULL facts, so that
 * NOT is two-valued and the same tree is evaluated in memory and translated to a Prisma `where`.
 */
export type Predicate =
  | { readonly op: 'const'; readonly value: boolean }
  | { readonly op: 'and'; readonly of: readonly Predicate[] }
  | { readonly op: 'or'; readonly of: readonly Predicate[] }
  | { readonly op: 'not'; readonly of: Predicate }
  | { readonly op: 'eq'; readonly fact: FactName; readonly value: Scalar }
  | { readonly op: 'in'; readonly fact: FactName; readonly values: readonly Scalar[] }
  | { readonly op: 'lt' | 'lte' | 'gt' | 'gte'; readonly fact: FactName; readonly value: number }
  /** The set-valued fact contains the value. */
  | { readonly op: 'has'; readonly fact: FactName; readonly value: string }
  /** The set-valued fact contains at least one of the values. */
  | { readonly op: 'hasAny'; readonly fact: FactName; readonly values: readonly string[] }

declare const rowScope: unique symbol

/** The rows of a type that a viewer may know of. Only `policy/` builds one; every repository method takes one. */
export interface RowScope {
  readonly [rowScope]: true
  readonly predicate: Predicate
}
