import {
  type FieldNode,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql'
import type { Mark } from '../contract/disclosure.js'
import { type Answer, placeOf, type Step } from './answer-walk.js'
import { FieldCollector } from './collect-fields.js'
import type { CountedMark } from './collector.js'
import { ID_ALIAS, TYPE_ALIAS } from './confirm.js'

export interface Restored {
  /** Null where a denied field took everything with it. */
  readonly data: Record<string, unknown> | null
  /** What the subgraphs would have reported of the same fields. */
  readonly marks: readonly CountedMark[]
}

/**
 * The answer to a filtered document as the client's own document has it: its fields in its order, and null where a field
 * was denied before planning. A null in the place of a field that cannot be null takes the object around it with it, as it
 * would have in a subgraph.
 */
export function restoreDenied(answer: Answer, denied: ReadonlyMap<string, Mark>): Restored {
  const root = answer.schema.getRootType(answer.operation.operation)
  if (!root) return { data: answer.data, marks: [] }
  const restoration = new Restoration(answer, denied)
  const data = restoration.object(root, answer.data, [answer.operation.selectionSet], null)
  return { data, marks: restoration.marks() }
}

class Restoration {
  readonly #fields: FieldCollector
  readonly #places = new Map<Mark, Set<string>>()

  constructor(
    private readonly answer: Answer,
    private readonly denied: ReadonlyMap<string, Mark>,
  ) {
    this.#fields = new FieldCollector(answer)
  }

  marks(): CountedMark[] {
    return [...this.#places].map(([mark, { size }]) => ({ mark, count: size }))
  }

  object(
    type: GraphQLObjectType,
    value: Record<string, unknown>,
    sets: readonly SelectionSetNode[],
    step: Step | null,
  ): Record<string, unknown> | null {
    const id = typeof value[ID_ALIAS] === 'string' ? value[ID_ALIAS] : null
    const made: Record<string, unknown> = {}
    let isLost = false
    for (const [key, nodes] of this.#fields.groups(type, sets)) {
      const name = nodes[0].name.value
      const definition = type.getFields()[name]
      if (!definition) {
        // `__typename`, and introspection at the root.
        made[key] = value[key]
        continue
      }
      const mark = this.denied.get(`${type.name}.${name}`)
      if (mark) this.#note(mark, placeOf(type.name, id, step, key))
      made[key] = mark ? null : this.#complete(definition.type, value[key], nodes, { key, above: step })
      // The siblings are looked at all the same: a subgraph resolves and reports them too.
      if (made[key] === null && isNonNullType(definition.type)) isLost = true
    }
    return isLost ? null : made
  }

  #complete(type: GraphQLOutputType, value: unknown, nodes: readonly FieldNode[], step: Step): unknown {
    if (value === null || value === undefined) return null
    const nullable = getNullableType(type)
    if (isListType(nullable)) {
      if (!Array.isArray(value)) return null
      const items = value.map((item, key) => this.#complete(nullable.ofType, item, nodes, { key, above: step }))
      return isNonNullType(nullable.ofType) && items.includes(null) ? null : items
    }
    const found = value as Record<string, unknown>
    const concrete = isAbstractType(nullable) ? this.answer.schema.getType(String(found[TYPE_ALIAS])) : nullable
    return isObjectType(concrete) ? this.object(concrete, found, this.#fields.below(nodes), step) : value
  }

  #note(mark: Mark, place: string): void {
    const places = this.#places.get(mark) ?? new Set()
    places.add(place)
    this.#places.set(mark, places)
  }
}
