import { modelOf } from '../subgraphs/officers/matching/model.js'
import type { ModelFile } from '../subgraphs/officers/matching/model-file.js'
import { DAMAGE } from './train-model/damage.js'
import { chosenThreshold, fileErrors } from './train-model/measure.js'
import { train } from './train-model/train.js'

export interface TrainModelOptions {
  readonly version: string
  /** Invented people; some three in ten get further, damaged records. */
  readonly people: number
  readonly seed: string
  readonly today: string
}

const RANDOM_PAIRS = 300_000
/** Steps in which the threshold of files is sought, from even odds upwards. */
const THRESHOLDS = Array.from({ length: 9 }, (_, i) => i / 2)
/** Bits below LIKELY in which a pair of files is POSSIBLE: a person looks at few, of which about every third is right. */
const BAND = 1.5

/**
 * Of a check. Its prior is that of a record which the keys found; LIKELY needs more than any name gives, and what a
 * check calls POSSIBLE, a person decides: there a miss is dearer than a look. Where both births are known to the day the
 * bound lies higher: at -12 one stranger in 80 came back, at -2 one in 300, and of 2,500 mutated names and dates none less
 * (`npm run bench:screening`).
 */
const HUB = { prior: -17, likely: 3, possible: -12, possibleToTheDay: -2, lead: 6, unknownAgencies: 12 }

/** A model from generated people alone, with the errors that it makes on others of them. The same options, the same file. */
export function trainModel({ version, people, seed, today }: TrainModelOptions): ModelFile {
  const { levels, corpus, nameFrequency, sameYear } = train({ people, seed, randomPairs: RANDOM_PAIRS })
  const untested: ModelFile = {
    version,
    trainedOn: today,
    corpus,
    damage: DAMAGE,
    levels,
    nameFrequency,
    sameYear,
    hub: HUB,
    files: { likely: 0, possible: 0 },
    errors: {},
  }
  // Chosen on one part of what was held out, stated as measured on another.
  const likely = chosenThreshold(fileErrors(modelOf(untested), people, `${seed}/threshold`, THRESHOLDS))
  const chosen = { ...untested, files: { likely, possible: likely - BAND } }
  const [stated] = fileErrors(modelOf(chosen), people, `${seed}/errors`, [likely])
  return stated ? { ...chosen, errors: { files: { wrong: stated.wrong, missed: stated.missed } } } : chosen
}
