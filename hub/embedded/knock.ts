import pg from 'pg'

/**
 * ANSWERS: a database takes a query. NOBODY: no process listens at the socket; the system says so at once, however busy the
 * process is. SILENT: somebody listens, and is too busy to answer or does not speak PostgreSQL.
 */
export type Heard = 'ANSWERS' | 'NOBODY' | 'SILENT'

/** Milliseconds until a listener counts as silent. */
const PATIENCE = 2_000
const NO_LISTENER = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTDIR'])

export async function knock(url: string): Promise<Heard> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return 'ANSWERS'
  } catch (error) {
    return NO_LISTENER.has((error as NodeJS.ErrnoException).code ?? '') ? 'NOBODY' : 'SILENT'
  } finally {
    await client.end().catch(() => undefined)
  }
}
