import { createRng } from '../../prisma/seed/rng.js'

/** Counts of one decision over pairs. */
export interface Tally {
  /** Pairs found that are one person's. */
  readonly right: number
  /** Pairs found that are two persons'. */
  readonly wrong: number
  /** Pairs of one person that there are. */
  readonly truth: number
}

export interface Share {
  readonly value: number
  /** 95 %. */
  readonly low: number
  readonly high: number
}

export interface Figures extends Tally {
  readonly precision: Share
  readonly recall: Share
  readonly f1: Share
}

/** Two-sided 95 %. */
const Z = 1.959964

/** Wilson's score interval (1927); of nothing out of nothing it is everything. */
export function wilson(hits: number, trials: number): Share {
  if (trials === 0) return { value: 0, low: 0, high: 1 }
  const share = hits / trials
  const spread = Z ** 2 / trials
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

export function f1Of({ right, wrong, truth }: Tally): number {
  const found = right + wrong
  return right === 0 ? 0 : (2 * right) / (found + truth)
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  right: tallies.reduce((all, { right }) => all + right, 0),
  wrong: tallies.reduce((all, { wrong }) => all + wrong, 0),
  truth: tallies.reduce((all, { truth }) => all + truth, 0),
})

const RESAMPLES = 1_000
const SEED = 'matching-bootstrap'

/**
 * F1 is no share of independent trials, so its interval is a percentile bootstrap: persons are drawn with replacement,
 * each with all of its pairs. Seeded: the same figures in every run.
 */
function f1Interval(persons: readonly Tally[]): Share {
  const value = f1Of(sum(persons))
  if (persons.length === 0) return { value, low: 0, high: 1 }
  const rng = createRng(SEED)
  const drawn = Array.from({ length: RESAMPLES }, () => {
    let [right, wrong, truth] = [0, 0, 0]
    for (let index = 0; index < persons.length; index++) {
      const person = rng.pick(persons)
      right += person.right
      wrong += person.wrong
      truth += person.truth
    }
    return f1Of({ right, wrong, truth })
  }).sort((a, b) => a - b)
  const at = (share: number): number => drawn[Math.round(share * (RESAMPLES - 1))] ?? value
  return { value, low: at(0.025), high: at(0.975) }
}

/** `persons`: one tally each; a wrong pair is counted with one of its two. */
export function figures(persons: readonly Tally[]): Figures {
  const { right, wrong, truth } = sum(persons)
  return {
    right,
    wrong,
    truth,
    precision: wilson(right, right + wrong),
    recall: wilson(right, truth),
    f1: f1Interval(persons),
  }
}

/** With Wilson's interval in brackets. */
export function perThousand(count: number, of: number): string {
  const { value, low, high } = wilson(count, of)
  return `${(1_000 * value).toFixed(2)} (${(1_000 * low).toFixed(2)} to ${(1_000 * high).toFixed(2)})`
}
