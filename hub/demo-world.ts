import pg from 'pg'
import type { Clock } from '../contract/clock.js'
import { seedDemo, WorldExists } from '../prisma/seed/index.js'

/**
 * The demo world, written into a database that holds no agency yet. It is one transaction: a process that is killed
 * meanwhile leaves an empty database, and the next start begins again.
 */
export async function ensureDemoWorld(ownerUrl: string, clock: Clock, progress: (step: string) => void): Promise<void> {
  if (await hasAgencies(ownerUrl)) return
  progress('demo world')
  try {
    await seedDemo({ url: ownerUrl, now: clock() })
  } catch (error) {
    // Another process that started at the same time has written it.
    if (!(error instanceof WorldExists)) throw error
  }
}

async function hasAgencies(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM agencies.agency LIMIT 1')
    return rowCount !== 0
  } finally {
    await client.end()
  }
}
