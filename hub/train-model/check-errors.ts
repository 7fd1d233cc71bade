import type { CheckErrors } from '../../subgraphs/officers/matching/model-file.js'
import type { Model } from '../../subgraphs/officers/matching/model.js'
import { type Screened, type ScreeningResult, screen } from '../screening/screen.js'
import { measured } from './measured.js'

/** Strangers come back the more, the more records there are: the size of a State's. */
const RECORDS = 50_000
/** Half of them strangers. */
const CANDIDATES = 5_000

const sum = (all: readonly Screened[], figure: keyof Screened): number =>
  all.reduce((total, one) => total + one[figure], 0)

/** The rates of a screening: all its classes of mistakes together, and its strangers. */
export function errorsOf({ classes, clean }: Pick<ScreeningResult, 'classes' | 'clean'>): CheckErrors {
  const all = Object.values(classes)
  const [asked, likely, possible] = [sum(all, 'asked'), sum(all, 'likely'), sum(all, 'possible')]
  return {
    strangerLikely: measured(clean.likely, clean.asked),
    strangerBack: measured(clean.likely + clean.possible, clean.asked),
    missed: measured(asked - likely - possible, asked),
    notLikely: measured(asked - likely, asked),
  }
}

/** At the thresholds of `hub`, in the profile STRICT, on generated people of another seed than the model's. */
export async function checkErrors(model: Model, seed: string): Promise<CheckErrors> {
  return errorsOf(await screen({ people: RECORDS, queries: CANDIDATES, seed, model }))
}
