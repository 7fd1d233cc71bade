interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Numbers that must come as 0, 1, 2 and so on. After one that does not belong, whatever goes on from either of the two does:
 * an entry taken out, put in or exchanged is one fault, or two, and not one in every line after it.
 */
export class Sequence {
  #next: readonly Span[] = [point(0)]

  /** What belongs here. */
  get next(): number {
    return Math.min(...this.#next.map(({ from }) => from))
  }

  mayBe(found: number): boolean {
    return this.#next.some(({ from, to }) => from <= found && found <= to)
  }

  /** Whether this number belongs here. */
  take(found: number): boolean {
    const belongs = this.mayBe(found)
    this.#next = belongs ? [point(found + 1)] : [point(this.next + 1), point(found + 1)]
    return belongs
  }

  /** Here may stand one that cannot be read. */
  takeUnread(): void {
    this.#next = this.#next.map(({ from, to }) => ({ from, to: to + 1 }))
  }

  goOnAt(next: number): void {
    this.#next = [point(next)]
  }
}

function point(number: number): Span {
  return { from: number, to: number }
}
