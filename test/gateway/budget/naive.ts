import {
  Kind,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql'

/** A selection as it stands after every fragment was copied into place: what a validator or planner would walk. */
interface Expanded {
  readonly field: FieldNode | null
  readonly children: readonly Expanded[]
  /** Of the selection, and of the fragment that it spreads. */
  readonly directives: number
}

/** The counts of the budget, by copying everything out and walking it. Exponential, and plain enough to be believed. */
export function naiveCost(query: string) {
  const document = parse(query)
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  )
  const expand = (set: SelectionSetNode | undefined): Expanded[] =>
    (set?.selections ?? []).map((selection) => {
      const own = selection.directives?.length ?? 0
      if (selection.kind === Kind.FIELD)
        return { field: selection, children: expand(selection.selectionSet), directives: own }
      const spread = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined
      const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : spread?.selectionSet
      return { field: null, children: expand(set), directives: own + (spread?.directives?.length ?? 0) }
    })
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )
  const tree = expand(operation?.selectionSet)
  return {
    selections: all(tree).length,
    aliases: all(tree).filter((node) => node.field?.alias).length,
    rootFields: fieldsAt(tree).length,
    depth: depth(tree),
    rows: rows(tree),
    directives: all(tree).reduce((sum, node) => sum + node.directives, 0),
    cost: values(tree) + fieldsAt(tree).length * (operation?.operation === OperationTypeNode.MUTATION ? 100 : 10),
  }
}

const all = (nodes: readonly Expanded[]): Expanded[] => nodes.flatMap((node) => [node, ...all(node.children)])

/** Fields at one level, through the fragments. */
const fieldsAt = (nodes: readonly Expanded[]): Expanded[] =>
  nodes.flatMap((node) => (node.field ? [node] : fieldsAt(node.children)))

const depth = (nodes: readonly Expanded[]): number =>
  Math.max(0, ...fieldsAt(nodes).map((node) => 1 + depth(node.children)))

/** The rows that a field asks for; null where it is no list. */
function sizeOf({ field }: Expanded, isPaged: boolean): number | null {
  const asked = field?.arguments?.find((argument) => argument.name.value === 'first')?.value
  return asked?.kind === Kind.INT ? Number(asked.value) : isPaged ? 20 : null
}

const itemsOf = (nodes: readonly Expanded[]): Expanded[] =>
  fieldsAt(nodes).filter((child) => ['edges', 'nodes'].includes(child.field?.name.value ?? ''))

/** Fragments at one level, through one another. */
const fragmentsAt = (nodes: readonly Expanded[]): number =>
  nodes.reduce((sum, node) => sum + (node.field ? 0 : 1 + fragmentsAt(node.children)), 0)

/** Walks the same answer and counts every selection wherever it is evaluated. */
function values(nodes: readonly Expanded[]): number {
  let count = fragmentsAt(nodes)
  for (const node of fieldsAt(nodes)) {
    count += 1
    const items = itemsOf(node.children)
    const size = sizeOf(node, items.length > 0)
    if (items.length > 0) {
      count += fragmentsAt(node.children) + values(fieldsAt(node.children).filter((child) => !items.includes(child)))
      for (let row = 0; row < (size ?? 0); row++) for (const item of items) count += values([item])
    } else {
      for (let row = 0; row < (size ?? 1); row++) count += values(node.children)
    }
  }
  return count
}

/** Walks the answer that an obliging server would give, row by row. */
function rows(nodes: readonly Expanded[]): number {
  let count = 0
  for (const node of fieldsAt(nodes)) {
    const below = fieldsAt(node.children)
    const items = itemsOf(node.children)
    const size = sizeOf(node, items.length > 0)
    if (items.length > 0) {
      count += rows(below.filter((child) => !items.includes(child)))
      for (let row = 0; row < (size ?? 0); row++) {
        count += 1
        for (const item of items) count += rowsOfItems(item)
      }
    } else {
      for (let row = 0; row < (size ?? 1); row++) count += (size === null ? 0 : 1) + rows(node.children)
    }
  }
  return count
}

/** `edges` is itself a field with children, and owns a page if a further `edges` or `nodes` stands beneath it. */
const rowsOfItems = (item: Expanded): number => rows([item])
