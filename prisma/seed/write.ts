import type { ClientBase } from 'pg'
import type { TableName } from './rows.js'

/** In the order in which foreign keys let the tables be written. */
export const TABLES: readonly TableName[] = [
  'agencies.jurisdiction',
  'agencies.agency',
  'agencies.agency_ori',
  'hub.participation',
  'hub.owner_authorization',
  'officers.officer',
  'officers.identity_record',
  'officers.identity_alias',
  'officers.identity_certificate',
  'officers.employment',
  'credentials.certification',
  'credentials.certification_status',
  'credentials.agency_credential',
  'credentials.assertion',
  'incidents.incident',
  'incidents.separation_ledger',
  'incidents.assertion',
  'hub.subject_link',
]

const BATCH = 1_000

/** `ownerJurisdiction` -> `owner_jurisdiction`: how prisma/schema maps every field of these tables. */
function column(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** One parameter of JSON per batch: no limit on the number of parameters, and one plan whatever the batch's size. */
export function insertStatement(table: TableName, fields: readonly string[]): string {
  const columns = fields.map((field) => `"${column(field)}"`).join(', ')
  return `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`
}

export function toJson(rows: readonly object[], fields: readonly string[]): string {
  const names = fields.map((field) => [field, column(field)] as const)
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(names.map(([field, name]) => [name, (row as Record<string, unknown>)[field]])),
    ),
  )
}

/** Writes rows of a table in batches. Parents come before children within a table that refers to itself. */
export async function writeRows(
  client: ClientBase,
  table: TableName,
  rows: readonly object[],
  written: (rows: number) => void = () => undefined,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const fields = Object.keys(first)
  const statement = insertStatement(table, fields)
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    await client.query(statement, [toJson(batch, fields)])
    written(batch.length)
  }
}
