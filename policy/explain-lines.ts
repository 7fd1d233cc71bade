import type { DecisionLine } from './decide-lines.js'
import { malformed } from './decide-lines.js'
import { explain, explainToViewer, explainViewer, revealed } from './explain.js'
import type { Explanation, Ground } from './explain.js'
import type { LooksAt } from './looks-at.js'
import type { PolicySet } from './policy-set.js'
import { readQuestion } from './question.js'
import type { Citation, EpochDay } from './types.js'

/** A policy that spoke. What it looked at are names, never values. */
export interface SpokenPolicy {
  readonly id: string
  readonly title: string
  readonly effect: 'permit' | 'forbid'
  readonly citation: Citation
  readonly looksAt: LooksAt
}

/** The answer to one line of `comity policy explain`. */
export interface ExplanationLine {
  readonly effect: 'allow' | 'deny'
  readonly code: DecisionLine['code']
  /** The one that is named in the answer; null where none decided, or none may be named. */
  readonly policy: string | null
  readonly sentence: string
  /** Every policy that spoke for the effect: all forbids that fired, or else all permits that held. */
  readonly policies: readonly SpokenPolicy[]
  readonly policyVersion: string
}

export interface ExplainOptions {
  /** What the viewer may know, instead of everything. */
  readonly asViewer: boolean
}

/** Explains one JSON line. Never throws: whatever is malformed is denied, with the place and without its content. */
export function explainLine(
  set: PolicySet,
  line: string,
  today: EpochDay,
  { asViewer }: ExplainOptions,
): ExplanationLine {
  const question = readQuestion(set, line, today)
  if ('malformed' in question) {
    const { effect, code, sentence } = malformed(set, question.malformed)
    return { effect, code, policy: null, sentence, policies: [], policyVersion: set.hash }
  }
  const told = (whole: Explanation): Explanation => (asViewer ? revealed(whole) : whole)
  if ('viewerAction' in question)
    return answer(set, told(explainViewer(question.access, question.viewerAction)), 'NOT_PERMITTED')
  const { access, action, type, facts } = question
  // A record that is submitted is the submitter's own paper: whether it may be known of is another question.
  if (action === 'store') return answer(set, told(explain(access, action, type, facts)), 'NOT_PERMITTED')
  const known = access.allows(`know:${type}`, type, facts)
  if (asViewer) return answer(set, explainToViewer(access, action, type, facts), known ? 'WITHHELD' : 'ABSENT')
  if (action === 'match') return answer(set, explain(access, action, type, facts), 'NOT_PERMITTED')
  // A field is asked for only of a record that the viewer may know of.
  return known
    ? answer(set, explain(access, action, type, facts), 'WITHHELD')
    : answer(set, explain(access, `know:${type}`, type, facts), 'ABSENT')
}

function answer(
  set: PolicySet,
  { decision, grounds }: Explanation,
  denied: Exclude<DecisionLine['code'], null>,
): ExplanationLine {
  return {
    effect: decision.effect,
    code: decision.effect === 'allow' ? null : denied,
    policy: decision.policy?.id ?? null,
    sentence: decision.sentence,
    policies: grounds.map(spoken),
    policyVersion: set.hash,
  }
}

function spoken({ policy, looksAt }: Ground): SpokenPolicy {
  const { id, title, effect, citation } = policy
  return { id, title, effect, citation, looksAt }
}
