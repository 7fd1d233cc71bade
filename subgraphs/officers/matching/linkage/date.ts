import type { KnownDate } from '../dates.js'
import type { DateOrder } from './row.js'

/** What a cell holds. `unread`: it was not empty, and nothing in it is a date. */
export interface ReadCell {
  readonly date: KnownDate | null
  readonly unread: boolean
}

const EMPTY: ReadCell = { date: null, unread: false }
const UNREAD: ReadCell = { date: null, unread: true }
/** Systems that need a date put one of these where none is known. */
const PLACEHOLDERS = new Set(['19000101', '11111111', '99999999', '00000000'])

/**
 * YYYY-MM-DD, YYYYMMDD, YYYY-MM, YYYY, and by the file's order DD/MM/YYYY or MM/DD/YYYY; a time of day behind it is
 * left out. A part that the calendar does not have (month 43) is kept as it is written: it is a slip of a date, and one
 * digit off is told better from it than from nothing.
 */
export function readDateCell(cell: string, order: DateOrder): ReadCell {
  const text = cell.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '')
  if (text === '') return EMPTY
  const date = yearFirst(text) ?? yearLast(text, order)
  if (PLACEHOLDERS.has(text.replace(/\D/g, ''))) return EMPTY
  return date && date.year >= 1000 && date.year <= 2199 ? { date, unread: false } : UNREAD
}

function yearFirst(text: string): KnownDate | null {
  const parts =
    /^(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?$/.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (!parts) return null
  return { year: Number(parts[1]), month: parts[2] ? Number(parts[2]) : null, day: parts[3] ? Number(parts[3]) : null }
}

/** A part above 12 is no month, whatever the order says. */
function yearLast(text: string, order: DateOrder): KnownDate | null {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (!parts) return null
  const [first, second, year] = parts.slice(1).map(Number) as [number, number, number]
  const asWritten = order === 'dmy' ? { year, month: second, day: first } : { year, month: first, day: second }
  const turned = { year, month: asWritten.day, day: asWritten.month }
  return asWritten.month > 12 && turned.month <= 12 ? turned : asWritten
}

/** YYYYMMDD as far as it is known: what the frequency of a date is counted by. */
export function dateKey({ year, month, day }: KnownDate): string {
  return [year, ...[month, day].map((part) => (part === null ? '' : String(part).padStart(2, '0')))].join('')
}
