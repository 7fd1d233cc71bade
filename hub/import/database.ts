/** One connection of `pg`; nothing but its own queries is awaited inside a transaction (design.md, Data). */
export interface ImportConnection {
  query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/** Rows for one table: its columns by name. Every row of a batch has the same columns. */
export type TableRow = Readonly<Record<string, unknown>>

const BATCH = 500

function batches(rows: readonly TableRow[]): TableRow[][] {
  const all: TableRow[][] = []
  for (let start = 0; start < rows.length; start += BATCH) all.push(rows.slice(start, start + BATCH))
  return all
}

const quoted = (column: string) => `"${column}"`

/** Table and columns come from this folder's code, never from a file; the values travel as one JSON parameter. */
export async function insertRows(db: ImportConnection, table: string, rows: readonly TableRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map(quoted)
    .join(', ')
  for (const batch of batches(rows)) {
    await db.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(batch)],
    )
  }
}

/** Updates by `id`, every column of the row but the id. */
export async function updateRows(db: ImportConnection, table: string, rows: readonly TableRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  const sets = columns.map((column) => `${quoted(column)} = s.${quoted(column)}`).join(', ')
  for (const batch of batches(rows)) {
    await db.query(
      `update ${table} t set ${sets} from jsonb_populate_recordset(null::${table}, $1::jsonb) s where t.id = s.id`,
      [JSON.stringify(batch)],
    )
  }
}
