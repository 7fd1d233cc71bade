/** What one document may ask for, counted before anything is planned. Each is the largest value that is still served. */
export interface Limits {
  /** UTF-8. */
  readonly bytes: number
  readonly tokens: number
  /** The document's operations, whichever of them is asked for: all of them are validated. */
  readonly operations: number
  readonly directives: number
  /** Fields within fields, fragments expanded. */
  readonly depth: number
  /** Fields, inline fragments and spreads, fragments expanded: what validation and planning walk. */
  readonly selections: number
  readonly aliases: number
  readonly rootFields: number
  /** Rows that the lists of the answer may hold: page sizes multiply down the nesting. */
  readonly rows: number
}

/** The introspection query of common tools (depth 15, some 200 selections) fits, and so does a page of 50 officers with all their records. */
export const DEFAULT_LIMITS: Limits = {
  bytes: 20_000,
  tokens: 4_000,
  operations: 10,
  directives: 50,
  depth: 18,
  selections: 1_500,
  aliases: 50,
  rootFields: 20,
  rows: 25_000,
}

/** What a refusal calls each limit. */
export const LIMIT_WORDS: Readonly<Record<keyof Limits, string>> = {
  bytes: 'bytes of document',
  tokens: 'tokens',
  operations: 'operations in the document',
  directives: 'directives',
  depth: 'levels of nested fields',
  selections: 'selections, fragments expanded',
  aliases: 'aliases, fragments expanded',
  rootFields: 'root fields, fragments expanded',
  rows: 'rows that its lists may hold',
}
