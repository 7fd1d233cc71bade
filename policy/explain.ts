import type { Access } from './access.js'
import { evaluate } from './evaluate.js'
import { looksAt } from './looks-at.js'
import type { LooksAt } from './looks-at.js'
import type { Action, Decision, PolicyHead, RecordFacts, RecordType, ViewerAction } from './types.js'
import { HUB_TYPE } from './vocabulary.js'

/** A policy that spoke, and what it looked at: names of attributes, never their values. */
export interface Ground {
  readonly policy: PolicyHead
  readonly looksAt: LooksAt
}

export interface Explanation {
  readonly decision: Decision
  /** Every policy that spoke for the effect: all forbids that fired, or else all permits that held. */
  readonly grounds: readonly Ground[]
}

/** The whole explanation, for the operator and the log. A viewer gets `explainToViewer`. */
export function explain(access: Access, action: Action, type: RecordType, facts: RecordFacts): Explanation {
  const spoke = access.residuals(action, type).filter(({ predicate }) => evaluate(predicate, facts))
  return { decision: access.decide(action, type, facts), grounds: decisive(spoke) }
}

/** An action whose answer depends on the viewer alone. */
export function explainViewer(access: Access, action: ViewerAction): Explanation {
  const spoke = access
    .residuals(action, HUB_TYPE)
    .filter(({ predicate }) => predicate.op === 'const' && predicate.value)
  return { decision: access.decideViewer(action), grounds: decisive(spoke) }
}

function decisive(spoke: ReturnType<Access['residuals']>): readonly Ground[] {
  const forbids = spoke.filter(({ rule }) => rule.head.effect === 'forbid')
  return (forbids.length > 0 ? forbids : spoke).map(({ rule }) => ({
    policy: rule.head,
    looksAt: looksAt(rule.condition),
  }))
}

/** What is said of every record that the viewer may not know of, and of every id that names none. */
export const ABSENT: Explanation = {
  decision: { effect: 'deny', policy: null, sentence: 'There is no such record for this viewer and purpose.' },
  grounds: [],
}

/**
 * The explanation that the asker may have: nothing of a record outside their row scope (`facts` null and a hidden
 * record answer alike), and of a denial on a record inside it only the policies that reveal their reason.
 */
export function explainToViewer(
  access: Access,
  action: Action,
  type: RecordType,
  facts: RecordFacts | null,
): Explanation {
  if (facts === null || !access.allows(`know:${type}`, type, facts)) return ABSENT
  return revealed(explain(access, action, type, facts))
}

/** Of a denial, the policies that reveal their reason; an allowance is told as it is. */
export function revealed({ decision, grounds }: Explanation): Explanation {
  if (decision.effect === 'allow') return { decision, grounds }
  return {
    decision: decision.policy?.revealsReason ? decision : { ...decision, policy: null },
    grounds: grounds.filter(({ policy }) => policy.revealsReason),
  }
}
