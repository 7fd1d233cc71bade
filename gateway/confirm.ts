import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { ComityError } from '../contract/errors.js'

/** Aliases under which the gateway asks for more than the client did; stripped before the answer leaves. */
const RESERVED = 'comity_'
export const ID_ALIAS = `${RESERVED}id`
export const TYPE_ALIAS = `${RESERVED}type`

/**
 * Adds the id to every selection on a type that has one.
 *
 * Stock federation answers a bare reference without asking the owner (`{ incidents { officer { __typename } } }`), and
 * shows an object full of nulls where the owner knows of none (`{ officer: { name: null } }`). With the id selected the
 * owner is always asked, and where it answers null the missing non-null id makes the whole reference null. It also tells
 * the gateway which records the final answer holds. The plan needs no fetch more than it needs to ask the owner.
 *
 * @throws ComityError OPERATION_INVALID where the client uses a reserved alias
 */
export function withConfirmation(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema)
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        if (node.alias?.value.startsWith(RESERVED)) {
          throw new ComityError('OPERATION_INVALID', `Aliases that begin with ${RESERVED} are reserved.`)
        }
      },
      SelectionSet: {
        leave(node) {
          const type = types.getParentType()
          const added = type ? confirmationOf(type, schema) : []
          return added.length === 0 ? undefined : { ...node, selections: [...node.selections, ...added] }
        },
      },
    }),
  )
}

/** Whether objects of the type are told apart by an id: `id: ID!`, or any other non-null `id`. */
export function hasId(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getFields()['id']?.type.toString().endsWith('!') === true
}

function confirmationOf(type: GraphQLNamedType, schema: GraphQLSchema): SelectionNode[] {
  if (type.name.startsWith('__')) return []
  if (hasId(type)) return [field('id', ID_ALIAS)]
  if (!isAbstractType(type)) return []
  const possible = schema.getPossibleTypes(type).filter(hasId)
  return [
    field('__typename', TYPE_ALIAS),
    ...possible.map(({ name }): SelectionNode => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [field('id', ID_ALIAS)] },
    })),
  ]
}

function field(name: string, alias: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name }, alias: { kind: Kind.NAME, value: alias } }
}
