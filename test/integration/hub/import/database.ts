import pg from 'pg'
import type { OpenDatabase } from '../../../../hub/database.js'
import { runImport, type ImportReport, type ImportRequest } from '../../../../hub/import/index.js'
import { freshDatabase, type TestDatabase } from '../../../support/database.js'
import { TEST_NOW } from '../../../support/now.js'

/** A database to import into, and to look into. */
export interface ListDatabase {
  readonly under: TestDatabase
  readonly open: OpenDatabase
  readonly client: pg.Client
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>
  /** The one value of the one row. */
  value(sql: string, values?: unknown[]): Promise<unknown>
  run(file: string, more?: Partial<ImportRequest>): Promise<ImportReport>
  close(): Promise<void>
}

export async function listDatabase({ world = false } = {}): Promise<ListDatabase> {
  const under = await freshDatabase({ world })
  const open = await under.open()
  const client = new pg.Client({ connectionString: open.ownerUrl })
  await client.connect()
  const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
    (await client.query<Row>(sql, values)).rows
  return {
    under,
    open,
    client,
    rows,
    value: async (sql, values) => Object.values((await rows<object>(sql, values))[0] ?? {})[0] as unknown,
    run: (file, request) =>
      runImport({
        profile: 'va-dcjs',
        file,
        apply: true,
        realData: true,
        actor: 'test',
        now: TEST_NOW,
        progress: () => undefined,
        connect: () => Promise.resolve(client),
        ...request,
      }),
    async close() {
      await client.end()
      await open.close()
      await under.drop()
    },
  }
}

/** Records of each type that imports have left, and how many versions they have between them. */
export async function counts(database: ListDatabase): Promise<Record<string, number>> {
  const [row] = await database.rows<Record<string, number>>(`
    select (select count(*)::int from agencies.agency) as agencies,
           (select count(*)::int from officers.officer) as officers,
           (select count(*)::int from officers.identity_record) as records,
           (select count(*)::int from officers.employment) as spells,
           (select count(*)::int from credentials.certification) as certifications,
           (select count(*)::int from credentials.certification_status) as statuses,
           (select count(*)::int from incidents.incident) as incidents,
           (select count(*)::int from incidents.assertion) + (select count(*)::int from officers.assertion)
             + (select count(*)::int from credentials.assertion) + (select count(*)::int from agencies.assertion)
             as assertions`)
  return row ?? {}
}
