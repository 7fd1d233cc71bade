import type { Budget } from '../../policy/budgets.js'

/** What one document may ask for, counted before anything is planned. Each is the largest value that is still served. */
export interface Limits {
  /** UTF-8. */
  readonly bytes: number
  readonly tokens: number
  /** The document's operations, whichever of them is asked for: all of them are validated. */
  readonly operations: number
  /** Fragments expanded: each is evaluated wherever it comes to stand. */
  readonly directives: number
  /** Fields within fields, fragments expanded. */
  readonly depth: number
  /** Fields, inline fragments and spreads, fragments expanded: what validation and planning walk. */
  readonly selections: number
  readonly aliases: number
  readonly rootFields: number
  /** Rows that the lists of the answer may hold: page sizes multiply down the nesting. */
  readonly rows: number
  /** Points: what the operation that runs is estimated to cost (measure.ts); rates charge the same number. */
  readonly cost: number
}

const STANDARD: Limits = {
  bytes: 20_000,
  tokens: 4_000,
  operations: 10,
  directives: 50,
  depth: 18,
  selections: 1_500,
  aliases: 50,
  rootFields: 20,
  rows: 10_000,
  cost: 100_000,
}

/**
 * STANDARD takes the introspection query of common tools (depth 15, some 200 selections), WIDE a page of 50 officers with all
 * their records. Each budget is at least as wide in everything as the one before.
 */
export const LIMITS: Readonly<Record<Budget, Limits>> = {
  NARROW: {
    bytes: 10_000,
    tokens: 2_000,
    operations: 5,
    directives: 50,
    depth: 15,
    selections: 750,
    aliases: 40,
    rootFields: 20,
    rows: 2_500,
    cost: 25_000,
  },
  STANDARD,
  WIDE: { ...STANDARD, rows: 25_000, cost: 250_000 },
}

/** What anybody may be served: the bound of a body before it is known who asks. */
export const WIDEST: Limits = LIMITS.WIDE

/** What a refusal calls each limit. */
export const LIMIT_WORDS: Readonly<Record<keyof Limits, string>> = {
  bytes: 'bytes of document',
  tokens: 'tokens',
  operations: 'operations in the document',
  directives: 'directives, fragments expanded',
  depth: 'levels of nested fields',
  selections: 'selections, fragments expanded',
  aliases: 'aliases, fragments expanded',
  rootFields: 'root fields, fragments expanded',
  rows: 'rows that its lists may hold',
  cost: 'points of estimated cost',
}
