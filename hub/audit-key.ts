import { createPublicKey } from 'node:crypto'
import { readLogKeys } from '../audit/export/read-log.js'
import { formatVerifierKey, verifierKey } from '../audit/tree/note.js'
import type { Clock } from '../contract/clock.js'
import type { Config } from './config.js'
import { logKeys } from './keys.js'
import { withOwner } from './with-owner.js'

/**
 * Verifier keys of the log, the oldest first: those that the database remembers, and the configured ones where no hub has
 * opened the log with them yet.
 * @throws ComityError CONFIG_INVALID, and those of opening the database
 */
export async function verifierKeys(config: Config, clock: Clock): Promise<readonly string[]> {
  const recorded = await withOwner(config, clock, readLogKeys)
  const configured = logKeys(config).map((privateKey) =>
    formatVerifierKey(verifierKey(config.logOrigin, createPublicKey(privateKey))),
  )
  return [...new Set([...recorded, ...configured.reverse()])]
}
