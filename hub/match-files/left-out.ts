/** What was not compared because too many rows share a key. */
export interface LeftOut {
  readonly keys: number
  /** At most: pairs of several such keys count once for each, and some were compared under another key. */
  readonly pairs: number
  /** Rows that have no other key, and so were compared with nothing. */
  readonly rows: { readonly left: number; readonly right: number }
}

/** Says which keys of a row are used, and keeps count of the others. */
export class KeyLimit {
  private readonly over = new Map<number, number>()

  constructor(
    /** Pairs. */
    private readonly limit: number,
    private readonly pairsUnder: (hash: number) => number,
  ) {}

  /** Of a row's keys those that at most `limit` pairs share. */
  usable(hashes: readonly number[]): number[] {
    return hashes.filter((hash) => {
      const pairs = this.pairsUnder(hash)
      // Once a key, however often it comes: there are few of them, as each has many rows.
      if (pairs > this.limit) this.over.set(hash, pairs)
      return pairs <= this.limit
    })
  }

  get keys(): number {
    return this.over.size
  }

  get pairs(): number {
    return [...this.over.values()].reduce((sum, pairs) => sum + pairs, 0)
  }
}
