/** About 20 MB at most; 30 s at 6,000 requests a second. */
const REMEMBERED_MAX = 200_000

/**
 * Ids of signatures that were used and could still be used again. Bounded: when it is full of live ids it refuses new
 * ones, because forgetting one would let it be replayed.
 */
export class ReplayMemory {
  /** Id to the second at which its signature expires; in order of arrival, which is nearly that of expiry. */
  readonly #expiry = new Map<string, number>()

  constructor(private readonly max = REMEMBERED_MAX) {}

  /** False where the id was used before, or where it could not be remembered. Times in seconds. */
  remember(id: string, expires: number, now: number): boolean {
    for (const [old, expiry] of this.#expiry) {
      if (expiry > now) break
      this.#expiry.delete(old)
    }
    if (this.#expiry.has(id) || this.#expiry.size >= this.max) return false
    this.#expiry.set(id, expires)
    return true
  }
}
