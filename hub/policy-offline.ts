import {
  decideLine,
  loadPolicySet,
  readPolicyFiles,
  renderMatrix,
  type DecisionLine,
  type EpochDay,
} from '../policy/index.js'

/** The sharing rules as shipped, asked without a running hub: for review, and for whoever tests a rule. */
export function decideLines(lines: AsyncIterable<string>, today: EpochDay): AsyncIterable<DecisionLine> {
  const set = loadPolicySet(readPolicyFiles())
  return (async function* () {
    for await (const line of lines) if (line.trim() !== '') yield decideLine(set, line, today)
  })()
}

/** Markdown: who sees what, and every policy. */
export function policyMatrix(): string {
  return renderMatrix(loadPolicySet(readPolicyFiles()))
}
