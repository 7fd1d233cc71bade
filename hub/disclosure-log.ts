import { openDisclosureLog } from '../audit/open-disclosure-log.js'
import type { SqlDisclosureLog } from '../audit/sql-disclosure-log.js'
import type { Clock } from '../contract/clock.js'
import type { AppendedGroup } from '../contract/disclosure-log.js'
import type { Log } from '../gateway/log.js'
import type { Telemetry } from '../gateway/telemetry/telemetry.js'
import type { Config } from './config.js'
import { logKeys } from './keys.js'

/** Who is told of what the log does. */
export interface LogWatchers {
  readonly telemetry: Pick<Telemetry, 'entriesAppended'>
  readonly logger: Log
}

/**
 * The disclosure log of the configuration, over the address of its own role.
 * @throws ComityError CONFIG_INVALID, LOG_REWRITTEN, WITNESS_UNUSABLE, DATABASE_UNREACHABLE
 */
export function openConfiguredLog(
  config: Config,
  url: string,
  clock: Clock,
  watchers?: LogWatchers,
): Promise<SqlDisclosureLog> {
  const { logOrigin: origin, witnessFile } = config
  const signers = logKeys(config).map((privateKey) => ({ name: origin, privateKey }))
  const onGroup = watchers && watching(watchers)
  return openDisclosureLog({ url, identity: { origin, signers }, clock, witnessFile, ...(onGroup && { onGroup }) })
}

/** Counts every group; that entries are refused, and that they no longer are, is said once each. */
function watching({ telemetry, logger }: LogWatchers): (group: AppendedGroup) => void {
  let failing = false
  return ({ entries, seconds, fault }) => {
    telemetry.entriesAppended({ entries, seconds, failed: fault !== null })
    if (fault !== null && !failing) {
      logger.error(
        { component: 'disclosure log', fault },
        'Entries cannot be committed: until they can, no answer that holds a person leaves',
      )
    }
    if (fault === null && failing) logger.warn({ component: 'disclosure log' }, 'Entries are committed again')
    failing = fault !== null
  }
}
