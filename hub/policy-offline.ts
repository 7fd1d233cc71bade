import {
  decideLine,
  explainLine,
  matrixPage,
  renderMatrix,
  type DecisionLine,
  type EpochDay,
  type ExplainOptions,
  type ExplanationLine,
} from '../policy/index.js'
import { policyDocument } from '../portal/policy-page.js'
import { shippedPolicies } from './policy-sets.js'

/** An answer with the number, from 1, of the line that it answers. */
type Numbered<Answer> = { readonly line: number } & Answer
export type NumberedDecision = Numbered<DecisionLine>
export type NumberedExplanation = Numbered<ExplanationLine>

/** The sharing rules as shipped, asked without a running hub: for review, and for whoever tests a rule. */
export function decideLines(lines: AsyncIterable<string>, today: EpochDay): AsyncIterable<NumberedDecision> {
  const set = shippedPolicies()
  return eachLine(lines, (line) => decideLine(set, line, today))
}

/** The same questions, answered with every policy that spoke and what it looked at. */
export function explainLines(
  lines: AsyncIterable<string>,
  today: EpochDay,
  options: ExplainOptions,
): AsyncIterable<NumberedExplanation> {
  const set = shippedPolicies()
  return eachLine(lines, (line) => explainLine(set, line, today, options))
}

async function* eachLine<Answer>(
  lines: AsyncIterable<string>,
  ask: (line: string) => Answer,
): AsyncGenerator<Numbered<Answer>> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() !== '') yield { line: number, ...ask(line) }
  }
}

/** Markdown: who sees what, and every policy. */
export function policyMatrix(): string {
  return renderMatrix(shippedPolicies())
}

/** The same as a web page of its own. */
export function policyMatrixPage(): string {
  return policyDocument(matrixPage(shippedPolicies()))
}
