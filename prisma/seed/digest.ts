import { createHash } from 'node:crypto'
import type { World } from './rows.js'

/** SHA-256 over every row of every table: equal for equal worlds. */
export function digestOf(world: World): string {
  const hash = createHash('sha256')
  for (const [table, rows] of Object.entries(world)) {
    hash.update(table)
    for (const row of rows as readonly object[]) hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}
