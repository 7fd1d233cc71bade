/** Odds of two rows of which nothing is known: they share no key, or a pair of them was not worth keeping. Bits. */
export const UNKNOWN_ODDS = -6
/** Odds of two rows that are not one person's whatever else agrees. */
export const FORBIDDEN = -20
/** One pair that agrees in everything must not outvote all others. */
const MOST = 6
/** Pairs between two groups; beyond, they are no duplicates of one person but a default that was filled in everywhere. */
const CROSS_MAX = 10_000

interface Edge {
  readonly a: number
  readonly b: number
  readonly odds: number
}

/**
 * Two dates of birth, each stated by two rows or more, are no slips: the same mistake is seldom made twice. Bits off the
 * odds of two groups of which each has such a date, and none in common.
 */
const DATES_APART = 5

/** Dates of birth of a pair's rows, YYYYMMDD; 0 where it is not known to the day. */
export type Births = readonly [number, number]

/** Rows of one file that are one person's, by their ordinals. */
export interface Groups {
  /** The rows of the row's group, itself among them; of a row on its own, itself alone. In the order of the file. */
  readonly of: (row: number) => readonly number[]
  readonly together: (a: number, b: number) => boolean
}

/** `a * 2^26 + b` is exact up to 67 million rows. */
const pairKey = (a: number, b: number): number => (a < b ? a * 2 ** 26 + b : b * 2 ** 26 + a)

/**
 * Puts the rows of one file into groups: agglomerative, the surest pair first. Two groups become one where the chances of
 * their pairs, summed for each row of the smaller group and averaged over its rows, reach the threshold of a single pair:
 * of three rows that may each be the same person's a fourth has three chances to be. A pair of single rows is judged by
 * its own odds; rows that disagree with one that joins them count against it. A row without a date of birth agrees with
 * every namesake: where there are dates on both sides, the rows that have one decide.
 */
export class GroupBuilder {
  private readonly edges: Edge[] = []
  private readonly odds = new Map<number, number>()
  private readonly born = new Map<number, number>()

  /** Each pair once, in any order; those below `UNKNOWN_ODDS` need not be handed over. `odds` as in `LinkedPair`. */
  add(a: number, b: number, odds: number, [bornA, bornB]: Births): void {
    if (odds <= UNKNOWN_ODDS && odds !== FORBIDDEN) return
    this.edges.push({ a, b, odds })
    this.odds.set(pairKey(a, b), Math.min(MOST, odds))
    if (bornA !== 0) this.born.set(a, bornA)
    if (bornB !== 0) this.born.set(b, bornB)
  }

  /** `threshold`: the model's `files.likely`. The order in which pairs were added does not matter. */
  groups(threshold: number): Groups {
    const groupOf = new Map<number, number[]>()
    const group = (row: number): number[] => groupOf.get(row) ?? [row]
    // Several weak pairs may say together what none says alone.
    const promising = this.edges.filter(({ odds }) => odds >= threshold - 3)
    promising.sort((x, y) => y.odds - x.odds || x.a - y.a || x.b - y.b)
    for (const { a, b } of promising) {
      const [left, right] = [group(a), group(b)]
      if (left === right || left.includes(b) || !this.belong(left, right, threshold)) continue
      const joined = [...left, ...right].sort((x, y) => x - y)
      for (const row of joined) groupOf.set(row, joined)
    }
    return { of: group, together: (a, b) => a === b || group(a).includes(b) }
  }

  private belong(left: readonly number[], right: readonly number[], threshold: number): boolean {
    if (left.length * right.length > CROSS_MAX) return false
    const dated = [left, right].map((rows) => rows.filter((row) => this.born.has(row)))
    const [a = [], b = []] = dated.every((rows) => rows.length > 0) ? dated : [left, right]
    return Math.log2(this.chances(a, b)) - (this.datesApart(left, right) ? DATES_APART : 0) >= threshold
  }

  private chances(left: readonly number[], right: readonly number[]): number {
    let chances = 0
    for (const a of left) {
      for (const b of right) chances += 2 ** (this.odds.get(pairKey(a, b)) ?? UNKNOWN_ODDS)
    }
    return chances / Math.min(left.length, right.length)
  }

  private datesApart(left: readonly number[], right: readonly number[]): boolean {
    const [here, there] = [this.statedTwice(left), this.statedTwice(right)]
    return here.size > 0 && there.size > 0 && ![...here].some((date) => there.has(date))
  }

  private statedTwice(rows: readonly number[]): ReadonlySet<number> {
    const [once, twice] = [new Set<number>(), new Set<number>()]
    for (const date of rows.map((row) => this.born.get(row)).filter((each) => each !== undefined))
      (once.has(date) ? twice : once).add(date)
    return twice
  }
}
