import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
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
}

const NOTHING: Measure = { depth: 0, selections: 0, aliases: 0, fields: 0, rows: 0, paged: false, rowsPerItem: 0 }

function add(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    selections: a.selections + b.selections,
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    rows: a.rows + b.rows,
    paged: a.paged || b.paged,
    rowsPerItem: a.rowsPerItem + b.rowsPerItem,
  }
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
    const measure = this.set(definition.selectionSet)
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
    return { ...inner, selections: inner.selections + 1 }
  }

  private field(field: FieldNode): Measure {
    const inner = field.selectionSet ? this.set(field.selectionSet) : NOTHING
    const rows = this.rowsOf(field, inner)
    const isItems = field.name.value === 'edges' || field.name.value === 'nodes'
    return {
      depth: inner.depth + 1,
      selections: inner.selections + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      fields: 1,
      rows: isItems ? 0 : rows,
      paged: isItems,
      rowsPerItem: isItems ? rows : 0,
    }
  }

  /**
   * A connection has as many rows as its page, each with what stands below. `edges` and `nodes` are two readings of one
   * page, so the rows themselves are counted once. A list with a page argument and neither of them counts alike.
   */
  private rowsOf(field: FieldNode, inner: Measure): number {
    const size = pageSize(field, this.variables)
    if (inner.paged) return inner.rows + size.orDefault * (1 + inner.rowsPerItem)
    return size.asked === null ? inner.rows : size.asked * (1 + inner.rows)
  }
}
