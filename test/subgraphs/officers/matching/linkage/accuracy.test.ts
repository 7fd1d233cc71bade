import { describe, expect, it } from 'vitest'
import { figuresOf, judge } from '../../../../../bench/matching/judge.js'
import { sharedSets } from '../../../../../bench/matching/sets.js'

/**
 * Through what `comity match --self` runs, at the model's one threshold. The bounds are what was measured, a little below;
 * FEBRL 2 takes as long as the rest of the suite's matching together and stands in docs/benchmarks/matching.md.
 */
const BOUNDS = [
  { title: /^FEBRL 1/, f1: 0.97, withPossible: 0.965 },
  { title: /^fake_1000/, f1: 0.95, withPossible: 0.95 },
]
const sets = sharedSets()

describe.skipIf(sets === null)('accuracy (skipped where ../shared/data/matching is absent)', () => {
  it.each(BOUNDS)(
    '$title: LIKELY pairs, and POSSIBLE ones beside them, are nearly all and nearly only right',
    async (bound) => {
      const set = sets?.find(({ title }) => bound.title.test(title))
      if (!set) throw new Error('the data set is not in bench/matching/sets.ts')
      const judgement = await judge(set)
      const likely = figuresOf(judgement, ({ outcome }) => outcome === 'LIKELY')
      const any = figuresOf(judgement, ({ outcome }) => outcome !== null)
      console.log(
        set.title,
        JSON.stringify({
          precision: likely.precision.value,
          recall: likely.recall.value,
          f1: likely.f1.value,
          any: any.f1.value,
        }),
      )
      expect(likely.f1.value).toBeGreaterThanOrEqual(bound.f1)
      expect(any.f1.value).toBeGreaterThanOrEqual(bound.withPossible)
      expect(likely.precision.value).toBeGreaterThanOrEqual(0.98)
    },
    60_000,
  )
})
