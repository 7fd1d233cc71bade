import type { DataClass } from '../policy/types.js'

/** Reserved key of a subgraph answer's `extensions`; the gateway reads and strips it. */
export const CHANNEL = 'comity'

/** One record of which person classes were put into a subgraph's answer. Ids and classes, never a person's data. */
export interface Disclosure {
  /** GraphQL type name. */
  readonly type: string
  readonly id: string
  /** Identity records that the disclosed values are about. */
  readonly subjects: readonly string[]
  readonly classes: readonly DataClass[]
}

/**
 * A field withheld on a row in scope, or an operation that is not open to the viewer. The gateway alone turns marks into
 * errors, so that the answer is equal whichever layer withheld.
 */
export interface Mark {
  /** Schema coordinate, `Officer.dateOfBirth`. */
  readonly coordinate: string
  readonly code: 'WITHHELD' | 'NOT_PERMITTED'
  readonly policy: string | null
  readonly citation: string | null
  readonly sentence: string
}

export interface ChannelPayload {
  readonly disclosures: readonly Disclosure[]
  /** How many fields were withheld, per mark. */
  readonly marks: readonly { readonly mark: Mark; readonly count: number }[]
}
