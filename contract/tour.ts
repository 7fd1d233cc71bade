/** What the tour of a demo hub found: a text in steps, for a terminal and for a page. Invented people alone. */
export interface TourResult {
  /** ISO instant at which it was walked. */
  readonly at: string
  readonly steps: readonly TourStep[]
  /** Every claim of every step held. */
  readonly holds: boolean
}

export interface TourStep {
  readonly title: string
  readonly blocks: readonly TourBlock[]
  readonly claims: readonly TourClaim[]
}

export type TourBlock =
  | { readonly kind: 'text'; readonly text: string }
  /** Text of a rule or an answer, shown letter by letter. */
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly string[]
      /** As many cells a row as there are columns; the first is the row's name. */
      readonly rows: readonly (readonly string[])[]
    }

/** A statement about the answers that the tour checks by itself. */
export interface TourClaim {
  readonly text: string
  readonly holds: boolean
}
