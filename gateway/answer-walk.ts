import {
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { ID_ALIAS, TYPE_ALIAS } from './confirm.js'

/** Keys from an object up to the root; a list of parents is cheaper than an array for each object. */
export interface Step {
  readonly key: string | number
  readonly above: Step | null
}

export interface AnswerField {
  /** Schema coordinate, `Officer.dateOfBirth`. */
  readonly coordinate: string
  /** Name in the answer: the alias, if there is one. */
  readonly key: string
  readonly isNull: boolean
}

/** One object of the final answer, with those of its fields that the client asked for. */
export interface AnswerObject {
  readonly type: string
  /** Null for an object of a type without id. */
  readonly id: string | null
  readonly step: Step | null
  readonly parent: AnswerObject | null
  readonly fields: readonly AnswerField[]
  /** The object itself, in the answer. */
  readonly value: Record<string, unknown>
}

export interface Answer {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Coerced, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly data: Record<string, unknown>
}

/** Every object of the answer, in the order of the document. Introspection is no object of the answer. */
export function* walkAnswer(answer: Answer): Generator<AnswerObject> {
  const root = answer.schema.getRootType(answer.operation.operation)
  if (root) yield* new Walk(answer).object(root, answer.data, [answer.operation.selectionSet], null, null)
}

export function pathTo(step: Step | null, key?: string): (string | number)[] {
  const path: (string | number)[] = key === undefined ? [] : [key]
  for (let at = step; at; at = at.above) path.unshift(at.key)
  return path
}

type Groups = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>

class Walk {
  /** A list of 50 officers collects its fields once: groups by the selection sets (same array, same groups) and type. */
  readonly #collected = new WeakMap<readonly SelectionSetNode[], Map<string, Groups>>()
  readonly #below = new WeakMap<readonly FieldNode[], readonly SelectionSetNode[]>()

  constructor(private readonly answer: Answer) {}

  *object(
    type: GraphQLObjectType,
    value: Record<string, unknown>,
    sets: readonly SelectionSetNode[],
    step: Step | null,
    parent: AnswerObject | null,
  ): Generator<AnswerObject> {
    const groups = this.#groups(type, sets)
    const id = value[ID_ALIAS]
    const fields: AnswerField[] = []
    const object: AnswerObject = {
      type: type.name,
      id: typeof id === 'string' ? id : null,
      step,
      parent,
      fields,
      value,
    }
    for (const [key, [node]] of groups) {
      if (key === ID_ALIAS || key === TYPE_ALIAS || node.name.value.startsWith('__')) continue
      fields.push({ coordinate: `${type.name}.${node.name.value}`, key, isNull: (value[key] ?? null) === null })
    }
    yield object
    for (const [key, nodes] of groups) {
      const definition = type.getFields()[nodes[0].name.value]
      const target = definition ? getNamedType(definition.type) : undefined
      if (target && isCompositeType(target))
        yield* this.#children(target, value[key], nodes, { key, above: step }, object)
    }
  }

  *#children(
    type: NonNullable<ReturnType<typeof getNamedType>>,
    value: unknown,
    nodes: readonly FieldNode[],
    step: Step,
    parent: AnswerObject,
  ): Generator<AnswerObject> {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries())
        yield* this.#children(type, item, nodes, { key: index, above: step }, parent)
      return
    }
    if (typeof value !== 'object' || value === null) return
    const found = value as Record<string, unknown>
    const concrete = isAbstractType(type) ? this.answer.schema.getType(String(found[TYPE_ALIAS])) : type
    if (isObjectType(concrete)) yield* this.object(concrete, found, this.#selectionsOf(nodes), step, parent)
  }

  #selectionsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
    const known = this.#below.get(nodes)
    if (known) return known
    const sets = nodes.flatMap((node) => node.selectionSet ?? [])
    this.#below.set(nodes, sets)
    return sets
  }

  /** The specification's CollectFields (GraphQL October 2021, 6.3.2). */
  #groups(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Groups {
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
    return this.answer.fragments[name]
  }

  #isIncluded(node: SelectionNode): boolean {
    const { variables } = this.answer
    if (!node.directives?.length) return true
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true
    const conditional = this.answer.schema.getType(condition)
    return isAbstractType(conditional) && this.answer.schema.isSubType(conditional, type)
  }
}
