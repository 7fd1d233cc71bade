import { createRng, type Rng } from '../rng.js'

/** How frequent names are: a ranked list (weight 1/(rank + shift)^power) and a long tail of rarer ones. */
export interface NameLaw {
  /** Most frequent first. */
  readonly heads: readonly string[]
  /** Flattens the top: of a shift of 10 the first is 1.09 times as frequent as the second. */
  readonly shift: number
  readonly power: number
  readonly tail: readonly string[]
  /** Share of all draws that fall into the tail, 0 to 1. */
  readonly tailShare: number
}

/** The tail falls off slowly: thousands of names, of which none is frequent. */
const TAIL_SHIFT = 40
const TAIL_POWER = 0.9

/** The names of a list, each once; an underscore is a space within a name. */
export function words(text: string): string[] {
  const names = text.split(/\s+/).filter((name) => name !== '')
  return [...new Set(names)].map((name) => name.replaceAll('_', ' '))
}

/** Every head with every tail: `North` and `ham` are Northam. */
export function compose(heads: string, tails: string): string[] {
  const all = words(heads).flatMap((head) => words(tails).map((tail) => joinParts(head, tail)))
  return [...new Set(all)]
}

function joinParts(head: string, tail: string): string {
  return head.at(-1) === tail.charAt(0) ? head + tail.slice(1) : head + tail
}

function cumulative(count: number, shift: number, power: number, share: number): number[] {
  const weights = Array.from({ length: count }, (_, rank) => (rank + 1 + shift) ** -power)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let reached = 0
  return weights.map((weight) => (reached += (share * weight) / all))
}

/** Draws names by a law. The tail's order is drawn once, from its own names, so that composed neighbours part. */
export class NameSampler {
  private readonly names: readonly string[]
  private readonly bounds: Float64Array

  constructor({ heads, shift, power, tail, tailShare }: NameLaw) {
    const known = new Set(heads)
    const rare = createRng(`tail of ${heads[0] ?? ''}`).shuffle(tail.filter((name) => !known.has(name)))
    const share = rare.length === 0 ? 0 : tailShare
    this.names = [...heads, ...rare]
    this.bounds = Float64Array.from([
      ...cumulative(heads.length, shift, power, 1 - share),
      ...cumulative(rare.length, TAIL_SHIFT, TAIL_POWER, share).map((bound) => 1 - share + bound),
    ])
  }

  draw(rng: Rng): string {
    const drawn = rng.next()
    let [low, high] = [0, this.bounds.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (drawn < (this.bounds[middle] ?? 1)) high = middle
      else low = middle + 1
    }
    return this.names[low] ?? ''
  }
}
