import { Command } from 'commander'
import { readConfig } from '../../hub/config.js'
import { prepareDatabase } from '../../hub/prepare-database.js'
import { registerPolicyKey } from '../../hub/register-policy-key.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

/** `comity database …` */
export function databaseCommand(context: CliContext): Command {
  return new Command('database')
    .summary('prepare PostgreSQL for the services; register keys')
    .addCommand(prepareCommand(context))
    .addCommand(policyKeyCommand(context))
}

function prepareCommand({ env, clock, out }: CliContext): Command {
  return new Command('prepare')
    .summary('apply migrations, and let each role log in')
    .description(
      'Connects with DATABASE_URL, which has to own the database, applies the migrations that are missing, and gives each role ' +
        'named in a COMITY_DATABASE_URL_* the password that stands in it. May be run again at any time.',
    )
    .addHelpText('after', exitCodes('the database could not be prepared'))
    .action(async () => {
      for (const line of await prepareDatabase(readConfig(env), clock)) out(`${line}\n`)
    })
}

function policyKeyCommand({ env, clock, out }: CliContext): Command {
  return new Command('policy-key')
    .summary("let a policy officer's key sign the bundles of a jurisdiction")
    .description(
      'Registers the public half of a key with which a jurisdiction signs its bundles (comity policy sign), from today on; ' +
        'for a key that is registered, it sets the day on which it ends. Connects as the owner of the database. A hub may run ' +
        'meanwhile.',
    )
    .argument('<file>', 'Ed25519 public key, SPKI PEM')
    .requiredOption('--jurisdiction <code>', 'whose bundles it signs, e.g. US-CA')
    .option('--until <day>', 'the first day (UTC) on which it signs nothing any more; what it signed before stays')
    .addHelpText(
      'after',
      `
Example:
  openssl genpkey -algorithm ed25519 -out officer.pem
  openssl pkey -in officer.pem -pubout -out officer.pub.pem
  npx comity database policy-key --jurisdiction US-CA officer.pub.pem
${exitCodes('the file is no such key, the jurisdiction is unknown, or the database cannot be reached')}`,
    )
    .action(async (file: string, { jurisdiction, until }: { jurisdiction: string; until?: string }) => {
      out(`${await registerPolicyKey({ jurisdiction, file, until: until ?? null }, readConfig(env), clock)}\n`)
    })
}
