import type { IsoDate } from '../../plan.js'
import { saysNothing } from './text.js'

/** What a cell holds once the reader has taken formats and rich text away. */
export type Cell = string | number | Date | null

export type ReadDate =
  { readonly kind: 'DATE'; readonly on: IsoDate } | { readonly kind: 'NONE' | 'UNREADABLE' | 'FUTURE' }

/** No decertification is older than the statute that provides for it; a serial below is a number, not a date. */
const FIRST_YEAR = 1950
/** Days from Excel's epoch (1899-12-30) to 1970-01-01. */
const EXCEL_OFFSET = 25_569
const DAY = 86_400_000

function fromParts(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

function fromSerial(serial: number): IsoDate | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 100_000) return null
  return new Date((Math.floor(serial) - EXCEL_OFFSET) * DAY).toISOString().slice(0, 10)
}

function fromText(text: string): IsoDate | null {
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text))
  const american = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  if (american) return fromParts(Number(american[3]), Number(american[1]), Number(american[2]))
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return fromParts(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  return null
}

/** A date cell, a serial number (`44200`, also as text in the CSV), month/day/year, or ISO. Two-digit years are not read. */
export function readDate(cell: Cell, now: Date): ReadDate {
  if (cell === null) return { kind: 'NONE' }
  if (typeof cell === 'string' && saysNothing(cell)) return { kind: 'NONE' }
  let on: IsoDate | null
  if (cell instanceof Date) on = Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
  else if (typeof cell === 'number') on = fromSerial(cell)
  else on = fromText(cell)
  if (on === null || Number(on.slice(0, 4)) < FIRST_YEAR || on.length !== 10) return { kind: 'UNREADABLE' }
  return on > now.toISOString().slice(0, 10) ? { kind: 'FUTURE' } : { kind: 'DATE', on }
}
