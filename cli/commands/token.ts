import { Command, InvalidArgumentError } from 'commander'
import { DEFAULT_TTL_SECONDS, demoToken, PERSONAS } from '../../hub/demo-token.js'
import { readConfig } from '../../hub/config.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

interface Options {
  readonly purpose?: string
  readonly case?: string
  readonly ttl: number
}

/** `comity token <persona>` */
export function tokenCommand({ env, clock, out }: CliContext): Command {
  return new Command('token')
    .summary('print a bearer token of a demo persona')
    .description(
      'Prints a bearer token of a demo persona, and nothing else. A hub accepts it if it has the same data folder ' +
        '(COMITY_DATA_DIR) and its database is a demo. No hub needs to run.',
    )
    .argument('<persona>', 'who asks; see the list below')
    .option('--purpose <code>', 'what for: J, C, A or a hub: code that the persona has (default: its own)')
    .option(
      '--case <reference>',
      'reference of the case under which it asks; J, C and hub:CERT need one to see a person',
    )
    .option('--ttl <seconds>', 'how long the token lives, 1 to 86400', seconds, DEFAULT_TTL_SECONDS)
    .addHelpText('after', help())
    .action(async (handle: string, options: Options) => {
      const { purpose, case: caseReference, ttl } = options
      const asked = {
        ttl,
        ...(purpose === undefined ? {} : { purpose }),
        ...(caseReference === undefined ? {} : { caseReference }),
      }
      out(`${await demoToken(handle, asked, readConfig(env), clock)}\n`)
    })
}

function seconds(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is not a whole number of seconds.')
  return Number(text)
}

function help(): string {
  const lines = PERSONAS.map(({ handle, title, purposes }) => `  ${handle.padEnd(18)}${title} (${purposes.join(', ')})`)
  return `
Personas, all of them invented, with their purposes:
${lines.join('\n')}

Example:
  curl -s http://127.0.0.1:4000/graphql -H 'content-type: application/json' \\
    -H "authorization: Bearer $(npx comity token hiring-city --purpose J --case HIRE-1)" \\
    -d '{"query":"{ viewer { subject purpose } }"}'
${exitCodes('no such persona, or a purpose that it does not have')}`
}
