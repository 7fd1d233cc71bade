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
  /** Both halves are among the most common names. */
  readonly isCommon: boolean
}

/** One person in 2^bits or more has the given name, the surname: some forty given names and a hundred surnames. */
const COMMON_BITS = { given: 8, family: 9 }

/** The more common of two names says what chance does: a slip of Smith is worth no more than Smith. */
function commonBits(a: readonly string[], b: readonly string[], bitsOf: (name: string) => number): number {
  return Math.min(...[a, b].map((words) => bitsOf(words.join(''))))
}

function weighed(a: NormalName, b: NormalName, found: NameComparison, model: Model): BestNames {
  const { levels, rarity, nameFrequency } = model
  const part = (feature: 'given' | 'family'): number => {
    const average = -Math.log2(nameFrequency[feature])
    const level = found[feature]
    const shift = rarityShift(level, commonBits(a[feature], b[feature], rarity[feature]), average)
    return shifted((levels[feature] as Readonly<Record<string, Level>>)[level]?.points ?? 0, shift)
  }
  const isCommon = (['given', 'family'] as const).every(
    (feature) => commonBits(a[feature], b[feature], rarity[feature]) <= COMMON_BITS[feature],
  )
  const points = {
    given: part('given'),
    middle: levels.middle[found.middle].points,
    family: part('family'),
    suffix: levels.suffix[found.suffix].points,
  }
  return { found, points, isCommon }
}

const NOTHING: BestNames = {
  found: { given: 'ABSENT', middle: 'ABSENT', family: 'ABSENT', suffix: 'ABSENT' },
  points: { given: 0, middle: 0, family: 0, suffix: 0 },
  isCommon: false,
}

/** A person has several names; the pair that agrees best speaks, so that a further name never hides one. */
export function bestNamePair(left: readonly NormalName[], right: readonly NormalName[], model: Model): BestNames {
  let best = NOTHING
  let bestPoints = -Infinity
  for (const a of left) {
    for (const b of right) {
      const names = weighed(a, b, compareNames(a, b), model)
      const sum = NAME_FEATURES.reduce((all, feature) => all + names.points[feature], 0)
      if (sum > bestPoints) [best, bestPoints] = [names, sum]
    }
  }
  return best
}
