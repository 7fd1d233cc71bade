/** Milliseconds between two looks. */
const EVERY = 50

/** How late the event loop is: what was to run `EVERY` milliseconds later ran that much later still, or has not run yet. */
export class LoopDelay {
  #last: number
  #late = 0
  readonly #timer: NodeJS.Timeout

  constructor(private readonly now: () => number = () => performance.now()) {
    this.#last = now()
    this.#timer = setInterval(() => this.look(), EVERY)
    this.#timer.unref()
  }

  /** The timer's own work; a test does it by hand. */
  look(): void {
    const now = this.now()
    this.#late = Math.max(0, now - this.#last - EVERY)
    this.#last = now
  }

  milliseconds(): number {
    return Math.max(this.#late, this.now() - this.#last - EVERY)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
