/** Counters of each of the two rows, a power of two: 32 MB for a file, however many keys it has. */
const CELLS = 1 << 22

/**
 * How many rows share a key, never too few (a count-min sketch, Cormode and Muthukrishnan 2005): the keys themselves
 * would take more memory than the rows. Too many by what two keys of the same two cells have together, which matters
 * only next to a limit far above that.
 */
export class KeyCounts {
  private readonly low = new Uint32Array(CELLS)
  private readonly high = new Uint32Array(CELLS)

  add(hash: number): void {
    const [low, high] = cells(hash)
    this.low[low] = (this.low[low] as number) + 1
    this.high[high] = (this.high[high] as number) + 1
  }

  of(hash: number): number {
    const [low, high] = cells(hash)
    return Math.min(this.low[low] as number, this.high[high] as number)
  }
}

const cells = (hash: number): [number, number] => [
  hash & (CELLS - 1),
  (Math.imul(hash, 0x9e3779b1) >>> 10) & (CELLS - 1),
]
