import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import ExcelJS from 'exceljs'
import {
  FINALIZED_DEFECTS,
  PENDING_DEFECTS,
  PRIOR_DEFECTS,
  REINSTATED_ROWS,
  day,
  plainRows,
  type Defect,
  type SheetRow,
} from './va-dcjs-rows.js'
import { withoutTimes } from './zip-times.js'

/*
 * Writes demo/va-dcjs-synthetic.xlsx: Virginia's list in form, with invented people and agencies, so that a newcomer can
 * import something without real names. Defects of single rows are named in va-dcjs-rows.ts; defects of the layout here:
 *   - a title in rich text, merged over the row; on tab 2 it starts in column B
 *   - a note row and a header with a line break in a cell
 *   - year separators: numbers merged over the row, out of order, repeated; on tab 2 merged on, beyond the list's columns
 *   - rows that are blank but for a format, at the end of every tab
 *   - no Reason column on tab 4; N/A for dates
 * Run: npx tsx demo/make-va-dcjs-synthetic.ts
 */

export const SYNTHETIC_FILE = new URL('./va-dcjs-synthetic.xlsx', import.meta.url)

const COLUMNS = ['Last Name', 'First Name', 'Middle Initial', 'Agency', 'Function', 'Decert Date', 'STATUS', 'Reason']
const BLANK_ROWS = 12
const FIXED = day('2025-04-07')

interface Tab {
  readonly name: string
  readonly title: readonly [string, string]
  readonly titleFrom: 'A' | 'B'
  readonly note: string | null
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
}

const defects = (all: readonly Defect[]): SheetRow[] => all.map(({ row }) => row)

const TABS: readonly Tab[] = [
  {
    name: '1) Finalized - 2021 to Present',
    title: ['TAB 1 - SYNTHETIC PEOPLE, DECERTIFICATION LIST:', '  Finalized- 2021 to Present'],
    titleFrom: 'A',
    note: 'Virginia Code 15.2-1707 Revised and Expanded, Effective March 1, 2021 (form of the list; nobody on it exists)',
    columns: COLUMNS.with(2, 'Middle\nInitial'),
    rows: [
      2021,
      ...plainRows('finalized-2021', 14, '2021-03-01', '2021-12-31', 'Finalized'),
      2022,
      ...plainRows('finalized-2022', 16, '2022-01-01', '2023-12-31', 'Finalized'),
      2024,
      ...plainRows('finalized-2024', 14, '2024-01-01', '2025-03-31', 'FINALIZED'),
      ...defects(FINALIZED_DEFECTS),
    ],
  },
  {
    name: '2) Pending Conclusion',
    title: ['TAB 2 - SYNTHETIC PEOPLE, DECERTIFICATION LIST:', '  PENDING FINALIZATION or APPEAL OUTCOME'],
    titleFrom: 'B',
    note: null,
    columns: COLUMNS,
    rows: [
      2021,
      2022,
      2023,
      ...plainRows('pending', 8, '2023-07-01', '2024-12-31', ''),
      ...defects(PENDING_DEFECTS),
      2025,
      ...plainRows('on-appeal', 6, '2025-01-01', '2025-04-01', 'Appeal Pending'),
    ],
  },
  {
    name: '3) 2020 & Prior',
    title: ['TAB 3 - SYNTHETIC PEOPLE, DECERTIFICATION LIST:', '  2020 & Prior'],
    titleFrom: 'A',
    note: null,
    columns: COLUMNS,
    rows: [...plainRows('prior', 10, '1999-04-01', '2020-12-31', 'Finalized'), ...defects(PRIOR_DEFECTS)],
  },
  {
    name: '4) Reinstated - 2021 to Present',
    title: ['TAB 4 - SYNTHETIC PEOPLE, DECERTIFICATION LIST:', '  Reinstated - 2021 to Present'],
    titleFrom: 'A',
    note: null,
    columns: COLUMNS.slice(0, 7),
    rows: REINSTATED_ROWS,
  },
]

function addTab(workbook: ExcelJS.Workbook, tab: Tab): void {
  const sheet = workbook.addWorksheet(tab.name)
  const last = String.fromCharCode('A'.charCodeAt(0) + tab.columns.length - 1)
  let at = 0
  const merged = (from: string, value: ExcelJS.CellValue) => {
    at++
    sheet.getCell(`${from}${at}`).value = value
    sheet.mergeCells(`${from}${at}:${last}${at}`)
  }
  const [bold, plain] = tab.title
  merged(tab.titleFrom, { richText: [{ font: { bold: true }, text: bold }, { text: plain }] })
  if (tab.note !== null) merged('A', tab.note)
  sheet.getRow(++at).values = [...tab.columns]
  for (const row of tab.rows) {
    if (typeof row === 'number') {
      merged('A', row)
      // On the real tab 2 the separators run on to the last column of the sheet.
      if (tab.titleFrom === 'B' && row === 2021) {
        for (const range of [`I${at}:P${at}`, `Q${at}:X${at}`]) {
          sheet.getCell(range.slice(0, range.indexOf(':'))).value = row + 1
          sheet.mergeCells(range)
        }
      }
    } else if (row !== null) {
      sheet.getRow(++at).values = row.map((cell) =>
        cell !== null && typeof cell === 'object' && 'rich' in cell
          ? { richText: cell.rich.map((text) => ({ text })) }
          : cell === ''
            ? null
            : cell,
      )
      sheet.getCell(`F${at}`).numFmt = 'mm/dd/yyyy'
    }
  }
  for (let blank = 0; blank < BLANK_ROWS; blank++) sheet.getRow(++at).getCell(1).font = { bold: true }
}

/** The same content every time. The marker is a defined name beside the titles: hub/import/profiles/va-dcjs/workbook.ts. */
export function buildSyntheticWorkbook(): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook()
  workbook.created = FIXED
  workbook.modified = FIXED
  workbook.title = 'SYNTHETIC PEOPLE: no one on this list exists'
  for (const tab of TABS) addTab(workbook, tab)
  workbook.definedNames.add("'1) Finalized - 2021 to Present'!$A$1", 'COMITY_SYNTHETIC')
  return workbook
}

/** The file, byte for byte the same every time. */
export async function syntheticWorkbookBytes(): Promise<Buffer> {
  return withoutTimes(Buffer.from(await buildSyntheticWorkbook().xlsx.writeBuffer()))
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile(SYNTHETIC_FILE, await syntheticWorkbookBytes())
}
