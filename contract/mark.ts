import type { Decision } from '../policy/types.js'
import type { Mark } from './disclosure.js'

/** What is said of a denied field. Made here alone, so that it is the same whichever layer denied. */
export function markOf(coordinate: string, decision: Decision, code: Mark['code'] = 'WITHHELD'): Mark {
  const named = decision.policy?.revealsReason === true ? decision.policy : null
  return {
    coordinate,
    code,
    policy: named?.id ?? null,
    citation: named?.citation.text ?? null,
    sentence: decision.sentence,
  }
}
