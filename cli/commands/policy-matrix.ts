import { Command } from 'commander'
import { policyMatrix } from '../../hub/policy-offline.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

/** `comity policy matrix` */
export function policyMatrixCommand({ out }: CliContext): Command {
  return new Command('matrix')
    .summary('print who sees what')
    .description(
      'Prints, as Markdown, who sees which class of data for which purpose, by which policy, and each policy with its ' +
        'citation and its Cedar text. docs/generated/sharing-policy.md is this page. No hub needs to run.',
    )
    .addHelpText(
      'after',
      `
Example:
  npx comity policy matrix > sharing-policy.md
${exitCodes('the policies do not load')}`,
    )
    .action(() => out(policyMatrix()))
}
