import { createRng } from '../../prisma/seed/rng.js'
import type { Frequencies, PreparedRow } from '../../subgraphs/officers/matching/linkage/index.js'
import { nameShifts, type NameFrequency } from '../../subgraphs/officers/matching/linkage/name-shift.js'
import { shippedRarity } from '../../subgraphs/officers/matching/rarity.js'
import { estimate, type Rates, rates, type SeenPair } from '../../subgraphs/officers/matching/train/em.js'
import { START } from '../../subgraphs/officers/matching/train/start.js'
import { type TrainedLevels, weigh } from '../../subgraphs/officers/matching/train/weights.js'
import { vectorOf } from '../../subgraphs/officers/matching/train/vectors.js'
import { corpus } from './corpus.js'
import { candidatePairs, prepareCorpus, randomVectors } from './pairs.js'

export interface TrainOptions {
  readonly people: number
  readonly seed: string
  /** Random pairs that say what chance does. */
  readonly randomPairs: number
}

export interface Trained {
  readonly levels: TrainedLevels
  /** Rates of EXACT among two strangers: what the weights of EXACT are set for. */
  readonly nameFrequency: { readonly given: number; readonly family: number }
  readonly sameYear: number
  readonly corpus: {
    readonly people: number
    readonly rows: number
    readonly seed: string
    readonly pairsCompared: number
    readonly randomPairs: number
    readonly share: number
    readonly rounds: number
  }
}

/** EM over the pairs of a generated corpus; whose the rows are is not looked at. The same options, the same model. */
export function train({ people, seed, randomPairs }: TrainOptions): Trained {
  const made = prepareCorpus(corpus(people, seed))
  const { rows, frequencies } = made
  const chance = randomVectors(made, randomPairs, createRng(`chance/${seed}`))
  // Of what chance does nothing is mixed in: that a level was not met says that it is rare.
  const u = rates(chance, emptied(START))
  const nameFrequency = { given: u.given?.EXACT ?? 0, family: u.family?.EXACT ?? 0 }
  const seen = [...candidatePairs(made)].map(([i, j]) =>
    seenPairOf(rows[i] as PreparedRow, rows[j] as PreparedRow, frequencies, nameFrequency),
  )
  const pairs = (rows.length * (rows.length - 1)) / 2
  const { m, share, rounds } = estimate({ seen, pairs, u, start: START })
  return {
    levels: weigh(m, u, share * pairs),
    nameFrequency,
    sameYear: frequencies.sameYear,
    corpus: { people, rows: rows.length, seed, pairsCompared: seen.length, randomPairs: chance.length, share, rounds },
  }
}

const RARITY = shippedRarity()

/** The frequencies of the names, to a whole bit: enough to tell namesakes from one person, and few cases. */
function seenPairOf(a: PreparedRow, b: PreparedRow, frequencies: Frequencies, average: NameFrequency): SeenPair {
  const vector = vectorOf(a, b)
  const levels = { given: vector.given ?? 'ABSENT', family: vector.family ?? 'ABSENT' }
  const { given, family } = nameShifts(a.name, b.name, levels, frequencies, {
    nameFrequency: average,
    rarity: RARITY,
  })
  return {
    vector,
    shift: Math.round((levels.given === 'EXACT' ? given : 0) + (levels.family === 'EXACT' ? family : 0)),
  }
}

function emptied(start: Rates): Rates {
  return Object.fromEntries(
    Object.entries(start).map(([feature, levels]) => [
      feature,
      Object.fromEntries(Object.keys(levels).map((level) => [level, 0])),
    ]),
  )
}
