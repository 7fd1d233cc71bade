import { type Random, seeded } from '../policy/support/random.js'

/** What the generators draw from. */
export interface Fuzz extends Random {
  /** Whole number from 0 to `below` - 1. */
  int(below: number): number
  /** So many, at most. */
  times<T>(most: number, make: () => T): T[]
}

/** The draws of one request: of the seed and its number alone, so that it can be sent again without those before it. */
export function fuzzOf(seed: number, number: number): Fuzz {
  const random = seeded(Math.imul(seed, 2_654_435_761) ^ Math.imul(number + 1, 40_503))
  // Neighbouring states give neighbouring first draws.
  random.next()
  random.next()
  const int = (below: number) => Math.floor(random.next() * below)
  return { ...random, int, times: (most, make) => Array.from({ length: int(most + 1) }, make) }
}
