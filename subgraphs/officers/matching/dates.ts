import type { PartialDate } from './types.js'

/** A calendar date as far as it is known; `month` and `day` only with the precision that has them. */
export interface KnownDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

const DAY = 86_400_000
/** Systems that need a date put this one where none is known. */
const PLACEHOLDER = '1900-01-01'

/** Null for what is no date of the calendar: unknown is not a disagreement. */
export function readDate(date: PartialDate | null): KnownDate | null {
  if (!date || date.value === PLACEHOLDER) return null
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date.value)
  if (!parts) return null
  const year = Number(parts[1])
  const month = date.precision === 'YEAR' || !parts[2] ? null : Number(parts[2])
  const day = date.precision !== 'DAY' || month === null || !parts[3] ? null : Number(parts[3])
  return isCalendarDate({ year, month, day }) ? { year, month, day } : null
}

/** From a DATE column and its precision; the precision NONE is no date. */
export function partialDate(value: string | null, precision: PartialDate['precision'] | 'NONE'): PartialDate | null {
  return value === null || precision === 'NONE' ? null : { value, precision }
}

/** First and last day (since 1970-01-01) that the date may mean. */
export function dayRange(date: KnownDate): { readonly first: number; readonly last: number } {
  const { year, month, day } = date
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1) / DAY
  if (day !== null) return { first, last: first }
  return { first, last: (month === null ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1)) / DAY - 1 }
}

export function isCalendarDate({ year, month, day }: KnownDate): boolean {
  if (year < 1800) return false
  if (month !== null && (month < 1 || month > 12)) return false
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year, month ?? 1, 0)).getUTCDate())
}
