/** Consecutive failures after which a subgraph is left alone for a while. */
const FAILURES = 5
/** Milliseconds until it is tried again, by one request. */
const REST = 5_000

/**
 * Keeps a subgraph that does not answer from holding every request until its timeout: after several failures in a row
 * it is not asked for a while, then by one request, whose fate decides.
 */
export class CircuitBreaker {
  #failures = 0
  #openUntil = 0

  /** `now` counts milliseconds and never goes back. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether a request may go out. The one that may, after a rest, keeps the others out until it is known how it went. */
  admits(): boolean {
    if (this.#failures < FAILURES) return true
    if (this.now() < this.#openUntil) return false
    this.#openUntil = this.now() + REST
    return true
  }

  succeeded(): void {
    this.#failures = 0
  }

  failed(): void {
    this.#failures += 1
    if (this.#failures >= FAILURES) this.#openUntil = this.now() + REST
  }
}
