import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** What the client asked for, by name in the answer and in the order in which the answer has it. */
export type Groups = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>

export interface Selecting {
  readonly schema: GraphQLSchema
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Coerced, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>
}

/** The specification's CollectFields (GraphQL October 2021, 6.3.2), for one answer. */
export class FieldCollector {
  /** A list of 50 officers collects its fields once: groups by the selection sets (same array, same groups) and type. */
  readonly #collected = new WeakMap<readonly SelectionSetNode[], Map<string, Groups>>()
  readonly #below = new WeakMap<readonly FieldNode[], readonly SelectionSetNode[]>()

  constructor(private readonly selecting: Selecting) {}

  /** The selection sets that the fields of one group are merged from. */
  below(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
    const known = this.#below.get(nodes)
    if (known) return known
    const sets = nodes.flatMap((node) => node.selectionSet ?? [])
    this.#below.set(nodes, sets)
    return sets
  }

  groups(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Groups {
    const byType = this.#collected.get(sets) ?? new Map<string, Groups>()
    this.#collected.set(sets, byType)
    const known = byType.get(type.name)
    if (known) return known
    const groups = new Map<string, [FieldNode, ...FieldNode[]]>()
    const visited = new Set<string>()
    for (const set of sets) this.#collect(type, set, groups, visited)
    byType.set(type.name, groups)
    return groups
  }

  #collect(
    type: GraphQLObjectType,
    set: SelectionSetNode,
    groups: Map<string, [FieldNode, ...FieldNode[]]>,
    visited: Set<string>,
  ): void {
    for (const selection of set.selections) {
      if (!this.#isIncluded(selection)) continue
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        const group = groups.get(key)
        if (group) group.push(selection)
        else groups.set(key, [selection])
        continue
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragment(selection.name.value, visited)
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type)) {
        this.#collect(type, fragment.selectionSet, groups, visited)
      }
    }
  }

  #fragment(name: string, visited: Set<string>): FragmentDefinitionNode | undefined {
    if (visited.has(name)) return undefined
    visited.add(name)
    return this.selecting.fragments[name]
  }

  #isIncluded(node: SelectionNode): boolean {
    const { variables } = this.selecting
    if (!node.directives?.length) return true
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true
    const conditional = this.selecting.schema.getType(condition)
    return isAbstractType(conditional) && this.selecting.schema.isSubType(conditional, type)
  }
}
