import { basename } from 'node:path'
import { Readable, pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { LinkageRow } from '../../subgraphs/officers/matching/linkage/index.js'
import { type Columns, KNOWN_FIELDS } from './columns.js'
import { repaired } from './mojibake.js'
import { delimiterOf, type Encoding, encodingOf, textOf } from './text-file.js'
import { wrongFile } from './wrong-file.js'

export interface FileRow {
  /** From 0, the header not counted. */
  readonly ordinal: number
  /** From 1, the header counted; of a row with line breaks in a cell, its last. */
  readonly line: number
  readonly row: LinkageRow
  /** Cells in which UTF-8 that somebody had read as Latin-1 was put right. */
  readonly repairedCells: number
}

/** Rows that can be gone through as often as it takes, in the same order. */
export interface RowSource {
  readonly path: string
  /** As progress names it. */
  readonly name: string
  readonly rows: () => AsyncIterable<FileRow>
}

export interface CsvSource extends RowSource {
  readonly encoding: Encoding
}

interface InputFile {
  readonly path: string
  readonly encoding: Encoding
  readonly delimiter: string
  readonly columns: Columns
}

/** @throws ComityError MATCH_FILE_REFUSED where it cannot be read or is no text */
export async function openFile(path: string, columns: Columns): Promise<CsvSource> {
  const encoding = await encodingOf(path)
  const file = { path, encoding, delimiter: await delimiterOf(path, encoding), columns }
  return { path, name: basename(path), encoding, rows: () => readRows(file) }
}

/** Characters of one row: a quotation mark that is never closed must not fill the memory. */
const ROW_MAX = 1_000_000

// Of csv-parse's errors the codes alone are used: its messages repeat the cell.
const FAULTS: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'something follows the quotation mark that closes a cell',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that is not quoted; quote the cell and double the mark',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'it has more or fewer cells than the header',
}

type Cells = readonly string[]

/**
 * The rows of a file in their order, one at a time. The header's names are compared as they are written, and then
 * without regard to case.
 * @throws ComityError MATCH_FILE_REFUSED with the line: quotes, cells of a row, columns; none at all
 */
async function* readRows(file: InputFile): AsyncGenerator<FileRow> {
  let line = 0
  const parser = parse({
    delimiter: file.delimiter,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: ROW_MAX,
    // All of them: a file put together from two may change its line ends half-way.
    record_delimiter: ['\r\n', '\n', '\r'],
    // The line goes before the cells: nothing else comes out of the parser.
    on_record: (cells: string[], { lines }) => [String(lines), ...cells],
  })
  pipeline(Readable.from(textOf(file.path, file.encoding)), parser, () => undefined)
  let header: Header | null = null
  let ordinal = 0
  try {
    for await (const record of parser) {
      const [at, ...cells] = record as [string, ...string[]]
      line = Number(at)
      if (header === null) header = readHeader(file, cells, line)
      else yield { ordinal: ordinal++, line, ...rowOf(header, cells) }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw fault(file, error, line)
  }
  if (header === null) throw wrongFile(file.path, null, 'it is empty')
  if (ordinal === 0) throw wrongFile(file.path, null, 'it has a header and no rows')
}

/** `after`: the line of the last row that was read. */
function fault({ path }: InputFile, { code, lines }: CsvError & { readonly lines?: number }, after: number): unknown {
  const known = FAULTS[code]
  if (known !== undefined) return wrongFile(path, lines ?? after + 1, known)
  // Never closed, or closed by the quotation mark of another row: where it begins is known, the end says nothing.
  return wrongFile(path, after + 1, 'a cell begins with a quotation mark and does not end; or the row is too long')
}

interface Header {
  /** Index of the cell by field. */
  readonly at: ReadonlyMap<string, number>
  readonly extras: readonly string[]
}

function readHeader({ path, columns }: InputFile, cells: Cells, line: number): Header {
  const at = new Map([...columns].map(([field, column]) => [field, columnAt(path, cells, column, line)]))
  const extras = [...columns.keys()].filter((field) => !KNOWN_FIELDS.some((known) => known === field))
  return { at, extras }
}

function columnAt(path: string, cells: Cells, column: string, line: number): number {
  const alike = [(name: string) => name === column, (name: string) => name.toLowerCase() === column.toLowerCase()]
  for (const same of alike) {
    const found = cells.flatMap((name, index) => (same(name) ? [index] : []))
    const [only] = found
    if (found.length > 1) throw wrongFile(path, line, `${found.length} columns are called "${column}"`)
    if (only !== undefined) return only
  }
  // The header itself is not shown: where a file has none, it is somebody's row.
  throw wrongFile(path, line, `none of its ${cells.length} columns is called "${column}"`)
}

function rowOf({ at, extras }: Header, cells: Cells): Pick<FileRow, 'row' | 'repairedCells'> {
  let repairedCells = 0
  const raw = (field: string): string => cells[at.get(field) ?? -1] ?? ''
  const cell = (field: string): string => {
    const written = raw(field)
    const right = repaired(written)
    if (right !== null) repairedCells++
    return right ?? written
  }
  const row = {
    // As written, whatever it is: the output is joined with the file by it.
    id: raw('id'),
    given: cell('given'),
    middle: cell('middle'),
    family: cell('family'),
    suffix: cell('suffix'),
    dateOfBirth: cell('dob'),
    certificate: cell('certificate'),
    extra: Object.fromEntries(extras.map((field) => [field, cell(field)])),
  }
  return { row, repairedCells }
}
