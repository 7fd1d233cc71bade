import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type ExcelJS from 'exceljs'
import { ComityError } from '../../../../contract/errors.js'
import type { TabCount } from '../../plan.js'
import type { Progress } from '../../profile.js'
import { openXlsx, type XlsxSheet } from '../../xlsx.js'
import type { Cell } from './dates.js'
import { headerColumns, rowKind } from './layout.js'
import type { SourceRow } from './source-row.js'
import type { ListName } from './status.js'
import { cleanText } from './text.js'

/** Columns of the list. The merged year rows of the real workbook reach to column 16,384: nothing beyond is read. */
const WIDTH = 8

/** What tells a tab's list; its name changes from release to release. */
const LISTS: readonly { readonly list: ListName; readonly name: RegExp }[] = [
  { list: 'REINSTATED', name: /reinstated/i },
  { list: 'PENDING', name: /pending/i },
  { list: 'FINALIZED', name: /finalized|prior/i },
]

export const EXPECTED_WORKBOOK =
  'Expected an .xlsx workbook with tabs for Finalized, Pending, Prior and Reinstated, each with the columns ' +
  'Last Name, First Name, Middle Initial, Agency, Function, Decert Date, STATUS.'

/** Rich text, links and formulas are taken for the text or result they show. */
export function cellOf(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value
  if (typeof value === 'boolean') return String(value)
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('hyperlink' in value) return cellOf(value.text)
  if ('result' in value) return cellOf(value.result)
  return null
}

export interface SourceFile {
  readonly rows: readonly SourceRow[]
  readonly tabs: readonly TabCount[]
  readonly synthetic: boolean
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** A title row that says SYNTHETIC and the defined name of demo/make-va-dcjs-synthetic.ts; both, so that neither is chance. */
const MARKER_TEXT = 'SYNTHETIC'
const MARKER_NAME = 'COMITY_SYNTHETIC'

interface Tab {
  readonly count: TabCount
  readonly rows: readonly SourceRow[]
  readonly marked: boolean
}

async function readTab(sheet: XlsxSheet, progress: Progress): Promise<Tab> {
  const name = cleanText(sheet.name).text
  const list = LISTS.find((each) => each.name.test(name))?.list
  if (!list) throw new ComityError('IMPORT_WRONG_FILE', `A tab is of no known list. ${EXPECTED_WORKBOOK}`)
  const rows: SourceRow[] = []
  let columns = 0
  let layout = 0
  let marked = false
  for await (const row of sheet.rows) {
    const cells = Array.from({ length: WIDTH }, (_, index) => cellOf(row.getCell(index + 1).value))
    const kind = rowKind(cells, columns > 0)
    if (kind === 'HEADER') columns = headerColumns(cells)
    if (kind === 'TITLE') marked ||= cells.some((cell) => typeof cell === 'string' && cell.includes(MARKER_TEXT))
    if (kind !== 'DATA') {
      layout++
      continue
    }
    const [family, given, middle, agency, fn, decertDate, status, reason] = cells as [
      Cell,
      Cell,
      Cell,
      Cell,
      Cell,
      Cell,
      Cell,
      Cell,
    ]
    rows.push({
      tab: name,
      row: row.number,
      list,
      family,
      given,
      middle,
      agency,
      function: fn,
      decertDate,
      status,
      reason,
    })
    if (rows.length % 100 === 0) progress({ tab: name, rows: rows.length })
  }
  if (columns === 0) throw new ComityError('IMPORT_WRONG_FILE', `A tab has no header row. ${EXPECTED_WORKBOOK}`)
  progress({ tab: name, rows: rows.length })
  return { count: { tab: name, rows: rows.length, skippedLayoutRows: layout }, rows, marked }
}

async function readTabs(path: string, progress: Progress): Promise<{ tabs: Tab[]; named: boolean }> {
  const workbook = await openXlsx(path)
  try {
    const tabs: Tab[] = []
    for await (const sheet of workbook.sheets) tabs.push(await readTab(sheet, progress))
    return { tabs, named: workbook.definedNames.includes(MARKER_NAME) }
  } finally {
    await workbook.close()
  }
}

/** Streams the workbook, one row at a time. */
export async function readWorkbook(path: string, progress: Progress): Promise<SourceFile> {
  const { tabs, named } = await readTabs(path, progress).catch((error: unknown) => {
    if (error instanceof ComityError) throw error
    throw new ComityError('IMPORT_WRONG_FILE', `It cannot be read as a workbook. ${EXPECTED_WORKBOOK}`)
  })
  const found = new Set(tabs.flatMap((tab) => tab.rows.map((row) => row.list)))
  const missing = LISTS.filter(({ list }) => !found.has(list)).map(({ list }) => list)
  if (missing.length > 0) {
    throw new ComityError('IMPORT_WRONG_FILE', `No rows for: ${missing.join(', ')}. ${EXPECTED_WORKBOOK}`)
  }
  return {
    rows: tabs.flatMap((tab) => tab.rows),
    tabs: tabs.map((tab) => tab.count),
    synthetic: named && tabs.every((tab) => tab.marked),
  }
}
