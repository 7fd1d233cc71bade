import { modelOf } from '../subgraphs/officers/matching/model.js'
import type { ModelFile, UntestedModel } from '../subgraphs/officers/matching/model-file.js'
import { DAMAGE } from './train-model/damage.js'
import { checkErrors } from './train-model/check-errors.js'
import { fileErrors } from './train-model/measure.js'
import { train } from './train-model/train.js'

export interface TrainModelOptions {
  readonly version: string
  /** Invented people; some three in ten get further, damaged records. */
  readonly people: number
  readonly seed: string
  readonly today: string
  /** What it is about to do. */
  readonly onStep: (step: string) => void
}

const RANDOM_PAIRS = 300_000
/**
 * Of files: LIKELY is rather one person's than not, by a quarter of a bit; POSSIBLE lies a bit and a quarter below, few
 * pairs, of which a person finds about every third to be right. Set by hand with the sweeps of FEBRL, fake_1000 and four
 * generated files in view: from 0 to 0.5 F1 moves by 0.001 on them. The errors at it on others are stated in the file.
 */
const FILES = { likely: 0.25, possible: -1 }

/**
 * Of a check. Its prior is that of a record which the keys found; LIKELY needs more than any name gives, and what a
 * check calls POSSIBLE, a person decides: there a miss is dearer than a look. Where both births are known to the day the
 * bound lies higher, and of two different given names higher still: at -12 one stranger in 80 came back, at -2 one in 125
 * to 300, with 3 for the latter one in 500 to 1,200, and of 2,500 mutated names and dates none less (`npm run
 * bench:screening`, six seeds).
 */
const HUB = {
  prior: -17,
  likely: 3,
  possible: -8.25,
  possibleToTheDay: -2,
  possibleOtherGiven: 3,
  lead: 6,
  unknownAgencies: 12,
}

/** A model from generated people alone, with the errors that it makes on others of them. The same options, the same file. */
export async function trainModel({ version, people, seed, today, onStep }: TrainModelOptions): Promise<ModelFile> {
  onStep('weights by EM')
  const { levels, corpus, nameFrequency, sameYear } = train({ people, seed, randomPairs: RANDOM_PAIRS })
  const untested: UntestedModel = {
    version,
    trainedOn: today,
    corpus,
    damage: DAMAGE,
    levels,
    nameFrequency,
    sameYear,
    hub: HUB,
    files: FILES,
  }
  const model = modelOf(untested)
  onStep('errors in files')
  const files = fileErrors(model, people, `${seed}/errors`)
  onStep('errors in background checks')
  return { ...untested, errors: { files, check: await checkErrors(model, `${seed}/check`) } }
}
