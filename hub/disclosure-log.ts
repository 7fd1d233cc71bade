import { openDisclosureLog } from '../audit/open-disclosure-log.js'
import type { SqlDisclosureLog } from '../audit/sql-disclosure-log.js'
import type { Clock } from '../contract/clock.js'
import type { AppendedGroup } from '../contract/disclosure-log.js'
import type { Config } from './config.js'
import { logKeys } from './keys.js'

/**
 * The disclosure log of the configuration, over the address of its own role.
 * @throws ComityError CONFIG_INVALID, LOG_REWRITTEN, WITNESS_UNUSABLE, DATABASE_UNREACHABLE
 */
export function openConfiguredLog(
  config: Config,
  url: string,
  clock: Clock,
  onGroup?: (group: AppendedGroup) => void,
): Promise<SqlDisclosureLog> {
  const { logOrigin: origin, witnessFile } = config
  const signers = logKeys(config).map((privateKey) => ({ name: origin, privateKey }))
  return openDisclosureLog({ url, identity: { origin, signers }, clock, witnessFile, ...(onGroup && { onGroup }) })
}
