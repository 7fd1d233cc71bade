/** One connection of `pg`; nothing but its own queries is awaited inside a transaction (design.md, Data). */
export interface ImportConnection {
  query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/** Rows for one table: its columns by name. */
export type TableRow = Readonly<Record<string, unknown>>

const BATCH = 500

/** Batches of rows that have the same columns: a column that a row does not name is left as it is. */
function* batches(rows: readonly TableRow[]): Generator<readonly [columns: readonly string[], batch: TableRow[]]> {
  const byColumns = new Map<string, TableRow[]>()
  for (const row of rows) {
    const key = Object.keys(row).sort().join()
    const alike = byColumns.get(key)
    if (alike) alike.push(row)
    else byColumns.set(key, [row])
  }
  for (const alike of byColumns.values()) {
    const columns = Object.keys(alike[0] ?? {})
    for (let start = 0; start < alike.length; start += BATCH) yield [columns, alike.slice(start, start + BATCH)]
  }
}

const quoted = (column: string) => `"${column}"`

/** Table and columns come from this folder's code, never from a file; the values travel as one JSON parameter. */
export async function insertRows(db: ImportConnection, table: string, rows: readonly TableRow[]): Promise<void> {
  for (const [names, batch] of batches(rows)) {
    const columns = names.map(quoted).join(', ')
    await db.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(batch)],
    )
  }
}

/** Updates by `id`, every column that the row names but the id. */
export async function updateRows(db: ImportConnection, table: string, rows: readonly TableRow[]): Promise<void> {
  for (const [names, batch] of batches(rows)) {
    const columns = names.filter((column) => column !== 'id').map(quoted)
    const sets = columns.map((column) => `${column} = s.${column}`).join(', ')
    await db.query(
      `update ${table} t set ${sets} from jsonb_populate_recordset(null::${table}, $1::jsonb) s where t.id = s.id`,
      [JSON.stringify(batch)],
    )
  }
}
