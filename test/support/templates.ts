import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '../../hub/config.js'
import { openDatabase } from '../../hub/database.js'
import { openCurrentPolicy } from '../../hub/policy.js'
import { openPrisma } from '../../prisma/client.js'
import { urlForDatabase } from '../../prisma/connection.js'
import { seedDemo } from '../../prisma/seed/index.js'
import { TEST_NOW } from './now.js'
import { personsInDatabase } from './persons.js'
import { startCluster } from './postgres.js'

/** What tests copy: a folder of the embedded database, or a database of the cluster; with the demo world, and without. */
export type Templates = {
  readonly world: string
  readonly empty: string
  /** File of the persons in the world (persons.ts). */
  readonly persons: string
} & ({ readonly kind: 'EMBEDDED' } | { readonly kind: 'POSTGRES'; readonly server: string })

export interface BuiltTemplates {
  readonly templates: Templates
  remove(): void
}

const clock = () => TEST_NOW

/** Built once a run: migrations, rules in force and the demo world take longer than any test. */
export async function buildTemplates(): Promise<BuiltTemplates> {
  return process.env['COMITY_TEST_DATABASE'] === 'postgres' ? onCluster() : embedded()
}

async function embedded(): Promise<BuiltTemplates> {
  const root = mkdtempSync(join(tmpdir(), 'comity-world-'))
  const [empty, world] = [join(root, 'empty'), join(root, 'world')]
  await migrated({ COMITY_DATA_DIR: empty })
  cpSync(empty, world, { recursive: true })
  const persons = join(root, 'persons.json')
  await withWorld({ COMITY_DATA_DIR: world }, persons)
  return {
    templates: { kind: 'EMBEDDED', empty, world, persons },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

async function onCluster(): Promise<BuiltTemplates> {
  const cluster = startCluster()
  const root = mkdtempSync(join(tmpdir(), 'comity-world-'))
  const persons = join(root, 'persons.json')
  const remove = () => {
    cluster.stop()
    rmSync(root, { recursive: true, force: true })
  }
  const env = (name: string) => ({ DATABASE_URL: urlForDatabase(cluster.url, name), COMITY_MODE: 'DEMO' })
  try {
    await onServer(cluster.url, 'CREATE DATABASE template_empty')
    await migrated(env('template_empty'))
    await onServer(cluster.url, 'CREATE DATABASE template_world TEMPLATE template_empty')
    await withWorld(env('template_world'), persons)
  } catch (error) {
    remove()
    throw error
  }
  return {
    templates: { kind: 'POSTGRES', server: cluster.url, empty: 'template_empty', world: 'template_world', persons },
    remove,
  }
}

async function migrated(env: Record<string, string>): Promise<void> {
  const database = await openDatabase(readConfig(env), clock)
  try {
    const prisma = openPrisma({ url: database.ownerUrl, max: 2 })
    const policy = await openCurrentPolicy(prisma.client, clock)
    policy.stop()
    await prisma.close()
  } finally {
    await database.close()
  }
}

async function withWorld(env: Record<string, string>, persons: string): Promise<void> {
  const database = await openDatabase(readConfig(env), clock)
  try {
    await seedDemo({ url: database.ownerUrl, now: TEST_NOW })
    writeFileSync(persons, JSON.stringify(await personsInDatabase(database.ownerUrl)))
  } finally {
    await database.close()
  }
}

/** One statement on the server itself, outside any database under test. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
