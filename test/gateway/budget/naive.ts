import {
  Kind,
  parse,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** A selection as it stands after every fragment was copied into place: what a validator or planner would walk. */
interface Expanded {
  readonly field: FieldNode | null
  readonly children: readonly Expanded[]
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
      if (selection.kind === Kind.FIELD) return { field: selection, children: expand(selection.selectionSet) }
      if (selection.kind === Kind.INLINE_FRAGMENT) return { field: null, children: expand(selection.selectionSet) }
      return { field: null, children: expand(fragments.get(selection.name.value)?.selectionSet) }
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
  }
}

const all = (nodes: readonly Expanded[]): Expanded[] => nodes.flatMap((node) => [node, ...all(node.children)])

/** Fields at one level, through the fragments. */
const fieldsAt = (nodes: readonly Expanded[]): Expanded[] =>
  nodes.flatMap((node) => (node.field ? [node] : fieldsAt(node.children)))

const depth = (nodes: readonly Expanded[]): number =>
  Math.max(0, ...fieldsAt(nodes).map((node) => 1 + depth(node.children)))

/** Walks the answer that an obliging server would give, row by row. */
function rows(nodes: readonly Expanded[]): number {
  let count = 0
  for (const node of fieldsAt(nodes)) {
    const below = fieldsAt(node.children)
    const items = below.filter((child) => ['edges', 'nodes'].includes(child.field?.name.value ?? ''))
    const asked = node.field?.arguments?.find((argument) => argument.name.value === 'first')?.value
    const size = asked?.kind === Kind.INT ? Number(asked.value) : items.length > 0 ? 20 : null
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
