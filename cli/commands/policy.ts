import { Command } from 'commander'
import type { CliContext } from '../context.js'
import { policyDecideCommand } from './policy-decide.js'
import { policyDiffCommand } from './policy-diff.js'
import { policyExplainCommand } from './policy-explain.js'
import { policyMatrixCommand } from './policy-matrix.js'
import { policySignCommand } from './policy-sign.js'
import { policySimulateCommand } from './policy-simulate.js'

/** `comity policy` */
export function policyCommand(context: CliContext): Command {
  return new Command('policy')
    .summary('ask the sharing rules')
    .description(
      'Asks the sharing rules that are shipped with this version, and what a bundle would change. No hub needs to run.',
    )
    .addCommand(policyDecideCommand(context))
    .addCommand(policyExplainCommand(context))
    .addCommand(policyMatrixCommand(context))
    .addCommand(policyDiffCommand(context))
    .addCommand(policySimulateCommand(context))
    .addCommand(policySignCommand(context))
}
