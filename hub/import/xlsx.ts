import type { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { Zip } from './zip.js'

export interface XlsxSheet {
  readonly name: string
  /** One row at a time, as the file holds them. */
  readonly rows: AsyncIterable<ExcelJS.Row>
}

export interface Xlsx {
  readonly sheets: AsyncIterable<XlsxSheet>
  readonly definedNames: readonly string[]
  close(): Promise<void>
}

type SheetReader = AsyncIterable<ExcelJS.Row>

/** The parts of exceljs's streaming reader, asked one by one: in the right order whatever that of the archive is. */
interface Parts {
  readonly model: {
    readonly sheets?: readonly { readonly name: string; readonly rId: string }[]
    readonly definedNames?: readonly { readonly name: string }[]
  }
  readonly workbookRels: readonly { readonly Id: string; readonly Target: string }[]
  _parseRels(part: Readable): Promise<void>
  _parseWorkbook(part: Readable): Promise<void>
  _parseStyles(part: Readable): Promise<void>
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>
  _parseWorksheet(part: Readable, number: string): Iterable<{ readonly value: SheetReader }>
}

const WORKSHEET = /(?:^|\/)worksheets\/sheet(\d+)\.xml$/

function parts(): Parts {
  return new ExcelJS.stream.xlsx.WorkbookReader('', {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  }) as unknown as Parts
}

async function* sheetsOf(zip: Zip, reader: Parts): AsyncGenerator<XlsxSheet> {
  for (const { name, rId } of reader.model.sheets ?? []) {
    const target = reader.workbookRels.find(({ Id }) => Id === rId)?.Target ?? ''
    const number = WORKSHEET.exec(target)?.[1]
    // A chart sheet is a sheet without rows.
    if (number === undefined) continue
    const part = await zip.text(`xl/worksheets/sheet${number}.xml`)
    for (const { value: rows } of reader._parseWorksheet(part, number)) yield { name, rows }
  }
}

/** Names and strings are read at once, sheets as they are asked for. Throws for what is no workbook. */
export async function openXlsx(path: string): Promise<Xlsx> {
  const zip = await Zip.open(path)
  try {
    const reader = parts()
    await reader._parseRels(await zip.text('xl/_rels/workbook.xml.rels'))
    await reader._parseWorkbook(await zip.text('xl/workbook.xml'))
    if (zip.has('xl/styles.xml')) await reader._parseStyles(await zip.text('xl/styles.xml'))
    if (zip.has('xl/sharedStrings.xml')) {
      // Kept by the reader as they come.
      for await (const event of reader._parseSharedStrings(await zip.text('xl/sharedStrings.xml'))) void event
    }
    return {
      sheets: sheetsOf(zip, reader),
      definedNames: (reader.model.definedNames ?? []).map(({ name }) => name),
      close: () => zip.close(),
    }
  } catch (error) {
    await zip.close()
    throw error
  }
}
