const KINDS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'WITH', 'BEGIN', 'COMMIT', 'ROLLBACK', 'SET'] as const
export type StatementKind = (typeof KINDS)[number] | 'OTHER'

/** The first word of a statement, which is all that telemetry may know of it. */
export function statementKind(sql: string): StatementKind {
  const word = /^\s*([A-Za-z]+)/.exec(sql)?.[1]?.toUpperCase()
  return KINDS.find((kind) => kind === word) ?? 'OTHER'
}
