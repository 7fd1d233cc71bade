import { type GraphQLSchema, isObjectType } from 'graphql'
import type { DataClass, FieldRule } from '../policy/index.js'

/** The field table, as a function: null where nobody classified the field. */
export type FieldRules = (coordinate: string) => FieldRule | null

/** The class that a shown value of the field discloses of a person; null where it discloses none. */
export function personClass(rule: FieldRule | null): DataClass | null {
  if (typeof rule !== 'object' || rule === null || !('class' in rule) || rule.of === 'VIEWER') return null
  return rule.class
}

/** Types whose objects are records about a person: those with a field of a record's class. */
export function personTypesOf(schema: GraphQLSchema, rules: FieldRules): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  const isPersonal = (type: (typeof types)[number]) =>
    Object.keys(type.getFields()).some((field) => personClass(rules(`${type.name}.${field}`)) !== null)
  return new Set(types.filter(isPersonal).map(({ name }) => name))
}
