/** Entries to begin with, a power of two. */
const SMALLEST = 1_024

/**
 * Hash of a key -> the rows that have it, in 12 bytes an entry and 8 a bucket. Two keys of one hash are one list: their
 * rows are compared without need, and the comparison says so.
 */
export class KeyIndex {
  private heads = new Int32Array(SMALLEST).fill(-1)
  private hashes = new Uint32Array(SMALLEST)
  private rows = new Int32Array(SMALLEST)
  private next = new Int32Array(SMALLEST)
  private entries = 0

  add(hash: number, row: number): void {
    if (this.entries === this.hashes.length) this.grow()
    this.hashes[this.entries] = hash
    this.rows[this.entries] = row
    this.link(this.entries++)
  }

  /** Each row that has the key, the last one added first. */
  each(hash: number, visit: (row: number) => void): void {
    for (let at = this.heads[hash & (this.heads.length - 1)] as number; at !== -1; at = this.next[at] as number)
      if (this.hashes[at] === hash) visit(this.rows[at] as number)
  }

  private link(entry: number): void {
    const bucket = (this.hashes[entry] as number) & (this.heads.length - 1)
    this.next[entry] = this.heads[bucket] as number
    this.heads[bucket] = entry
  }

  private grow(): void {
    const size = this.hashes.length * 2
    const [hashes, rows] = [new Uint32Array(size), new Int32Array(size)]
    hashes.set(this.hashes)
    rows.set(this.rows)
    this.hashes = hashes
    this.rows = rows
    this.next = new Int32Array(size)
    this.heads = new Int32Array(size).fill(-1)
    for (let entry = 0; entry < this.entries; entry++) this.link(entry)
  }
}
