import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Migration {
  /** The folder's name, `20261124040000_hub`; migrations are applied in the order of their names. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, in hexadecimal, as Prisma writes it. */
  readonly checksum: string
}

/** Prisma's layout: a folder a migration, with `migration.sql` in it. */
export function readMigrations(folder: string = shippedFolder()): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

/** SQL is not compiled: code running from `dist/prisma` reads the source's. */
function shippedFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const beside = join(here, 'migrations')
  return existsSync(beside) ? beside : join(here, '..', '..', 'prisma', 'migrations')
}
