import type { PolicyHead } from './types.js'
import type { Condition } from './condition.js'
import type { EffectDates } from './effect-dates.js'

/** One policy, parsed once: what it says, where it stands, which actions and resource types it can decide. */
export interface Rule extends EffectDates {
  readonly head: PolicyHead
  readonly file: string
  readonly line: number
  /** Its Cedar text, comments within it included. */
  readonly text: string
  readonly actions: ReadonlySet<string>
  /** Cedar resource types; null is every type that the action applies to. */
  readonly type: string | null
  /** `when` and `unless` joined. */
  readonly condition: Condition
  /** Path in the repository of what its citation was checked against; null for the order, and where nothing was checked. */
  readonly source: string | null
  /** The jurisdiction whose bundle it is in; null is the baseline. */
  readonly bundle: string | null
}
