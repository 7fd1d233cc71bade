import type { MeasuredRate } from '../../subgraphs/officers/matching/model-file.js'

/** To four places, as the model file states it. */
export function measured(count: number, of: number): MeasuredRate {
  return { value: Number((count / Math.max(1, of)).toFixed(4)), of }
}
