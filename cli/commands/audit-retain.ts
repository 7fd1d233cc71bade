import { Command } from 'commander'
import { removeExpired } from '../../hub/audit-retain.js'
import { readConfig } from '../../hub/config.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

/** `comity audit retain` */
export function auditRetainCommand({ env, clock, out }: CliContext): Command {
  return new Command('retain')
    .summary('remove entries that need not be kept any longer')
    .description(
      'Removes the entries of the disclosure log whose retention has ended: five years after the disclosure, or the life of the ' +
        'record, whichever is longer (5 U.S.C. 552a(c)(2)). An entry goes only where the hub holds none of the records any more ' +
        'that it names. Its leaf stays in the tree: the other entries can be proved as before. A hub may run meanwhile.',
    )
    .addHelpText(
      'after',
      `
Needs DATABASE_URL of the owner; no other role may remove an entry, and before its time the owner may not either.

Example:
  npx comity audit retain
${exitCodes('the database cannot be reached')}`,
    )
    .action(async () => {
      const { removed, held, expiredBefore } = await removeExpired(readConfig(env), clock)
      out(`${removed} entries removed; ${held} whose years are over are kept, since a record that they name is held.\n`)
      if (expiredBefore > 0) out(`For comity audit verify: --expired-before ${expiredBefore}\n`)
    })
}
