import type { Clock } from '../contract/clock.js'

/** What a long-running command is given instead of reaching for the process. */
export interface Terminal {
  readonly clock: Clock
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}
