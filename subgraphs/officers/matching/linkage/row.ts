import type { KnownDate } from '../dates.js'
import { normalizeNumber } from '../features/certificate.js'
import { normalizeParts, type NormalName } from '../normalize.js'
import { dateKey, readDateCell } from './date.js'
import { normalizeExtra } from './extra-value.js'
import { keysOfRow } from './keys.js'

/** One row of a file as it was written. An empty cell is missing. */
export interface LinkageRow {
  readonly id: string
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly suffix: string
  readonly dateOfBirth: string
  readonly certificate: string
  /** Further columns by the name that `--map` gives them: city, email, postcode, phone … */
  readonly extra: Readonly<Record<string, string>>
}

/** How a file writes dates whose parts do not tell: 03/04/1980 is 3 April by `dmy`. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy'

/** A row in comparable form. Plain data, so that a caller may keep it or make it again from the row. */
export interface PreparedRow {
  readonly id: string
  readonly name: NormalName
  readonly birth: KnownDate | null
  readonly certificate: string
  readonly extra: Readonly<Record<string, string>>
  /** Two rows that share none of these are not compared. Strongest first, at most `KEYS_MAX`. */
  readonly keys: readonly string[]
  /** The cell held something that is no date: missing, and to be counted in the summary. */
  readonly unreadDate: boolean
}

/** YYYYMMDD, 0 where it is not known to the day: as `Births` has it. */
export const birthOf = ({ birth }: PreparedRow): number => (birth?.day == null ? 0 : Number(dateKey(birth)))

export interface RowOptions {
  /** Default `ymd`; a date whose parts tell is read as they tell. */
  readonly dates?: DateOrder
}

export function prepareRow(row: LinkageRow, { dates = 'ymd' }: RowOptions = {}): PreparedRow {
  const { given, middle, family, suffix } = row
  const { date: birth, unread } = readDateCell(row.dateOfBirth, dates)
  const comparable = {
    id: row.id,
    name: normalizeParts({ given, middle, family, suffix }),
    birth,
    certificate: normalizeNumber(row.certificate),
    extra: Object.fromEntries(
      Object.entries(row.extra).map(([column, cell]) => [column, normalizeExtra(column, cell)]),
    ),
  }
  return { ...comparable, keys: keysOfRow(comparable), unreadDate: unread }
}
