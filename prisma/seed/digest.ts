import { createHash } from 'node:crypto'
import type { World } from './rows.js'

/** What is computed from the rest of the row: another way of keying makes no other world. */
const DERIVED = { matchKeys: undefined, keysVersion: undefined }

/** SHA-256 over every row of every table: equal for equal worlds. */
export function digestOf(world: Partial<World>): string {
  const hash = createHash('sha256')
  for (const [table, rows] of Object.entries(world)) {
    hash.update(table)
    for (const row of rows as readonly object[]) hash.update(JSON.stringify({ ...row, ...DERIVED }))
  }
  return hash.digest('hex')
}
