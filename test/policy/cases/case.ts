import type { Action } from '../../../policy/types.js'
import type { RecordName } from './records.js'
import type { ViewerName } from './viewers.js'

/**
 * One case: may this viewer do this with this record?
 * - `allow` and `deny` name the policy that decides it;
 * - `unpermitted` that no policy does;
 * - `spares` names a policy that could have spoken here and does not (the second case that each policy needs).
 * `record` is left out for what is asked of the viewer alone.
 */
export type Case = {
  readonly viewer: ViewerName
  readonly action: Action
  readonly record?: RecordName
  readonly spares?: string
} & ({ readonly allow: string } | { readonly deny: string } | { readonly unpermitted: true })
