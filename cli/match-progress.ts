import type { ComparisonProgress } from '../hub/match-files.js'
import { importProgress } from './import-progress.js'

/** On the terminal alone: rows while reading, whose number is not known before; then the share of the work that is done. */
export function matchProgress(terminal: NodeJS.WritableStream | undefined): ComparisonProgress & { stop(): void } {
  const line = importProgress(terminal)
  return {
    reading: ({ name }, rows) => line.rows(name, rows),
    comparing: (share) => line.step(`comparing: ${Math.floor(share * 100)} %`),
    stop: () => line.stop(),
  }
}
