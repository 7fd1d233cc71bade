import { Command } from 'commander'
import { readConfig } from '../../hub/config.js'
import { prepareDatabase } from '../../hub/prepare-database.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

/** `comity database …` */
export function databaseCommand({ env, clock, out }: CliContext): Command {
  return new Command('database').summary('prepare PostgreSQL for the services').addCommand(
    new Command('prepare')
      .summary('apply migrations, and let each role log in')
      .description(
        'Connects with DATABASE_URL, which has to own the database, applies the migrations that are missing, and gives each role ' +
          'named in a COMITY_DATABASE_URL_* the password that stands in it. May be run again at any time.',
      )
      .addHelpText('after', exitCodes('the database could not be prepared'))
      .action(async () => {
        for (const line of await prepareDatabase(readConfig(env), clock)) out(`${line}\n`)
      }),
  )
}
