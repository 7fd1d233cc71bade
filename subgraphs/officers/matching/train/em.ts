/** How often each level of each feature is met, 0 to 1; a feature's rates add up to one. */
export type Rates = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Level by feature; a feature that is missing on one side has none and says nothing. */
export type LevelVector = Readonly<Record<string, string>>

/** A pair as EM sees it. */
export interface SeenPair {
  readonly vector: LevelVector
  /** Bits that the names' own frequencies add: namesakes of a common name are no evidence of a wrong date of birth. */
  readonly shift: number
}

export interface Estimate {
  /** Rates among pairs of one person. */
  readonly m: Rates
  /** Share of the pairs that are one person's, of all pairs there are. */
  readonly share: number
  readonly rounds: number
}

export interface EmInput {
  /** Pairs that share a key. Those that share none are taken for two persons', whatever the rates. */
  readonly seen: readonly SeenPair[]
  /** How many pairs there are, those that share no key among them. */
  readonly pairs: number
  /** Rates among pairs taken at random: as good as all of them are two persons'. Fixed. */
  readonly u: Rates
  /** Where to begin: rates among pairs of one person as experience has them. */
  readonly start: Rates
}

const ROUNDS_MAX = 50
/** No rate moves by more: it is done. */
const STILL = 1e-4
/** Pairs' worth of the rates to begin with that stay mixed in: a level that no pair met is rare, not impossible. */
const MIXED_IN = 20
/** Of a level that experience says nothing of, to begin with. */
const RARE = 0.002

/**
 * Expectation-maximisation for the Fellegi-Sunter model (Winkler 1988; u from random pairs and fixed, as Splink has it):
 * each round takes every pair for one person's to the degree that the rates so far say, and counts the levels so.
 */
export function estimate({ seen, pairs, u, start }: EmInput): Estimate {
  // Equal pairs are one case: a few thousand of them stand for all.
  const cases = countEqual(seen)
  let m = start
  let share = 1 / Math.sqrt(pairs)
  for (let round = 1; ; round++) {
    const weighed = cases.map(({ count, ...pair }) => ({
      vector: pair.vector,
      weight: count * probability(pair, m, u, share),
    }))
    const next = counted(weighed, start)
    share = weighed.reduce((sum, { weight }) => sum + weight, 0) / pairs
    const moved = furthest(m, next)
    m = next
    if (moved < STILL || round === ROUNDS_MAX) return { m, share, rounds: round }
  }
}

/** Rates of the levels among the vectors, the given rates mixed in as `MIXED_IN` pairs. */
export function rates(vectors: readonly LevelVector[], mixedIn: Rates): Rates {
  return counted(
    countEqual(vectors.map((vector) => ({ vector, shift: 0 }))).map(({ vector, count }) => ({ vector, weight: count })),
    mixedIn,
  )
}

interface Case extends SeenPair {
  readonly count: number
}

function countEqual(seen: readonly SeenPair[]): Case[] {
  const cases = new Map<string, { vector: LevelVector; shift: number; count: number }>()
  for (const { vector, shift } of seen) {
    const key = JSON.stringify([vector, shift])
    const known = cases.get(key)
    if (known) known.count++
    else cases.set(key, { vector, shift, count: 1 })
  }
  return [...cases.values()]
}

function probability({ vector, shift }: SeenPair, m: Rates, u: Rates, share: number): number {
  let odds = (share / (1 - share)) * 2 ** shift
  for (const [feature, level] of Object.entries(vector)) {
    odds *= (m[feature]?.[level] ?? RARE) / Math.max(u[feature]?.[level] ?? 0, 1e-9)
  }
  return odds / (1 + odds)
}

function counted(cases: readonly { vector: LevelVector; weight: number }[], mixedIn: Rates): Rates {
  return Object.fromEntries(
    Object.entries(mixedIn).map(([feature, levels]) => {
      const counts = Object.fromEntries(Object.entries(levels).map(([level, rate]) => [level, rate * MIXED_IN]))
      let sum = MIXED_IN
      for (const { vector, weight } of cases) {
        const level = vector[feature]
        if (level === undefined) continue
        counts[level] = (counts[level] ?? 0) + weight
        sum += weight
      }
      return [feature, Object.fromEntries(Object.entries(counts).map(([level, count]) => [level, count / sum]))]
    }),
  )
}

function furthest(a: Rates, b: Rates): number {
  const moves = Object.entries(b).flatMap(([feature, levels]) =>
    Object.entries(levels).map(([level, rate]) => Math.abs(rate - (a[feature]?.[level] ?? 0))),
  )
  return Math.max(...moves)
}
