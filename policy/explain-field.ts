import type { Access } from './access.js'
import { ABSENT, explainToViewer } from './explain.js'
import type { Explanation } from './explain.js'
import { fieldRule } from './fields.js'
import type { FieldRule } from './fields.js'
import type { Action, RecordFacts, RecordType } from './types.js'

/**
 * Why the viewer sees a field, or does not. `rows` are the records in scope that the object is made from, in the order in
 * which it shows them; none, a field that nobody knows, and a record outside the scope are one answer.
 */
export function explainField(
  access: Access,
  typeName: string,
  type: RecordType,
  field: string,
  rows: readonly RecordFacts[],
): Explanation {
  const action = actionBehind(fieldRule(`${typeName}.${field}`), type)
  if (action === null) return ABSENT
  const told = rows.map((facts) => explainToViewer(access, action, type, facts))
  // As the field itself: open if one of its records opens it, else withheld in the words of the first.
  return told.find(({ decision }) => decision.effect === 'allow') ?? told.find((one) => one !== ABSENT) ?? ABSENT
}

/** What leads on to other records, and the key, are there as soon as the record may be known of. */
function actionBehind(rule: FieldRule | null, type: RecordType): Action | null {
  if (rule === 'KEY' || rule === 'CONTAINER') return `know:${type}`
  if (rule === null || typeof rule === 'string' || !('class' in rule) || rule.of !== type) return null
  return `read:${rule.class}`
}
