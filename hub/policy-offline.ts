import { decideLine, renderMatrix, type DecisionLine, type EpochDay } from '../policy/index.js'
import { shippedPolicies } from './policy-sets.js'

/** A decision with the number, from 1, of the line that it answers. */
export type NumberedDecision = { readonly line: number } & DecisionLine

/** The sharing rules as shipped, asked without a running hub: for review, and for whoever tests a rule. */
export function decideLines(lines: AsyncIterable<string>, today: EpochDay): AsyncIterable<NumberedDecision> {
  const set = shippedPolicies()
  return (async function* () {
    let number = 0
    for await (const line of lines) {
      number++
      if (line.trim() !== '') yield { line: number, ...decideLine(set, line, today) }
    }
  })()
}

/** Markdown: who sees what, and every policy. */
export function policyMatrix(): string {
  return renderMatrix(shippedPolicies())
}
