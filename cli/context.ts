import type { Clock } from '../contract/clock.js'
import type { Environment } from '../hub/config.js'

/** What a command is given instead of reaching for the process: tests hand in their own. */
export interface CliContext {
  readonly env: Environment
  readonly clock: Clock
  /** UTF-8 text. */
  readonly stdin: AsyncIterable<string>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Standard error where it is a terminal: progress is drawn there, and nowhere else. */
  readonly terminal?: NodeJS.WritableStream
}
