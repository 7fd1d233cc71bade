import { ComityError } from '../../contract/errors.js'

export interface AdmissionOptions {
  /** Requests that are answered at once. */
  readonly concurrency: number
  /** Requests that may wait for their turn; without it four for each that is answered. */
  readonly queue?: number
  /** Milliseconds for which one may wait. */
  readonly patience?: number
  /** How late the event loop is, in milliseconds. */
  readonly lateness?: () => number
}

const WAITING_FOR_EACH = 4
const PATIENCE = 2_000
/** Milliseconds: a loop that is later than this is given less to do until it has caught up. */
const LATE = 500
/** The part of the concurrency that is left then. */
const WHEN_LATE = 8

interface Waiting {
  readonly admit: () => void
}

/**
 * How many requests are answered at a time. Whoever comes beyond them waits, briefly and in a queue with an end; whoever
 * comes beyond that is refused at once, so that the hub goes on answering those whom it has let in.
 */
export class Admission {
  readonly #concurrency: number
  readonly #queue: number
  readonly #patience: number
  readonly #lateness: () => number
  readonly #waiting = new Set<Waiting>()
  #running = 0

  constructor({ concurrency, queue, patience = PATIENCE, lateness = () => 0 }: AdmissionOptions) {
    this.#concurrency = concurrency
    this.#queue = queue ?? concurrency * WAITING_FOR_EACH
    this.#patience = patience
    this.#lateness = lateness
  }

  get running(): number {
    return this.#running
  }

  get waiting(): number {
    return this.#waiting.size
  }

  /** For a request of which nothing has been read yet. @throws ComityError OVERLOADED */
  assertRoom(): void {
    if (!this.#isFree() && this.#waiting.size >= this.#queue) throw new ComityError('OVERLOADED')
  }

  /**
   * Waits for a turn. Call what is returned when the request has been answered, or its client has gone.
   * @throws ComityError OVERLOADED; the signal's reason
   */
  async enter(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted()
    this.assertRoom()
    if (this.#isFree() && this.#waiting.size === 0) this.#running++
    else await this.#turn(signal)
    let left = false
    return () => {
      if (left) return
      left = true
      this.#running--
      this.#next()
    }
  }

  #isFree(): boolean {
    const isLate = this.#lateness() > LATE
    return this.#running < (isLate ? Math.ceil(this.#concurrency / WHEN_LATE) : this.#concurrency)
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        admit: () => {
          leave()
          // Taken here and not when the promise is continued: the place is nobody else's in between.
          this.#running++
          resolve()
        },
      }
      const leave = () => {
        this.#waiting.delete(waiting)
        clearTimeout(timer)
        signal?.removeEventListener('abort', gone)
      }
      const gone = () => {
        leave()
        reject(signal?.reason as Error)
      }
      const timer = setTimeout(() => {
        leave()
        reject(new ComityError('OVERLOADED'))
      }, this.#patience)
      signal?.addEventListener('abort', gone, { once: true })
      this.#waiting.add(waiting)
    })
  }

  #next(): void {
    // A loop that is late admits again when it has caught up: then several at once.
    for (const waiting of [...this.#waiting]) {
      if (!this.#isFree()) return
      waiting.admit()
    }
  }
}
