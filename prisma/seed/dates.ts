/** `YYYY-MM-DD`, as DATE columns are written. */
export type Day = string

/**
 * The world's history (careers, birth dates, final decisions) lies before this day and never moves, so that names,
 * dates and the documentation's output stay true. What a window governs (a live separation pointer, a pending matter,
 * a consent in force) is placed relative to the day on which the world is created.
 */
export const WORLD_DATE: Day = '2026-01-01'

export const FAR_PAST_DAY: Day = '1000-01-01'
export const FAR_FUTURE_DAY: Day = '9999-12-31'

const DAY_MS = 86_400_000

export function toNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

export function fromNumber(days: number): Day {
  return new Date(days * DAY_MS).toISOString().slice(0, 10)
}

export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days)
}

export function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}

/** Midnight UTC, as TIMESTAMPTZ columns are written. */
export function instant(day: Day): string {
  return `${day}T00:00:00.000Z`
}

/** @throws RangeError where the history of the world would lie in the future. */
export function dayOf(now: Date): Day {
  const day = now.toISOString().slice(0, 10)
  if (day < WORLD_DATE) throw new RangeError(`The demo world exists from ${WORLD_DATE} on; the clock says ${day}.`)
  return day
}

export type Precision = 'DAY' | 'MONTH' | 'YEAR' | 'NONE'

/** A date as far as it is known; the unknown part is written as the first of the period. */
export interface Dated {
  readonly value: Day | null
  readonly precision: Precision
}

export const UNDATED: Dated = { value: null, precision: 'NONE' }

export function dated(day: Day, precision: Precision = 'DAY'): Dated {
  if (precision === 'NONE') return UNDATED
  if (precision === 'YEAR') return { value: `${day.slice(0, 4)}-01-01`, precision }
  if (precision === 'MONTH') return { value: `${day.slice(0, 7)}-01`, precision }
  return { value: day, precision }
}

/** First and last day that the date may mean. */
export function bounds(date: Dated): { readonly earliest: Day; readonly latest: Day } {
  if (date.value === null) return { earliest: FAR_PAST_DAY, latest: FAR_FUTURE_DAY }
  if (date.precision === 'YEAR') return { earliest: date.value, latest: `${date.value.slice(0, 4)}-12-31` }
  if (date.precision === 'MONTH') {
    const [year = 0, month = 0] = date.value.split('-').map(Number)
    return { earliest: date.value, latest: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) }
  }
  return { earliest: date.value, latest: date.value }
}
