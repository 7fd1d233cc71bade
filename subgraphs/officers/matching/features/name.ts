import type { Model, LevelOf } from '../model.js'
import type { NormalName } from '../normalize.js'
import { compareFamily, compareSwapped } from './family.js'
import { compareGiven } from './given.js'
import { compareMiddle } from './middle.js'
import { compareSuffix } from './suffix.js'

/** How two names compare, part by part. */
export interface NameComparison {
  readonly given: LevelOf<'given'>
  readonly middle: LevelOf<'middle'>
  readonly family: LevelOf<'family'>
  readonly suffix: LevelOf<'suffix'>
}

/** Symmetric: compareNames(a, b) equals compareNames(b, a). */
export function compareNames(a: NormalName, b: NormalName): NameComparison {
  const suffix = compareSuffix(a, b)
  const swapped = compareSwapped(a, b)
  if (swapped) return { given: 'SWAPPED', family: swapped, middle: compareMiddle(a, b, 'SWAPPED', swapped), suffix }
  const [given, family] = [compareGiven(a, b), compareFamily(a, b)]
  return { given, family, middle: compareMiddle(a, b, given, family), suffix }
}

function points(comparison: NameComparison, { levels }: Model): number {
  const { given, middle, family, suffix } = comparison
  return (
    levels.given[given].points +
    levels.middle[middle].points +
    levels.family[family].points +
    levels.suffix[suffix].points
  )
}

/** A person has several names; the pair that agrees best speaks, so that a further name never hides one. */
export function bestNamePair(left: readonly NormalName[], right: readonly NormalName[], model: Model): NameComparison {
  let best: NameComparison = { given: 'ABSENT', middle: 'ABSENT', family: 'ABSENT', suffix: 'ABSENT' }
  let bestPoints = -Infinity
  for (const a of left) {
    for (const b of right) {
      const comparison = compareNames(a, b)
      const found = points(comparison, model)
      if (found > bestPoints) [best, bestPoints] = [comparison, found]
    }
  }
  return best
}
