import { Command, InvalidArgumentError } from 'commander'
import { readConfig } from '../../hub/config.js'
import { startHub } from '../../hub/start.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

const OFFICERS = { min: 400, max: 5_000_000 }

/** As the invented world takes them; more than the largest would run for hours. */
function officersOption(text: string): number {
  const officers = Number(text)
  if (!/^\d+$/.test(text) || officers < OFFICERS.min || officers > OFFICERS.max)
    throw new InvalidArgumentError(`A whole number from ${OFFICERS.min} to ${OFFICERS.max}.`)
  return officers
}

/** `comity start` */
export function startCommand({ env, clock, out, err }: CliContext): Command {
  return new Command('start')
    .summary('start the hub: four subgraphs and the gateway in one process')
    .description(
      'Starts the hub in one process and prints where it listens and what to try first. Without DATABASE_URL it keeps an ' +
        'embedded database in COMITY_DATA_DIR; created that way, it is a demo with an invented world. Ctrl-C ends it: ' +
        'requests under way are answered first.',
    )
    .option(
      '--officers <number>',
      'how many officers the invented world has, where it is made now (5,000 without it; a world that is there stays)',
      officersOption,
    )
    .addHelpText('after', exitCodes('it could not start'))
    .action(async ({ officers }: { officers?: number }) => {
      await startHub(readConfig(env), { clock, out, err }, officers === undefined ? {} : { officers })
    })
}
