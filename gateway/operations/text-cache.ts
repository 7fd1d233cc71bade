/** Texts by their hash, bounded in number and in bytes; those that were used longest ago go first. */
export class TextCache {
  readonly #kept = new Map<string, string>()
  #bytes = 0

  constructor(private readonly bounds: { readonly count: number; readonly bytes: number }) {}

  get size(): { readonly count: number; readonly bytes: number } {
    return { count: this.#kept.size, bytes: this.#bytes }
  }

  get(hash: string): string | undefined {
    const text = this.#kept.get(hash)
    if (text !== undefined) {
      // A Map iterates in order of insertion: set again, the key is the youngest.
      this.#kept.delete(hash)
      this.#kept.set(hash, text)
    }
    return text
  }

  set(hash: string, text: string): void {
    if (this.get(hash) !== undefined) return
    this.#kept.set(hash, text)
    this.#bytes += Buffer.byteLength(text)
    for (const [oldest, gone] of this.#kept) {
      if (this.#kept.size <= this.bounds.count && this.#bytes <= this.bounds.bytes) return
      this.#kept.delete(oldest)
      this.#bytes -= Buffer.byteLength(gone)
    }
  }
}
