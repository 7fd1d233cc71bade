import pg from 'pg'
import type { Clock } from '../contract/clock.js'
import { seedDemo, WorldExists } from '../prisma/seed/index.js'

/** Officers between two lines of progress. */
const STEP = 50_000

/**
 * The demo world, written into a database that holds no agency yet. It is one transaction: a process that is killed
 * meanwhile leaves an empty database, and the next start begins again.
 * @param officers their number, instead of the usual one; where there is a world already, it stays as it is
 */
export async function ensureDemoWorld(
  ownerUrl: string,
  clock: Clock,
  progress: (step: string) => void,
  officers?: number,
): Promise<void> {
  if (await hasAgencies(ownerUrl)) {
    if (officers !== undefined) progress('demo world (it was there: its officers stay as many as they are)')
    return
  }
  progress('demo world')
  let told = 0
  const people = (written: number, total: number) => {
    if (written - told < STEP && written < total) return
    told = written
    const what = written < total ? 'demo world' : 'index of the demo world'
    progress(`${what} (${written.toLocaleString('en')} of ${total.toLocaleString('en')} officers written)`)
  }
  try {
    await seedDemo({ url: ownerUrl, now: clock(), people, ...(officers !== undefined && { officers }) })
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
