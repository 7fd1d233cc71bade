import { createHash } from 'node:crypto'

/** Equal content, equal digest; keys are sorted so that the order of writing does not matter. */
export function digestOf(content: unknown): string {
  const stable = JSON.stringify(content, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(stable).digest('hex').slice(0, 32)
}
