import {
  type DocumentNode,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Action, RecordType } from '../policy/index.js'
import type { FieldRules } from './person-types.js'

/** A field that the policy may decide before planning: what it is asked about which type. */
export interface DecidedField {
  readonly coordinate: string
  readonly action: Action
  readonly type: RecordType | 'Hub'
}

/** Which fields of the schema can be decided before planning. */
export class DecidedFields {
  readonly #known = new Map<string, DecidedField | null>()

  /** `scalars`: those of the hub's own that the gateway reads. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: FieldRules,
    private readonly scalars: readonly GraphQLScalarType[] = [],
  ) {}

  /** Those of a document, on every type that an object may have where they are asked for; in a fixed order. */
  in(document: DocumentNode): readonly DecidedField[] {
    const found = new Map<string, DecidedField>()
    const types = new TypeInfo(this.schema)
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name }) => {
          for (const type of possibleTypes(types.getParentType(), this.schema)) {
            const field = this.#fieldOf(type, name.value)
            if (field) found.set(field.coordinate, field)
          }
        },
      }),
    )
    return [...found.values()].sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1))
  }

  #fieldOf(type: GraphQLObjectType, name: string): DecidedField | null {
    const coordinate = `${type.name}.${name}`
    const known = this.#known.get(coordinate)
    if (known !== undefined) return known
    const definition = type.getFields()[name]
    const made = definition && this.#canBeReadHere(definition) ? this.#decided(coordinate) : null
    this.#known.set(coordinate, made)
    return made
  }

  #decided(coordinate: string): DecidedField | null {
    const rule = this.rules(coordinate)
    if (rule === null || typeof rule === 'string') return null
    if ('operation' in rule) return { coordinate, action: `do:${rule.operation}`, type: 'Hub' }
    return { coordinate, action: `read:${rule.class}`, type: rule.of === 'VIEWER' ? 'Hub' : rule.of }
  }

  /**
   * A subgraph reads arguments before it decides. A field with an argument that the gateway cannot judge stays, so that a
   * malformed one is answered by the same error whoever sends it.
   */
  #canBeReadHere({ args }: GraphQLField<unknown, unknown>): boolean {
    return args.every(({ type }) => this.#isReadHere(type, new Set()))
  }

  #isReadHere(type: GraphQLInputType, seen: Set<string>): boolean {
    const named = getNamedType(type)
    if (seen.has(named.name)) return true
    seen.add(named.name)
    if (isInputObjectType(named))
      return Object.values(named.getFields()).every((field) => this.#isReadHere(field.type, seen))
    if (isEnumType(named) || isSpecifiedScalarType(named)) return true
    return this.scalars.some(({ name }) => name === named.name)
  }
}

export function possibleTypes(
  type: ReturnType<TypeInfo['getParentType']>,
  schema: GraphQLSchema,
): readonly GraphQLObjectType[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type)
  return isObjectType(type) ? [type] : []
}
