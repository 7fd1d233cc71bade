/** Keys that are counted one by one. */
const EXACT_MAX = 100_000
/** Counters of each of the two rows, a power of two: 32 MB for a file, however many keys it has. */
const CELLS = 1 << 22

/**
 * How many rows share a key, never too few. Of small files each key has its own number; for large ones the keys would
 * take more memory than the rows, and a count-min sketch (Cormode and Muthukrishnan 2005) may say too many, by what two
 * keys of the same cells have together. That matters only next to a limit, and limits lie far above it.
 */
export class KeyCounts {
  private exact: Map<number, number> | null = new Map()
  private low = new Uint32Array(0)
  private high = new Uint32Array(0)

  constructor(private readonly exactMax = EXACT_MAX) {}

  add(hash: number): void {
    if (this.exact === null) return this.count(hash, 1)
    this.exact.set(hash, (this.exact.get(hash) ?? 0) + 1)
    if (this.exact.size > this.exactMax) this.toSketch(this.exact)
  }

  of(hash: number): number {
    if (this.exact !== null) return this.exact.get(hash) ?? 0
    const [low, high] = cells(hash)
    return Math.min(this.low[low] as number, this.high[high] as number)
  }

  private toSketch(exact: ReadonlyMap<number, number>): void {
    this.low = new Uint32Array(CELLS)
    this.high = new Uint32Array(CELLS)
    for (const [hash, rows] of exact) this.count(hash, rows)
    this.exact = null
  }

  private count(hash: number, rows: number): void {
    const [low, high] = cells(hash)
    this.low[low] = (this.low[low] as number) + rows
    this.high[high] = (this.high[high] as number) + rows
  }
}

const cells = (hash: number): [number, number] => [
  hash & (CELLS - 1),
  (Math.imul(hash, 0x9e3779b1) >>> 10) & (CELLS - 1),
]
