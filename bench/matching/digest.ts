import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** What the figures of docs/benchmarks/matching.md rest on: engine, model, how files are read, and what measures. */
const SOURCES = [
  'subgraphs/officers/matching',
  'hub/match-files',
  'hub/screening',
  'bench/matching',
  'bench/screening',
  'prisma/seed/population',
]

/** SHA-256 over path and content of every source, in the order of their paths. */
export function sourcesDigest(): string {
  const paths = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
  ).sort()
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(ROOT, path)))
      .update('\n')
  return hash.digest('hex')
}
