import type { Clock } from '../../contract/clock.js'
import type { TourResult } from '../../contract/tour.js'
import { traceOf, type Log } from '../../gateway/log.js'
import type { Config } from '../config.js'
import { demoToken } from '../demo-token.js'
import type { Asker } from './ask.js'
import { hubAt } from './http-hub.js'
import { walkTour } from './walk.js'

/** A token of a demo persona; none for the public. */
export function tokenFor(config: Pick<Config, 'dataDir'>, clock: Clock) {
  return ({ persona, purpose, caseReference }: Asker): Promise<string | null> => {
    if (persona === 'public') return Promise.resolve(null)
    const asked = {
      ...(purpose === undefined ? {} : { purpose }),
      ...(caseReference === undefined ? {} : { caseReference }),
    }
    return demoToken(persona, asked, config, clock)
  }
}

/** Milliseconds after a walk that failed until somebody's look begins another: the page is public. */
const REST = 60_000

/** The tour for the hub's own page: walked once, at the first time that somebody looks, and kept. */
export class TourOnDemand {
  #result: TourResult | null = null
  #walking = false
  #restUntil = 0
  #origin: string | null = null

  constructor(
    private readonly config: Pick<Config, 'dataDir'>,
    private readonly clock: Clock,
    private readonly logger: Log,
  ) {}

  /** Where the hub listens: from now on it can be asked. */
  startAt(origin: string): void {
    this.#origin = origin
  }

  /** Null until it is walked. Asking begins the walk. */
  result(): TourResult | null {
    const rested = this.clock().getTime() >= this.#restUntil
    if (this.#result === null && !this.#walking && rested && this.#origin !== null) void this.#walk(this.#origin)
    return this.#result
  }

  async #walk(origin: string): Promise<void> {
    this.#walking = true
    try {
      const hub = hubAt(origin, tokenFor(this.config, this.clock))
      this.#result = await walkTour({ hub, clock: this.clock })
    } catch (error) {
      this.#restUntil = this.clock().getTime() + REST
      this.logger.error(traceOf(error), 'the tour of the page could not be walked')
    } finally {
      this.#walking = false
    }
  }
}
