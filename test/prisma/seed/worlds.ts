import { buildWorld } from '../../../prisma/seed/index.js'
import type { World } from '../../../prisma/seed/rows.js'

/** The day on which the worlds of these tests are created. */
export const NOW = new Date('2026-11-24T09:00:00Z')
export const TODAY = '2026-11-24'

/** The smallest world; the cast, the agencies and the terms are the same in every size. */
export function smallWorld(more: Partial<Parameters<typeof buildWorld>[0]> = {}): World {
  return buildWorld({ now: NOW, officers: 400, ...more })
}

export function countBy<T>(rows: readonly T[], key: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1
  return counts
}
