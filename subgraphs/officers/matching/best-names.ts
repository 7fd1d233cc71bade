import { compareNames, type NameComparison } from './features/name.js'
import type { Level, Model } from './model.js'
import type { NormalName } from './normalize.js'
import { rarityShift, shifted } from './rarity.js'

export const NAME_FEATURES = ['given', 'middle', 'family', 'suffix'] as const
type NameFeature = (typeof NAME_FEATURES)[number]

/** How the names of two people compare, and what each part is worth for names as rare as these. */
export interface BestNames {
  readonly found: NameComparison
  readonly points: Readonly<Record<NameFeature, number>>
}

/** The more common of two names says what chance does: a slip of Smith is worth no more than Smith. */
function commonBits(a: readonly string[], b: readonly string[], bitsOf: (name: string) => number): number {
  return Math.min(...[a, b].map((words) => bitsOf(words.join(''))))
}

function pointsOf(a: NormalName, b: NormalName, found: NameComparison, model: Model): BestNames['points'] {
  const { levels, rarity, nameFrequency } = model
  const part = (feature: 'given' | 'family'): number => {
    const average = -Math.log2(nameFrequency[feature])
    const level = found[feature]
    const shift = rarityShift(level, commonBits(a[feature], b[feature], rarity[feature]), average)
    return shifted((levels[feature] as Readonly<Record<string, Level>>)[level]?.points ?? 0, shift)
  }
  return {
    given: part('given'),
    middle: levels.middle[found.middle].points,
    family: part('family'),
    suffix: levels.suffix[found.suffix].points,
  }
}

const NOTHING: BestNames = {
  found: { given: 'ABSENT', middle: 'ABSENT', family: 'ABSENT', suffix: 'ABSENT' },
  points: { given: 0, middle: 0, family: 0, suffix: 0 },
}

/** A person has several names; the pair that agrees best speaks, so that a further name never hides one. */
export function bestNamePair(left: readonly NormalName[], right: readonly NormalName[], model: Model): BestNames {
  let best = NOTHING
  let bestPoints = -Infinity
  for (const a of left) {
    for (const b of right) {
      const found = compareNames(a, b)
      const points = pointsOf(a, b, found, model)
      const sum = NAME_FEATURES.reduce((all, feature) => all + points[feature], 0)
      if (sum > bestPoints) [best, bestPoints] = [{ found, points }, sum]
    }
  }
  return best
}
