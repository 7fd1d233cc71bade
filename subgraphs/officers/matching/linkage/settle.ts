import { signed } from '../bits.js'
import { logistic } from '../score.js'
import type { LinkedPair } from './compare.js'

/** Bits are counted in eighths. */
const SMALLEST_STEP = 0.125

/**
 * A pair as the groups decide it: in one group LIKELY, by way of other rows if not by itself; otherwise at most POSSIBLE.
 * What the other rows say is a line of the explanation, so much that the sum is at the threshold or just below it.
 */
export function settle(pair: LinkedPair, together: boolean, threshold: number): LinkedPair {
  if (together === (pair.outcome === 'LIKELY')) return pair
  const points = together ? Math.max(0, threshold - pair.bits) : Math.min(0, threshold - SMALLEST_STEP - pair.bits)
  return {
    ...pair,
    score: logistic(pair.bits + points),
    total: pair.total + points,
    bits: pair.bits + points,
    outcome: together ? 'LIKELY' : 'POSSIBLE',
    explanation: `${pair.explanation}; rows ${together ? 'GROUPED' : 'HELD_BACK'} ${signed(points)}`,
  }
}
