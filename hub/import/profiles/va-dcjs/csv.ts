import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse'
import { ComityError } from '../../../../contract/errors.js'
import type { TabCount } from '../../plan.js'
import type { Progress } from '../../profile.js'
import type { DirectoryRow, SourceRow } from './source-row.js'

const LIST_COLUMNS = ['last_name', 'first_name', 'middle_initial', 'agency', 'function', 'decert_date', 'status']
const DIRECTORY_COLUMNS = ['place_of_employment', 'certified_officers_jailors']

export const EXPECTED_CSV =
  `Expected a CSV with the columns ${LIST_COLUMNS.join(', ')} (and reason, or recert_date), ` +
  `or with ${DIRECTORY_COLUMNS.join(', ')}.`

export interface CsvFile {
  readonly rows: readonly SourceRow[]
  readonly directory: readonly DirectoryRow[]
  readonly tabs: readonly TabCount[]
  /** Bytes that are no UTF-8: the file was read as Windows-1252. */
  readonly windows1252: boolean
}

/** Whether every chunk decodes as UTF-8; a first pass, because a record may be handed on before the bad byte comes. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

/** R writes a missing value as unquoted NA; a quoted "NA" is text. */
type Field = string | null

async function* records(path: string, encoding: string): AsyncGenerator<Record<string, Field>> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: false })
  const parser = parse({
    columns: true,
    bom: true,
    relax_column_count: false,
    // All of them: a file put together from two may change its line ends half-way.
    record_delimiter: ['\r\n', '\n', '\r'],
    cast: (value, context): Field => (value === 'NA' && !context.quoting && !context.header ? null : value),
  })
  const pump = (async () => {
    try {
      for await (const chunk of createReadStream(path)) parser.write(decoder.decode(chunk as Buffer, { stream: true }))
      parser.end(decoder.decode())
    } catch (error) {
      parser.destroy(error as Error)
    }
  })()
  for await (const record of parser) yield record as Record<string, Field>
  await pump
}

const has = (record: Record<string, Field>, columns: readonly string[]) => columns.every((column) => column in record)

/** `fixed_date` and `recert_date` are somebody else's reading of the date and status; only the source's own cells are read. */
export async function readCsv(path: string, progress: Progress): Promise<CsvFile> {
  const tab = basename(path)
  const windows1252 = !(await isUtf8(path))
  const rows: SourceRow[] = []
  const directory: DirectoryRow[] = []
  let line = 1
  try {
    for await (const record of records(path, windows1252 ? 'windows-1252' : 'utf-8')) {
      line++
      if (has(record, DIRECTORY_COLUMNS)) {
        directory.push({
          tab,
          row: line,
          agency: record['place_of_employment'] ?? '',
          certified: record['certified_officers_jailors'] ?? null,
        })
      } else if (has(record, LIST_COLUMNS) && ('reason' in record || 'recert_date' in record)) {
        rows.push({
          tab,
          row: line,
          list: 'reason' in record ? 'FINALIZED' : 'REINSTATED',
          // A surname may well be Na: only a middle initial can be missing.
          family: record['last_name'] ?? 'NA',
          given: record['first_name'] ?? 'NA',
          middle: record['middle_initial'] ?? null,
          agency: record['agency'] ?? null,
          function: record['function'] ?? null,
          decertDate: record['decert_date'] ?? null,
          status: record['status'] ?? null,
          reason: record['reason'] ?? null,
        })
      } else throw new ComityError('IMPORT_WRONG_FILE', EXPECTED_CSV)
      if (line % 100 === 0) progress({ tab, rows: line - 1 })
    }
  } catch (error) {
    if (error instanceof ComityError) throw error
    throw new ComityError('IMPORT_WRONG_FILE', `It cannot be read as CSV, after record ${line - 1}. ${EXPECTED_CSV}`)
  }
  if (line === 1) throw new ComityError('IMPORT_WRONG_FILE', `It holds no rows. ${EXPECTED_CSV}`)
  progress({ tab, rows: line - 1 })
  return { rows, directory, tabs: [{ tab, rows: line - 1, skippedLayoutRows: 1 }], windows1252 }
}
