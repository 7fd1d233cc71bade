import type { Clock } from '../contract/clock.js'

/** What a long-running command is given instead of reaching for the process. */
export interface Terminal {
  readonly clock: Clock
  out(text: string): void
  err(text: string): void
}
