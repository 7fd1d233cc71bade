import { Kind, type FieldNode, type OperationDefinitionNode, type ValueNode } from 'graphql'

export type Variables = ReadonlyMap<string, unknown>

/** What a connection returns where no page size is asked for; the subgraph kit's default. */
const DEFAULT_PAGE = 20
const PAGE_ARGUMENTS = ['first', 'last', 'limit']

/** Values of the variables, the operation's own defaults beneath them. Only numbers matter here. */
export function variablesOf(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>): Variables {
  const values = new Map<string, unknown>()
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    const value = Object.hasOwn(given, name) ? given[name] : defaultValue && literal(defaultValue)
    values.set(name, value)
  }
  return values
}

/**
 * The rows that a field's own arguments ask for: `asked` is null where they ask for none. A value that is no number
 * counts as the default; the schema refuses it later.
 */
export function pageSize(field: FieldNode, variables: Variables): { asked: number | null; orDefault: number } {
  const sizes = (field.arguments ?? [])
    .filter((argument) => PAGE_ARGUMENTS.includes(argument.name.value))
    .map((argument) =>
      argument.value.kind === Kind.VARIABLE ? variables.get(argument.value.name.value) : literal(argument.value),
    )
    .map((value) =>
      typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.ceil(value)) : DEFAULT_PAGE,
    )
  const asked = sizes.length === 0 ? null : Math.max(...sizes)
  return { asked, orDefault: asked ?? DEFAULT_PAGE }
}

function literal(value: ValueNode): unknown {
  return value.kind === Kind.INT || value.kind === Kind.FLOAT ? Number(value.value) : undefined
}
