import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A policy set as text. Names are paths within `policy/`: `rules/own.cedar`, `jurisdictions/US-CA.cedar`. */
export interface PolicyFiles {
  readonly schema: string
  readonly policies: Readonly<Record<string, string>>
  /** Bundle file -> id of the publication by which its jurisdiction's policy officer signed for it. */
  readonly attested?: Readonly<Record<string, string>>
  /** Sources in the repository that a citation may be CHECKED against: path in the repository -> SHA-256, hex. */
  readonly sources?: Readonly<Record<string, string>>
}

export const SCHEMA_FILE = 'schema.cedarschema'
const FOLDERS = ['rules', 'jurisdictions'] as const
const SOURCES = 'jurisdictions/sources'

/** The policy set shipped with this code. The text is not compiled, so code running from `dist/policy` reads the source's. */
export function readPolicyFiles(root: string = shippedRoot()): PolicyFiles {
  const policies: Record<string, string> = {}
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(root, folder)).sort()) {
      if (file.endsWith('.cedar')) policies[`${folder}/${file}`] = readFileSync(join(root, folder, file), 'utf8')
    }
  }
  return { schema: readFileSync(join(root, SCHEMA_FILE), 'utf8'), policies, ...readSources(root) }
}

function readSources(root: string): Pick<PolicyFiles, 'sources'> {
  const folder = join(root, SOURCES)
  if (!existsSync(folder)) return {}
  const digest = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
  const names = readdirSync(folder).sort()
  return { sources: Object.fromEntries(names.map((file) => [`policy/${SOURCES}/${file}`, digest(file)])) }
}

function shippedRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return existsSync(join(here, SCHEMA_FILE)) ? here : join(here, '..', '..', 'policy')
}
