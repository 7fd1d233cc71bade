import type { Access } from './access.js'
import type { PolicySet } from './policy-set.js'
import { readQuestion } from './question.js'
import type { Action, Citation, Decision, EpochDay, RecordFacts, RecordType } from './types.js'

/** The answer to one line. */
export interface DecisionLine {
  readonly effect: 'allow' | 'deny'
  /** Why not: MALFORMED input; ABSENT, the viewer may not know the record; WITHHELD, a field of a record in scope. */
  readonly code: 'MALFORMED' | 'ABSENT' | 'WITHHELD' | 'NOT_PERMITTED' | null
  readonly policy: string | null
  readonly citation: Citation | null
  readonly sentence: string
  /** Whether the viewer may know that the record exists; null where no record was looked at. */
  readonly known: boolean | null
  readonly policyVersion: string
}

/** Decides one JSON line. Never throws: whatever is malformed is denied, with the place and without its content. */
export function decideLine(set: PolicySet, line: string, today: EpochDay): DecisionLine {
  const question = readQuestion(set, line, today)
  if ('malformed' in question) return malformed(set, question.malformed)
  if ('viewerAction' in question) {
    const decision = question.access.decideViewer(question.viewerAction)
    return answer(set, decision, null, decision.effect === 'allow' ? null : 'NOT_PERMITTED')
  }
  const { access, action, type, facts } = question
  return decideRecord(set, access, action, type, facts)
}

/** Deny, and where the line is wrong. */
export function malformed(set: PolicySet, where: string): DecisionLine {
  return {
    effect: 'deny',
    code: 'MALFORMED',
    policy: null,
    citation: null,
    sentence: `The line is malformed: ${where}.`,
    known: null,
    policyVersion: set.hash,
  }
}

function decideRecord(
  set: PolicySet,
  access: Access,
  action: Action,
  type: RecordType,
  facts: RecordFacts,
): DecisionLine {
  const decision = access.decide(action, type, facts)
  const knowing = access.decide(`know:${type}`, type, facts)
  const known = knowing.effect === 'allow'
  if (action === 'store' || action === 'match') {
    return answer(set, decision, known, decision.effect === 'allow' ? null : 'NOT_PERMITTED')
  }
  // A field is asked for only of a record that the viewer may know of.
  if (!known) return answer(set, knowing, known, 'ABSENT')
  return answer(set, decision, known, decision.effect === 'allow' ? null : 'WITHHELD')
}

function answer(set: PolicySet, decision: Decision, known: boolean | null, code: DecisionLine['code']): DecisionLine {
  const { effect, policy, sentence } = decision
  return {
    effect,
    code,
    policy: policy?.id ?? null,
    citation: policy?.citation ?? null,
    sentence,
    known,
    policyVersion: set.hash,
  }
}
