import { MODEL } from '../../subgraphs/officers/matching/index.js'
import { FORBIDDEN } from '../../subgraphs/officers/matching/linkage/groups.js'
import { GroupBuilder, type Groups, settle, UNKNOWN_ODDS } from '../../subgraphs/officers/matching/linkage/index.js'
import type { ComparedPair } from './pass.js'

/** Pairs that may be kept to put rows into groups: some 200 bytes each. */
export const GROUPING_MAX = 1_000_000

/**
 * The pairs of one file with itself, and the groups that they make: three rows of one person are three pairs, also where
 * two of them agree in little. The pairs are in memory meanwhile; where there are too many, each is judged alone.
 */
export class Grouping {
  private builder: GroupBuilder | null = new GroupBuilder()
  private readonly wanted: [number, number][] = []
  private kept = 0

  constructor(private readonly limit = GROUPING_MAX) {}

  /** `wanted`: the pair is to be in the output, whatever the groups say. */
  add({ a, b, births, pair }: ComparedPair, wanted: boolean): void {
    if (this.builder === null) return
    // Two certificates tell nearly every two rows apart: only where the rest agrees is it worth the memory.
    const counts = pair.odds > UNKNOWN_ODDS || (isForbidden(pair) && pair.outcome !== null)
    if (!wanted && !counts) return
    if (++this.kept > this.limit) {
      this.builder = null
      this.wanted.length = 0
      return
    }
    if (wanted) this.wanted.push([a, b])
    if (counts) this.builder.add(a, b, pair.odds, births)
  }

  /** The pairs of the output and what each of them comes to; null if there were too many. */
  close(): Grouped | null {
    if (this.builder === null) return null
    const threshold = MODEL.files.likely
    const groups = this.builder.groups(threshold)
    const rightOf = new Map<number, Set<number>>()
    for (const [a, b] of [...this.wanted, ...pairsWithin(groups, this.wanted)])
      rightOf.set(a, (rightOf.get(a) ?? new Set()).add(b))
    return {
      rightOf: new Map([...rightOf].map(([a, rows]) => [a, [...rows].sort((x, y) => x - y)])),
      settled: (found) =>
        // What tells two persons apart is not outvoted by their other rows.
        isForbidden(found.pair)
          ? found
          : { ...found, pair: settle(found.pair, groups.together(found.a, found.b), threshold) },
    }
  }
}

export interface Grouped {
  /** Row -> later rows, in order. */
  readonly rightOf: ReadonlyMap<number, readonly number[]>
  readonly settled: (pair: ComparedPair) => ComparedPair
}

const isForbidden = ({ odds }: ComparedPair['pair']): boolean => odds === FORBIDDEN

function* pairsWithin(groups: Groups, wanted: readonly (readonly [number, number])[]): Generator<[number, number]> {
  for (const rows of new Set(wanted.flat().map((row) => groups.of(row))))
    for (const [index, a] of rows.entries()) for (const b of rows.slice(index + 1)) yield [a, b]
}
