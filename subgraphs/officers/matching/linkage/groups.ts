import type { LinkedPair } from './compare.js'

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

/** Rows of one file that are one person's, by their ordinals. */
export interface Groups {
  /** The rows of the row's group, itself among them; of a row on its own, itself alone. In the order of the file. */
  readonly of: (row: number) => readonly number[]
  readonly together: (a: number, b: number) => boolean
}

/** `a * 2^26 + b` is exact up to 67 million rows. */
const pairKey = (a: number, b: number): number => (a < b ? a * 2 ** 26 + b : b * 2 ** 26 + a)

/**
 * Puts the rows of one file into groups: agglomerative, the surest pair first. Two groups become one where what their
 * pairs say together reaches the threshold of a single pair: two thirds is how likely at least one of the pairs is (a row
 * has more chances to belong to a person of whom there are more rows), one third the mean of all, so that one chance
 * agreement does not join two people whose other rows disagree. A pair of single rows is judged by its own odds.
 */
export class GroupBuilder {
  private readonly edges: Edge[] = []
  private readonly odds = new Map<number, number>()

  /** Each pair once, in any order; those below `UNKNOWN_ODDS` need not be handed over. `odds` as in `LinkedPair`. */
  add(a: number, b: number, odds: number): void {
    if (odds <= UNKNOWN_ODDS && odds !== FORBIDDEN) return
    this.edges.push({ a, b, odds })
    this.odds.set(pairKey(a, b), Math.min(MOST, odds))
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
    const pairs = left.length * right.length
    if (pairs > CROSS_MAX) return false
    let chances = 0
    let sum = 0
    for (const a of left) {
      for (const b of right) {
        const odds = this.odds.get(pairKey(a, b)) ?? UNKNOWN_ODDS
        chances += 2 ** odds
        sum += odds
      }
    }
    const any = Math.log2(chances / Math.min(left.length, right.length))
    return (2 * any + sum / pairs) / 3 >= threshold
  }
}

/** A pair as the groups decide it: in one group LIKELY, by way of other rows if not by itself; otherwise at most POSSIBLE. */
export function settle(pair: LinkedPair, together: boolean): LinkedPair {
  if (together === (pair.outcome === 'LIKELY')) return pair
  if (!together) return { ...pair, outcome: 'POSSIBLE', explanation: `${pair.explanation}; HELD BACK by other rows` }
  return { ...pair, outcome: 'LIKELY', explanation: `${pair.explanation}; GROUPED by way of other rows` }
}
