import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Config, readConfig } from '../../hub/config.js'
import { openDatabase, type OpenDatabase } from '../../hub/database.js'
import { pgliteFolder } from '../../hub/embedded/open-embedded.js'
import { urlForDatabase } from '../../prisma/connection.js'
import { TEST_NOW } from './now.js'
import { onServer } from './templates.js'

export interface TestDatabase {
  readonly kind: 'EMBEDDED' | 'POSTGRES'
  /** What a process needs to open it: keys and, embedded, the database lie in COMITY_DATA_DIR. */
  readonly env: Readonly<Record<string, string>>
  readonly config: Config
  /** Opens it as the hub does. Close it before `drop`. */
  open(progress?: (step: string) => void): Promise<OpenDatabase>
  drop(): Promise<void>
}

let made = 0

/** A database of the test's own, migrated and with the rules in force. `world`: with the demo world, unless false. */
export async function freshDatabase({ world = true } = {}): Promise<TestDatabase> {
  const templates = inject('templates')
  const dataDir = mkdtempSync(join(tmpdir(), 'comity-test-'))
  const template = world ? templates.world : templates.empty
  let env: Record<string, string> = { COMITY_DATA_DIR: dataDir }
  let dropDatabase = () => Promise.resolve()
  if (templates.kind === 'EMBEDDED') {
    cpSync(pgliteFolder(template), pgliteFolder(dataDir), { recursive: true })
  } else {
    const { server } = templates
    const name = `test_${process.pid}_${++made}`
    await createFrom(server, name, template)
    env = { ...env, DATABASE_URL: urlForDatabase(server, name), COMITY_MODE: 'DEMO' }
    dropDatabase = () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
  const config = readConfig({ ...env, PORT: '0', COMITY_LOG_LEVEL: 'silent' })
  return {
    kind: templates.kind,
    env,
    config,
    open: (progress) => openDatabase(config, () => TEST_NOW, progress),
    async drop() {
      await dropDatabase()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL copies one template at a time; test files run beside each other. */
async function createFrom(server: string, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`)
    } catch (error) {
      if (attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
