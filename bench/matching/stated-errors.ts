import { type MeasuredRate, readModelFile } from '../../subgraphs/officers/matching/model-file.js'
import { perThousand } from './figures.js'

const share = ({ value, of }: MeasuredRate): string => perThousand(Math.round(value * of), of)

/** The errors that the model file states at its thresholds, as `comity match train` measured them on generated people. */
export function statedErrors(): string {
  const { files, check } = readModelFile().errors
  return [
    '## What the model states of itself',
    `Measured by \`comity match train\` at the model's thresholds, on generated people that it was not trained on, per 1,000:

- files compared with \`comity match\`: of the LIKELY pairs ${share(files.wrong)} are two persons; of the pairs of one person ${share(files.missed)} are not LIKELY;
- a background check with name and date of birth: for a candidate without a record somebody is LIKELY ${share(check.strangerLikely)}, LIKELY or POSSIBLE ${share(check.strangerBack)}; of candidates with a record, which their form writes otherwise, ${share(check.missed)} do not come back, and ${share(check.notLikely)} are not LIKELY.`,
  ].join('\n\n')
}
