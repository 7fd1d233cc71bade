import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { TYPE_ALIAS } from './confirm.js'
import { possibleTypes } from './decided-fields.js'

/**
 * The document without the fields at the given coordinates; `@skip` and `@include` stay where they are. A field of an
 * interface that is denied on some of its types stays as a fragment on each of the others. A fragment that holds nothing
 * any more leaves; a selection that holds nothing any more keeps the key that confirmation put there (confirm.ts), or asks
 * for the type's name, so that its owner is still asked for the object.
 */
export function filterDocument(
  document: DocumentNode,
  schema: GraphQLSchema,
  denied: ReadonlySet<string>,
): DocumentNode {
  return new Filter(document, schema, denied).document()
}

/** Whether nothing of an operation is left to ask for. */
export function isEmptied({ selections }: SelectionSetNode): boolean {
  return selections.every((selection) => selection.kind === Kind.FIELD && selection.alias?.value === TYPE_ALIAS)
}

class Filter {
  readonly #definitions: ReadonlyMap<string, FragmentDefinitionNode>
  /** Null for a fragment of which nothing is left. */
  readonly #fragments = new Map<string, FragmentDefinitionNode | null>()

  constructor(
    private readonly source: DocumentNode,
    private readonly schema: GraphQLSchema,
    private readonly denied: ReadonlySet<string>,
  ) {
    const definitions = source.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
    this.#definitions = new Map(definitions.map((node) => [node.name.value, node]))
  }

  document(): DocumentNode {
    const definitions = this.source.definitions.flatMap((definition) => {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) return this.#fragment(definition.name.value) ?? []
      if (definition.kind !== Kind.OPERATION_DEFINITION) return definition
      const root = this.schema.getRootType(definition.operation)
      return root ? { ...definition, selectionSet: kept(this.#selections(definition.selectionSet, root)) } : definition
    })
    return { ...this.source, definitions }
  }

  #fragment(name: string): FragmentDefinitionNode | null {
    const known = this.#fragments.get(name)
    if (known !== undefined) return known
    const definition = this.#definitions.get(name)
    const type = definition ? this.schema.getType(definition.typeCondition.name.value) : undefined
    const selections = definition && isCompositeType(type) ? this.#selections(definition.selectionSet, type) : []
    const made = definition && selections.length > 0 ? { ...definition, selectionSet: setOf(selections) } : null
    this.#fragments.set(name, made)
    return made
  }

  #selections({ selections }: SelectionSetNode, type: GraphQLCompositeType): readonly SelectionNode[] {
    return selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return this.#field(selection, type)
      if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value) ? [selection] : []
      const condition = selection.typeCondition ? this.schema.getType(selection.typeCondition.name.value) : type
      const inner = isCompositeType(condition) ? this.#selections(selection.selectionSet, condition) : []
      return inner.length > 0 ? [{ ...selection, selectionSet: setOf(inner) }] : []
    })
  }

  #field(node: FieldNode, type: GraphQLCompositeType): readonly SelectionNode[] {
    const name = node.name.value
    const possible = possibleTypes(type, this.schema)
    const open = possible.filter((one) => !this.denied.has(`${one.name}.${name}`))
    if (open.length === possible.length) return [this.#withInner(node, type)]
    return isAbstractType(type) ? open.map((one) => onType(one, this.#withInner(node, one))) : []
  }

  #withInner(node: FieldNode, type: GraphQLCompositeType): FieldNode {
    if (!node.selectionSet || !(isObjectType(type) || 'getFields' in type)) return node
    const target = type.getFields()[node.name.value]
    const inner = target ? getNamedType(target.type) : undefined
    if (!isCompositeType(inner)) return node
    return { ...node, selectionSet: kept(this.#selections(node.selectionSet, inner)) }
  }
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}

function kept(selections: readonly SelectionNode[]): SelectionSetNode {
  return setOf(selections.length > 0 ? selections : [TYPE_NAME])
}

const TYPE_NAME: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: TYPE_ALIAS },
  name: { kind: Kind.NAME, value: '__typename' },
}

function onType({ name }: GraphQLObjectType, field: FieldNode): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: setOf([field]),
  }
}
