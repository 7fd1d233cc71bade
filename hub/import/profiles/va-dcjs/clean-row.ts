import { FAR_FUTURE } from '../../../../contract/clock.js'
import type { IssueField } from '../../issue.js'
import { looksLikeAgency, looksLikeFunction } from './agency-cell.js'
import { readDate, type Cell } from './dates.js'
import type { SourceRow } from './source-row.js'
import { cleanText } from './text.js'

/** A row as clean text; date and status keep their type, because a date in the wrong column must be seen as one. */
export interface CleanRow {
  readonly family: string
  readonly given: string
  readonly middle: string
  readonly agency: string
  readonly function: string
  readonly reason: string
  readonly decertDate: Cell
  readonly status: Cell
  /** For the record: the text, or the date of a shifted cell in one form whether workbook or CSV wrote it. */
  readonly statusRaw: string | null
  /** The text cells do not fit their columns. */
  readonly shifted: boolean
  readonly repaired: readonly IssueField[]
}

const TEXT_CELLS = [
  ['family', 'name'],
  ['given', 'name'],
  ['middle', 'name'],
  ['agency', 'agency'],
  ['function', 'function'],
  ['reason', 'reason'],
] as const satisfies readonly (readonly [keyof SourceRow, IssueField])[]

function textOf(cell: Cell): string {
  if (cell === null) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

function typed(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  const { text } = cleanText(cell)
  return text === '' ? null : text
}

/** A shifted date is kept as it is written, whether or not it lies ahead. */
function rawStatus(cell: Cell): string | null {
  if (cell === null || (typeof cell === 'string' && !/^\d{5}$/.test(cell))) return cell
  const date = readDate(cell, FAR_FUTURE)
  return date.kind === 'DATE' ? date.on : textOf(cell)
}

export function cleanRow(source: SourceRow): CleanRow {
  const repaired: IssueField[] = []
  const cells = Object.fromEntries(
    TEXT_CELLS.map(([key, field]) => {
      const { text, repaired: fixed } = cleanText(textOf(source[key]))
      if (fixed) repaired.push(field)
      return [key, text]
    }),
  ) as Record<(typeof TEXT_CELLS)[number][0], string>
  const status = typed(source.status)
  return {
    ...cells,
    decertDate: typed(source.decertDate),
    status,
    statusRaw: rawStatus(status),
    shifted: looksLikeFunction(cells.agency) || looksLikeAgency(cells.function) || looksLikeAgency(cells.given),
    repaired,
  }
}
