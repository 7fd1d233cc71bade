import { userInfo } from 'node:os'
import pg from 'pg'
import type { Clock } from '../contract/clock.js'
import type { Config } from './config.js'
import { openDatabase, type OpenDatabase } from './database.js'
import { ensureDemoWorld } from './demo-world.js'
import { type ImportReport, runImport } from './import/index.js'
import type { Progress } from './import/profile.js'

export interface ListImport {
  readonly profile: string
  readonly file: string
  /** False: compare and report, write nothing. */
  readonly apply: boolean
  readonly realData: boolean
  readonly config: Config
  readonly clock: Clock
  readonly progress: Progress
  /** What is being done besides reading, in a few words. */
  readonly step: (text: string) => void
}

/** The account that runs the command: it stands with every assertion that the import makes. */
function operator(): string {
  try {
    return `operator:${userInfo().username}`
  } catch {
    // A container may run under a number that has no name.
    return 'operator'
  }
}

async function openFor({ config, clock, step }: ListImport): Promise<OpenDatabase> {
  step('opening the database')
  const database = await openDatabase(config, clock)
  try {
    // First, because a world is written into an empty database only: a list must not be in its place.
    if (database.mode === 'DEMO') await ensureDemoWorld(database.ownerUrl, clock, step)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/**
 * Imports a file into the database of the configuration, or says what importing it would do. The file is read and
 * mapped first: a wrong one is refused before a database is opened. Where a hub has the embedded database open, the
 * import goes through it.
 * @throws ComityError IMPORT_WRONG_FILE, IMPORT_REAL_DATA, BAD_INPUT (profile), and those of opening the database
 */
export async function importList(request: ListImport): Promise<ImportReport> {
  const closers: (() => Promise<void>)[] = []
  try {
    return await runImport({
      profile: request.profile,
      file: request.file,
      apply: request.apply,
      realData: request.realData,
      actor: operator(),
      now: request.clock(),
      progress: request.progress,
      connect: async () => {
        const database = await openFor(request)
        closers.push(() => database.close())
        const client = new pg.Client({ connectionString: database.ownerUrl })
        await client.connect()
        closers.push(() => client.end())
        request.step(request.apply ? 'comparing and writing' : 'comparing')
        return client
      },
    })
  } finally {
    for (const close of closers.reverse()) await close()
  }
}
