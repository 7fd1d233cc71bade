import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { pageSize, type Variables } from './page-size.js'

/**
 * What a selection set comes to with its fragments expanded. Every member is a sum or a maximum over the selections,
 * so that a fragment is measured once, however often it is spread: the count is exact, and linear in the document.
 */
export interface Measure {
  readonly depth: number
  readonly selections: number
  readonly aliases: number
  /** Fields at this level itself. */
  readonly fields: number
  /** Rows below fields other than `edges` and `nodes`. */
  readonly rows: number
  /** Whether `edges` or `nodes` stands at this level: the field that owns the set is then a connection. */
  readonly paged: boolean
  /** Rows below `edges` and `nodes`, for one item of the page. */
  readonly rowsPerItem: number
  /** The set's values in the answer, as far as they do not stand below `edges` and `nodes`. */
  readonly values: number
  /** Those that do, for one item of the page. */
  readonly valuesPerItem: number
  readonly directives: number
}

const NOTHING: Measure = {
  depth: 0,
  selections: 0,
  aliases: 0,
  fields: 0,
  rows: 0,
  paged: false,
  rowsPerItem: 0,
  values: 0,
  valuesPerItem: 0,
  directives: 0,
}

function add(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    selections: a.selections + b.selections,
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    rows: a.rows + b.rows,
    paged: a.paged || b.paged,
    rowsPerItem: a.rowsPerItem + b.rowsPerItem,
    values: a.values + b.values,
    valuesPerItem: a.valuesPerItem + b.valuesPerItem,
    directives: a.directives + b.directives,
  }
}

/** A page of nothing has nothing below it, be that as much as it may: for JavaScript nothing times infinity is no number. */
const times = (size: number, each: number): number => (size === 0 ? 0 : size * each)

/** What a root field of an operation costs besides its values: a mutation writes, and may compare with everybody. */
const ROOT_FIELD: Readonly<Record<OperationTypeNode, number>> = { query: 10, mutation: 100, subscription: 10 }

/**
 * The estimated cost of an operation, in points: each selection counts once for every row that it may stand in (a
 * selection below pages of 50 and 20 counts 1,000 times), and each root field 10 more, of a mutation 100.
 */
export function costOf({ values, valuesPerItem, fields }: Measure, operation: OperationTypeNode): number {
  return values + valuesPerItem + fields * ROOT_FIELD[operation]
}

/** A fragment that spreads itself, at whatever distance: its expansion has no end. */
export class FragmentCycle extends Error {
  constructor(readonly fragment: string) {
    super(`Fragment ${fragment} spreads itself`)
  }
}

export class Measurer {
  private readonly definitions = new Map<string, FragmentDefinitionNode>()
  private readonly measured = new Map<string, Measure>()
  private readonly open = new Set<string>()

  constructor(
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.definitions.set(definition.name.value, definition)
    }
  }

  /** @throws FragmentCycle */
  fragment(name: string): Measure {
    const known = this.measured.get(name)
    if (known !== undefined) return known
    if (this.open.has(name)) throw new FragmentCycle(name)
    const definition = this.definitions.get(name)
    // Validation names the missing fragment.
    if (definition === undefined) return NOTHING
    this.open.add(name)
    const measure = withDirectives(this.set(definition.selectionSet), definition)
    this.open.delete(name)
    this.measured.set(name, measure)
    return measure
  }

  /** @throws FragmentCycle */
  set(set: SelectionSetNode): Measure {
    return set.selections.map((selection) => this.selection(selection)).reduce(add, NOTHING)
  }

  private selection(selection: SelectionNode): Measure {
    if (selection.kind === Kind.FIELD) return this.field(selection)
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD ? this.fragment(selection.name.value) : this.set(selection.selectionSet)
    return withDirectives({ ...inner, selections: inner.selections + 1, values: inner.values + 1 }, selection)
  }

  private field(field: FieldNode): Measure {
    const inner = field.selectionSet ? this.set(field.selectionSet) : NOTHING
    const { rows, values } = this.below(field, inner)
    const isItems = field.name.value === 'edges' || field.name.value === 'nodes'
    const measure = {
      depth: inner.depth + 1,
      selections: inner.selections + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      fields: 1,
      rows: isItems ? 0 : rows,
      paged: isItems,
      rowsPerItem: isItems ? rows : 0,
      values: isItems ? 0 : values + 1,
      valuesPerItem: isItems ? values + 1 : 0,
      directives: inner.directives,
    }
    return withDirectives(measure, field)
  }

  /**
   * A connection has as many rows as its page, each with what stands below. `edges` and `nodes` are two readings of one
   * page, so the rows themselves are counted once. A list with a page argument and neither of them counts alike.
   */
  private below(field: FieldNode, inner: Measure): Pick<Measure, 'rows' | 'values'> {
    const size = pageSize(field, this.variables)
    if (inner.paged) {
      return {
        rows: inner.rows + times(size.orDefault, 1 + inner.rowsPerItem),
        values: inner.values + times(size.orDefault, inner.valuesPerItem),
      }
    }
    const { rows, values } = inner
    return size.asked === null
      ? { rows, values }
      : { rows: times(size.asked, 1 + rows), values: times(size.asked, values) }
  }
}

function withDirectives(measure: Measure, { directives = [] }: { readonly directives?: readonly unknown[] }): Measure {
  return directives.length === 0 ? measure : { ...measure, directives: measure.directives + directives.length }
}
