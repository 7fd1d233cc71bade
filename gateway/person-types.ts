import { type GraphQLSchema, isObjectType } from 'graphql'
import { type DataClass, type FieldRule, LOGGED_TYPES } from '../policy/index.js'

/** The field table, as a function: null where nobody classified the field. */
export type FieldRules = (coordinate: string) => FieldRule | null

/** The class that a shown value of the field discloses of a person; null where it discloses none. */
export function personClass(rule: FieldRule | null): DataClass | null {
  if (typeof rule !== 'object' || rule === null || !('class' in rule) || rule.of === 'VIEWER') return null
  return rule.class
}

/** The class that an object discloses by being there. Of a person's record it is as much as class P1. */
export const existenceClass = (type: string): DataClass => LOGGED_TYPES[type] ?? 'P1'

/** Types whose objects are logged: records about a person, which have a field of a record's class, and the log's own. */
export function personTypesOf(schema: GraphQLSchema, rules: FieldRules): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  const isPersonal = (type: (typeof types)[number]) =>
    Object.keys(type.getFields()).some((field) => personClass(rules(`${type.name}.${field}`)) !== null)
  const isLogged = (type: (typeof types)[number]) => isPersonal(type) || Object.hasOwn(LOGGED_TYPES, type.name)
  return new Set(types.filter(isLogged).map(({ name }) => name))
}
