import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A policy set as text. Names are paths within `policy/`: `rules/own.cedar`, `jurisdictions/US-CA.cedar`. */
export interface PolicyFiles {
  readonly schema: string
  readonly policies: Readonly<Record<string, string>>
  /** Bundle file -> id of the publication by which its jurisdiction's policy officer signed for it. */
  readonly attested?: Readonly<Record<string, string>>
}

export const SCHEMA_FILE = 'schema.cedarschema'
const FOLDERS = ['rules', 'jurisdictions'] as const

/** The policy set shipped with this code. The text is not compiled, so code running from `dist/policy` reads the source's. */
export function readPolicyFiles(root: string = shippedRoot()): PolicyFiles {
  const policies: Record<string, string> = {}
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(root, folder)).sort()) {
      if (file.endsWith('.cedar')) policies[`${folder}/${file}`] = readFileSync(join(root, folder, file), 'utf8')
    }
  }
  return { schema: readFileSync(join(root, SCHEMA_FILE), 'utf8'), policies }
}

function shippedRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return existsSync(join(here, SCHEMA_FILE)) ? here : join(here, '..', '..', 'policy')
}
