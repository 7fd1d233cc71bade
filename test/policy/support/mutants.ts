import type { PolicyFiles, Rule } from '../../../policy/index.js'
import { CASES } from '../cases/index.js'
import type { Case } from '../cases/case.js'
import { decideCase, expectedOf, outcomeOf } from './decide-case.js'
import type { AccessFor } from './decide-case.js'

/** The policy set's text with one policy taken out of its file. */
export function withoutPolicy(files: PolicyFiles, { file, text }: Rule): PolicyFiles {
  return { ...files, policies: { ...files.policies, [file]: (files.policies[file] ?? '').replace(text, '') } }
}

/** The first case whose effect or deciding policy, or what it says is left alone, is another under these rules. */
export function noticing(accessFor: AccessFor): Case | undefined {
  return CASES.find((one) => {
    const explanation = decideCase(one, accessFor)
    const [expected, actual] = [expectedOf(one), outcomeOf(explanation)]
    const spoke = one.spares !== undefined && explanation.grounds.some(({ policy }) => policy.id === one.spares)
    return spoke || actual.effect !== expected.effect || actual.policy !== expected.policy
  })
}
