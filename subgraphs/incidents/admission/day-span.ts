import { epochDay } from '../../../contract/clock.js'
import type { DaySpan } from './input.js'

const DAY = 86_400_000

/** `date` is the first day of the period that `precision` names. */
export interface PartialDay {
  readonly date: Date
  readonly precision: 'DAY' | 'MONTH' | 'YEAR'
}

/** The days that a date of which perhaps only month or year is known may be. */
export function daySpan({ date, precision }: PartialDay): DaySpan {
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth()
  switch (precision) {
    case 'DAY':
      return { earliest: epochDay(date), latest: epochDay(date) }
    case 'MONTH':
      return { earliest: Date.UTC(year, month, 1) / DAY, latest: Date.UTC(year, month + 1, 0) / DAY }
    case 'YEAR':
      return { earliest: Date.UTC(year, 0, 1) / DAY, latest: Date.UTC(year, 11, 31) / DAY }
  }
}

export function spanOrNull(day: PartialDay | null): DaySpan | null {
  return day === null ? null : daySpan(day)
}
