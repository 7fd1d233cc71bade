import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql'
import { type Allowed, isAllowed } from '../oracle/allowed.js'
import { type Args, isPersonType, type Oracle } from '../oracle/oracle.js'
import { addSeen, nothingSeen, type Seen } from './seen.js'
import { Selections } from './selections.js'
import type { Words } from './words.js'

type Objects = Readonly<Record<string, unknown>>

/** Walks an answer beside its document. Everything in it has to be what the oracle allows, of the record that it is of. */
export class Checker {
  readonly #selections: Selections
  readonly #operation: OperationDefinitionNode

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly oracle: Oracle,
    private readonly words: Words,
    document: DocumentNode | string,
    variables: Args,
  ) {
    const parsed = typeof document === 'string' ? parse(document) : document
    this.#selections = new Selections(schema, parsed, variables)
    this.#operation = parsed.definitions.find(
      (each) => each.kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode
  }

  check(data: Objects | null, seen: Seen): void {
    if (data !== null) this.object('Query', 'Query', data, [this.#operation.selectionSet], '', seen)
  }

  /** Every field of an object that is one record. */
  private object(
    type: string,
    id: string,
    value: Objects,
    selections: readonly SelectionSetNode[],
    path: string,
    seen: Seen,
  ): void {
    if (isPersonType(type)) seen.records++
    for (const [key, { field, args, selections: inner }] of this.#selections.collect(selections, type)) {
      const here = `${path}/${key}`
      const held = value[key]
      if (field === '__typename') {
        if (held !== type) this.leak(seen, here, type, field, id, held, `the type is ${type}`)
        continue
      }
      const allowed = this.oracle.field(type, id, field, args)
      const ofClass = this.oracle.classOf(type, field)
      if (allowed === undefined) {
        this.leak(seen, here, type, field, id, held, 'the oracle does not know the field')
      } else if (held === null || held === undefined) {
        if (ofClass !== undefined && ofClass !== 'KNOWN') {
          if (allowed.of === 'VALUES' && allowed.values.length === 0) seen.withheld++
          else seen.empty++
        }
      } else {
        if (ofClass !== undefined) {
          seen.shown++
          seen.classes[ofClass] = (seen.classes[ofClass] ?? 0) + 1
        }
        this.value(allowed, this.typeOf(type, field), held, inner, args, here, seen, `${type}.${field}`, id)
      }
    }
  }

  private value(
    allowed: Allowed,
    type: string,
    held: unknown,
    selections: readonly SelectionSetNode[],
    args: Args,
    path: string,
    seen: Seen,
    coordinate: string,
    record: string,
  ): void {
    const leak = (why: string) => seen.leaks.push({ path, coordinate, record, value: held, why })
    if (allowed.of === 'ANYTHING') return
    if (allowed.of === 'WORDS') {
      if (!this.words.agree(allowed.about, allowed.key, held)) leak(`not the sentence of ${allowed.key}`)
      return
    }
    if (allowed.of === 'VALUES') {
      const items = Array.isArray(held) ? held : [held]
      for (const item of items) {
        if (!allowed.values.some((truth) => this.matches(truth, type, item, selections, path, seen))) {
          leak(allowed.values.length === 0 ? 'closed to this viewer' : 'not the value of this record')
        }
      }
      return
    }
    if (allowed.of === 'LIST')
      return this.list(allowed, type, held as Objects, selections, args, path, seen, coordinate, record)
    for (const item of Array.isArray(held) ? held : [held]) {
      this.record(allowed.ids, allowed.type, item as Objects, selections, path, seen, coordinate)
    }
  }

  /** An object that is one of some records: by its id if it says it, else by what it shows. */
  private record(
    ids: ReadonlySet<string>,
    type: string,
    held: Objects,
    selections: readonly SelectionSetNode[],
    path: string,
    seen: Seen,
    coordinate: string,
  ): void {
    const key = [...this.#selections.collect(selections, type)].find(([, { field }]) => field === KEY_OF[type])?.[0]
    const id = key === undefined ? undefined : held[key]
    if (typeof id === 'string') {
      if (!ids.has(id)) {
        seen.leaks.push({
          path,
          coordinate,
          record: id,
          value: held,
          why: 'a record that the viewer may not be led to',
        })
        return
      }
      return this.object(type, id, held, selections, path, seen)
    }
    let best: Seen | null = null
    // Lists are in the order of ids, so that the record is soon found; an auditor knows of thousands.
    for (const id of [...ids].sort()) {
      const attempt = nothingSeen()
      this.object(type, id, held, selections, path, attempt)
      if (best === null || attempt.leaks.length < best.leaks.length) best = attempt
      if (attempt.leaks.length === 0) break
    }
    if (best === null) {
      seen.leaks.push({ path, coordinate, record: '?', value: held, why: 'a record where there is none to be led to' })
    } else addSeen(seen, best)
  }

  private list(
    { type, ids }: { readonly type: string; readonly ids: ReadonlySet<string> },
    connection: string,
    held: Objects,
    selections: readonly SelectionSetNode[],
    args: Args,
    path: string,
    seen: Seen,
    coordinate: string,
    record: string,
  ): void {
    const first = typeof args['first'] === 'number' ? args['first'] : 20
    const leak = (why: string, value: unknown) => seen.leaks.push({ path, coordinate, record, value, why })
    for (const [key, { field, selections: inner }] of this.#selections.collect(selections, connection)) {
      const value = held[key]
      const here = `${path}/${key}`
      if (value === null || value === undefined) continue
      if (field === 'nodes' || field === 'edges') {
        const items = value as Objects[]
        if (items.length > Math.min(first, ids.size)) leak(`${items.length} of ${ids.size} records`, items.length)
        for (const item of items) {
          if (field === 'nodes') this.record(ids, type, item, inner, here, seen, coordinate)
          else this.edge(ids, type, item, inner, here, seen, coordinate)
        }
      } else if (field === 'totalCount') {
        for (const [name, { field: of }] of this.#selections.collect(inner, 'BoundedCount')) {
          const count = (value as Objects)[name]
          if (of === 'value' && Number(count) > ids.size) leak(`counts ${String(count)} of ${ids.size}`, count)
          if (of === 'atLeast' && count === true && ids.size <= 10_000) leak('counts more than there are', count)
        }
      } else if (field === 'pageInfo') {
        for (const [name, { field: of }] of this.#selections.collect(inner, 'PageInfo')) {
          const info = (value as Objects)[name]
          if (of === 'hasNextPage' && info === true && ids.size <= first) leak('a page beyond the last record', info)
          if (of === 'hasPreviousPage' && info === true) leak('a page before the first record', info)
          if (/Cursor$/.test(of) && info !== null && ids.size === 0) leak('a cursor of no record', info)
        }
      } else if (field === '__typename') {
        if (value !== connection) leak(`the type is ${connection}`, value)
      } else leak('the oracle does not know the field', value)
    }
  }

  private edge(
    ids: ReadonlySet<string>,
    type: string,
    held: Objects,
    selections: readonly SelectionSetNode[],
    path: string,
    seen: Seen,
    coordinate: string,
  ): void {
    for (const [key, { field, selections: inner }] of this.#selections.collect(selections, `${type}Edge`)) {
      if (field === 'node') this.record(ids, type, held[key] as Objects, inner, `${path}/${key}`, seen, coordinate)
    }
  }

  /** Whether a value of the answer is the truth, as far as it was selected. Records within it are checked as such. */
  private matches(
    truth: unknown,
    type: string,
    held: unknown,
    selections: readonly SelectionSetNode[],
    path: string,
    seen: Seen,
  ): boolean {
    if (held === null || held === undefined) return true
    if (isAllowed(truth)) {
      const attempt = nothingSeen()
      this.value(truth, type, held, selections, {}, path, attempt, type, '')
      if (attempt.leaks.length === 0) addSeen(seen, attempt)
      return attempt.leaks.length === 0
    }
    if (Array.isArray(held)) {
      return (
        Array.isArray(truth) &&
        held.every((item) => truth.some((each) => this.matches(each, type, item, selections, path, seen)))
      )
    }
    if (typeof held !== 'object') return truth === held
    if (typeof truth !== 'object' || truth === null) return false
    return [...this.#selections.collect(selections, type)].every(([key, { field, selections: inner }]) => {
      const value = (held as Objects)[key]
      if (field === '__typename') return value === type
      const of = (truth as Objects)[field]
      return this.matches(of === undefined ? null : of, this.typeOf(type, field), value, inner, `${path}/${key}`, seen)
    })
  }

  private typeOf(type: string, field: string): string {
    const of = this.schema.getType(type)
    const found = isObjectType(of) ? of.getFields()[field] : undefined
    return found ? getNamedType(found.type).name : '?'
  }

  private leak(
    seen: Seen,
    path: string,
    type: string,
    field: string,
    record: string,
    value: unknown,
    why: string,
  ): void {
    seen.leaks.push({ path, coordinate: `${type}.${field}`, record, value, why })
  }
}

/** Under which field an object says which record it is. */
const KEY_OF: Readonly<Record<string, string>> = {
  Officer: 'id',
  Employment: 'id',
  Incident: 'id',
  Certification: 'id',
  BackgroundCheck: 'id',
  Agency: 'id',
  AgencyCredential: 'id',
  Jurisdiction: 'code',
  Viewer: 'subject',
}
