import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'data')

/** A data set that lies beside the repository and never in it; null where it is absent. */
export function sharedRows(file: string): Record<string, string>[] | null {
  const path = join(FOLDER, file)
  if (!existsSync(path)) return null
  return parse(readFileSync(path), { columns: true, trim: true, bom: true })
}
