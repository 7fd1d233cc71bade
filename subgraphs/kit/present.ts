import { type Access, type DataClass, fieldRule, type RecordFacts, type RecordType } from '../../policy/index.js'
import { type FactColumns, toFacts, withBasis } from './facts.js'
import { isMasking } from './layers.js'
import { WithheldError } from './withheld.js'

/** Does any of the rows that an object is made from open the class to the viewer? */
export function opens(access: Access, type: RecordType, dataClass: DataClass, facts: readonly RecordFacts[]): boolean {
  return facts.some((row) => access.allows(`read:${dataClass}`, type, row))
}

/**
 * The decision to show beside a withheld field: that of the first row, in an order that does not depend on the viewer.
 */
export function withheld(
  access: Access,
  coordinate: string,
  type: RecordType,
  dataClass: DataClass,
  facts: readonly RecordFacts[],
): WithheldError | null {
  const first = facts[0]
  return first ? new WithheldError(coordinate, access.decide(`read:${dataClass}`, type, first)) : null
}

/**
 * Gives a row its GraphQL shape: the basis it is decided by, and every property whose class is denied replaced by the
 * error that the shield would put there. With the shield off, nothing that it withholds is in the object any more.
 */
export function present<T extends object>(
  access: Access,
  typeName: string,
  type: RecordType,
  rows: readonly FactColumns[],
  value: T,
): T {
  const facts = rows.map(toFacts)
  const masked = { ...value } as Record<string, unknown>
  if (!isMasking(access)) return withBasis(masked as T, { type, facts })
  for (const name of Object.keys(masked)) {
    const coordinate = `${typeName}.${name}`
    const rule = fieldRule(coordinate)
    // A property that is no field of the schema is not reachable by a query.
    if (rule === null || typeof rule === 'string' || !('class' in rule) || rule.of === 'VIEWER') continue
    if (!opens(access, type, rule.class, facts)) masked[name] = withheld(access, coordinate, type, rule.class, facts)
  }
  // The mask changes values to errors, which graphql-js reports in the field's place.
  return withBasis(masked as T, { type, facts })
}
