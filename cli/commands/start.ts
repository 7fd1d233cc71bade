import { Command } from 'commander'
import { readConfig } from '../../hub/config.js'
import { startHub } from '../../hub/start.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

/** `comity start` */
export function startCommand({ env, clock, out, err }: CliContext): Command {
  return new Command('start')
    .summary('start the hub: four subgraphs and the gateway in one process')
    .description(
      'Starts the hub in one process and prints where it listens and what to try first. Without DATABASE_URL it keeps an ' +
        'embedded database in COMITY_DATA_DIR; created that way, it is a demo with an invented world. Ctrl-C ends it: ' +
        'requests under way are answered first.',
    )
    .addHelpText('after', exitCodes('it could not start'))
    .action(async () => {
      await startHub(readConfig(env), { clock, out, err })
    })
}
