import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { FieldCollector, type Selecting } from './collect-fields.js'
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

export interface Answer extends Selecting {
  readonly operation: OperationDefinitionNode
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

/** An object's place in the answer: the record if it has an id, else where it stands. */
export function placeOf(type: string, id: string | null, step: Step | null, key: string): string {
  return id === null ? pathTo(step, key).join('/') : `${type}/${id}/${key}`
}

class Walk {
  readonly #fields: FieldCollector

  constructor(private readonly answer: Answer) {
    this.#fields = new FieldCollector(answer)
  }

  *object(
    type: GraphQLObjectType,
    value: Record<string, unknown>,
    sets: readonly SelectionSetNode[],
    step: Step | null,
    parent: AnswerObject | null,
  ): Generator<AnswerObject> {
    const groups = this.#fields.groups(type, sets)
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
    if (isObjectType(concrete)) yield* this.object(concrete, found, this.#fields.below(nodes), step, parent)
  }
}
