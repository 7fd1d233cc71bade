import { nodeHash } from './hash.js'

/**
 * A complete subtree: the one over the leaves from `index * 2 ** level` up to, not including, `(index + 1) * 2 ** level`.
 * Level 0 are the leaves themselves. Its hash never changes, whatever is appended later.
 */
export interface NodeRef {
  readonly level: number
  readonly index: number
}

/** Leaves from `start` up to, not including, `end`. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/** Whole numbers up to 2 ** 53: operators on bits would cut them to 32. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** The largest power of two below `count`, which is 2 or more: where RFC 6962 splits a tree of that many leaves. */
export function splitOf(count: number): number {
  const { power } = largestPowerIn(count)
  return power === count ? power / 2 : power
}

/**
 * The complete subtrees that make up a range, from left to right, the largest first. The range starts where a subtree
 * larger than it could start, as every part of an RFC 6962 tree does.
 */
export function completeSubtrees({ start, end }: LeafRange): readonly NodeRef[] {
  const refs: NodeRef[] = []
  for (let at = start; at < end;) {
    const { level, power } = largestPowerIn(end - at)
    refs.push({ level, index: at / power })
    at += power
  }
  return refs
}

/** Root over neighbouring complete subtrees, from left to right, the largest first; there is at least one. */
export function rootOver(hashes: readonly Buffer[]): Buffer {
  return hashes.reduceRight((right, left) => nodeHash(left, right))
}

function largestPowerIn(count: number): { level: number; power: number } {
  let level = 0
  let power = 1
  while (power * 2 <= count) {
    power *= 2
    level += 1
  }
  return { level, power }
}
