/** Closes what was opened in the reverse order, also when opening fails half-way. */
export class Closers {
  readonly #closers: (() => Promise<void> | void)[] = []

  /** Hands `opened` through. */
  add<T>(opened: T, close: (opened: T) => Promise<unknown> | void): T {
    this.#closers.push(async () => void (await close(opened)))
    return opened
  }

  /** Everything is closed, whatever fails meanwhile; the first failure is thrown at the end. */
  async close(): Promise<void> {
    const failures: unknown[] = []
    for (const close of this.#closers.splice(0).reverse()) {
      try {
        await close()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
}
