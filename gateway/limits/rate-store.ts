import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { CircuitBreaker } from '../circuit-breaker.js'

/** Seconds over which points are counted, from a key's first charge. */
export const WINDOW = 60

/** How a key stands after a charge. */
export interface Charged {
  readonly refused: boolean
  /** Points. */
  readonly left: number
  /** Whole seconds until the window ends. */
  readonly seconds: number
}

export interface RateStore {
  charge(key: string, points: number): Promise<Charged>
}

/** A store of the library. It answers a key that has no points left by throwing what it would otherwise return. */
export function storeOver(limiter: Pick<RateLimiterAbstract, 'consume'>): RateStore {
  return {
    async charge(key, points) {
      try {
        return toCharged(await limiter.consume(key, points), false)
      } catch (error) {
        if (error instanceof RateLimiterRes) return toCharged(error, true)
        throw error
      }
    },
  }
}

function toCharged({ remainingPoints, msBeforeNext }: RateLimiterRes, refused: boolean): Charged {
  return { refused, left: refused ? 0 : remainingPoints, seconds: Math.max(1, Math.ceil(msBeforeNext / 1_000)) }
}

/** Milliseconds: a request does not wait longer to be counted. */
const PATIENCE = 1_000

/**
 * Counts in the store that the processes share. While that does not answer, each process counts for itself: a gate that is
 * wider than it should be by the number of processes, and never open.
 */
export class SharedStore implements RateStore {
  constructor(
    private readonly shared: RateStore,
    private readonly own: RateStore,
    private readonly onFault: (error: unknown) => void,
    private readonly breaker = new CircuitBreaker(),
    private readonly patience = PATIENCE,
  ) {}

  async charge(key: string, points: number): Promise<Charged> {
    if (!this.breaker.admits()) return this.own.charge(key, points)
    try {
      const charged = await this.#inTime(this.shared.charge(key, points))
      this.breaker.succeeded()
      return charged
    } catch (error) {
      this.breaker.failed()
      this.onFault(error)
      return this.own.charge(key, points)
    }
  }

  async #inTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the store of rates does not answer')), this.patience)
    })
    try {
      return await Promise.race([work, late])
    } finally {
      clearTimeout(timer)
    }
  }
}
