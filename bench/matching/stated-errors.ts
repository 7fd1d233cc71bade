import { type MeasuredRate, readModelFile } from '../../subgraphs/officers/matching/model-file.js'
import { wilson } from './figures.js'

function perThousand({ value, of }: MeasuredRate): string {
  const { low, high } = wilson(Math.round(value * of), of)
  return `${(1000 * value).toFixed(1)} in 1,000 (${(1000 * low).toFixed(1)} to ${(1000 * high).toFixed(1)})`
}

/** The errors that the model file states at its thresholds, as `comity match train` measured them on generated people. */
export function statedErrors(): string {
  const { files, check } = readModelFile().errors
  return [
    '## What the model states of itself',
    `Measured by \`comity match train\` at the model's thresholds, on generated people that it was not trained on:

- files compared with \`comity match\`: of the LIKELY pairs ${perThousand(files.wrong)} are two persons; of the pairs of one person ${perThousand(files.missed)} are not LIKELY;
- a background check with name and date of birth: for a candidate without a record somebody is LIKELY ${perThousand(check.strangerLikely)}, LIKELY or POSSIBLE ${perThousand(check.strangerBack)}; of candidates with a record, which their form writes otherwise, ${perThousand(check.missed)} do not come back, and ${perThousand(check.notLikely)} are not LIKELY.`,
  ].join('\n\n')
}
