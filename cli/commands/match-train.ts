import { Command, InvalidArgumentError } from 'commander'
import { requireDay } from '../../hub/day.js'
import { stopwatch } from '../../hub/stopwatch.js'
import { trainModel } from '../../hub/train-model.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

interface Options {
  readonly name: string
  readonly people: number
  readonly seed: string
  readonly on?: string
}

/** `comity match train` */
export function matchTrainCommand({ clock, out, err }: CliContext): Command {
  return new Command('train')
    .summary("estimate the matching model's weights and print the model file")
    .description(
      'Estimates by EM what an agreement is worth, over pairs of generated people and their damaged second records, whose the ' +
        'records are unseen; states the errors made on others of them, in files and in background checks. Prints the model file ' +
        '(JSON). No hub needs to run, no file is read. The same options print the same model.',
    )
    .requiredOption('--name <version>', 'the version that travels with every score, such as em-2')
    .option('--people <number>', 'generated people; some three in ten get further records', people, 4000)
    .option('--seed <text>', 'what they are generated from', 'model')
    .option('--on <day>', 'the day that is written into the file (UTC); today if not said')
    .addHelpText('after', HELP)
    .action(async ({ name, people, seed, on }: Options) => {
      const today = (on === undefined ? clock() : requireDay('--on', on)).toISOString().slice(0, 10)
      const watch = stopwatch(err)
      const model = await trainModel({ version: name, people, seed, today, onStep: watch.next })
      watch.done()
      out(`${JSON.stringify(model, null, 2)}\n`)
    })
}

function people(text: string): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1_000 || number > 100_000)
    throw new InvalidArgumentError('It is not a whole number from 1000 to 100000.')
  return number
}

const HELP = `
To take a model over: write it to subgraphs/officers/matching/model/, name it in subgraphs/officers/matching/model-file.ts,
run the tests and npm run bench:matching, and review the figures like a change of a rule.

Example:
  npx comity match train --name em-2 > subgraphs/officers/matching/model/em-2.json
${exitCodes('a day is none')}`
