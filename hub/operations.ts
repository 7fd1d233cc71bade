import { readFileSync } from 'node:fs'
import type { TrustedIssuer } from '../gateway/identity/issuers.js'
import type { Gateway } from '../gateway/index.js'
import { type Manifest, readManifest } from '../gateway/operations/manifest.js'
import { operationModes } from '../gateway/operations/mode.js'
import { createOperations, type Operations } from '../gateway/operations/operations.js'
import { configInvalid, type Config } from './config.js'

/**
 * The manifest of COMITY_OPERATIONS_FILE, held to the schema that is served, and whose operations are held to it.
 * @throws ComityError CONFIG_INVALID
 */
export function openOperations(
  config: Config,
  { apiSdl }: Pick<Gateway, 'apiSdl'>,
  issuers: readonly TrustedIssuer[],
): Operations {
  return createOperations({
    manifest: manifestOf(config, apiSdl),
    modeOf: operationModes(issuers, config.operations),
  })
}

function manifestOf({ operationsFile }: Config, apiSdl: string): Manifest {
  if (operationsFile === null) return new Map()
  let text: string
  try {
    text = readFileSync(operationsFile, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw configInvalid([
      { variable: 'COMITY_OPERATIONS_FILE', is: `a file that cannot be read (${code})`, mustBe: 'a readable file' },
    ])
  }
  return readManifest(text, apiSdl)
}
