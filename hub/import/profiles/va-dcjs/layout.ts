import type { Cell } from './dates.js'

export type RowKind = 'BLANK' | 'TITLE' | 'HEADER' | 'SEPARATOR' | 'DATA'

const HEADERS = ['last name', 'first name', 'middle initial', 'agency', 'function', 'decert date', 'status', 'reason']

/** How many columns the header names, or 0: Reinstated has no Reason. */
export function headerColumns(cells: readonly Cell[]): number {
  const words = cells.map((cell) => (typeof cell === 'string' ? cell.toLowerCase().replace(/\s+/g, ' ').trim() : ''))
  const count = HEADERS.findIndex((header, index) => words[index] !== header)
  const columns = count === -1 ? HEADERS.length : count
  return columns >= 7 ? columns : 0
}

/**
 * Titles and year separators are merged over the row: the streaming reader gives the value once, others repeat it, so a
 * row with one distinct value is layout. Before the header everything is title.
 */
export function rowKind(cells: readonly Cell[], headerSeen: boolean): RowKind {
  const values = cells.filter((cell) => cell !== null && !(typeof cell === 'string' && cell.trim() === ''))
  if (values.length === 0) return 'BLANK'
  if (headerColumns(cells) > 0) return 'HEADER'
  if (!headerSeen) return 'TITLE'
  const distinct = new Set(values.map((value) => (value instanceof Date ? value.getTime() : value)))
  return distinct.size === 1 ? 'SEPARATOR' : 'DATA'
}
