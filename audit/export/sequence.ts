/**
 * Numbers that must come as 0, 1, 2 and so on. After one that does not belong, whatever goes on from either of the two does:
 * an entry taken out, put in or exchanged is one fault, or two, and not one in every line after it.
 */
export class Sequence {
  #next: readonly number[] = [0]

  /** What belongs here. */
  get next(): number {
    return Math.min(...this.#next)
  }

  mayBe(found: number): boolean {
    return this.#next.includes(found)
  }

  /** Whether this number belongs here. */
  take(found: number): boolean {
    const belongs = this.mayBe(found)
    this.#next = belongs ? [found + 1] : [this.next + 1, found + 1]
    return belongs
  }

  /** Here may stand one that cannot be read. */
  takeUnread(): void {
    this.#next = [...new Set(this.#next.flatMap((next) => [next, next + 1]))]
  }

  goOnAt(next: number): void {
    this.#next = [next]
  }
}
