import { Command, CommanderError } from 'commander'
import type { CliContext } from './context.js'
import { EXIT, exitCodes } from './exit-codes.js'
import { auditCommand } from './commands/audit.js'
import { databaseCommand } from './commands/database.js'
import { identityCommand } from './commands/identity.js'
import { importCommand } from './commands/import.js'
import { matchCommand } from './commands/match.js'
import { policyCommand } from './commands/policy.js'
import { startGatewayCommand, startSubgraphCommand } from './commands/services.js'
import { startCommand } from './commands/start.js'
import { tokenCommand } from './commands/token.js'
import { tourCommand } from './commands/tour.js'
import { CommandFailed } from './failed.js'
import { report } from './report.js'

/** In characters. */
const HELP_WIDTH = 100

/** `argv` as of a process: interpreter and script first. Never throws; the exit code is the answer. */
export async function run(argv: readonly string[], version: string, context: CliContext): Promise<number> {
  const program = buildProgram(version, context)
  try {
    await program.parseAsync([...argv])
    return EXIT.DONE
  } catch (error) {
    // Help and version end here too, with 0; what commander has to say of anything else it has said.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.DONE : EXIT.USAGE
    if (!(error instanceof CommandFailed)) report(error, context)
    return EXIT.FAILED
  }
}

/** The words of every command and subcommand, in the order of the help. */
export function commandPaths(context: CliContext): readonly (readonly string[])[] {
  const paths = (command: Command, above: readonly string[]): (readonly string[])[] =>
    command.commands.flatMap((child) => [[...above, child.name()], ...paths(child, [...above, child.name()])])
  return paths(buildProgram('', context), [])
}

function buildProgram(version: string, context: CliContext): Command {
  const program = new Command('comity')
    .description('Comity: share officer-accountability records between jurisdictions, each under its own law.')
    .version(version, '--version', 'print the version')
    .addCommand(startCommand(context))
    .addCommand(tokenCommand(context))
    .addCommand(tourCommand(context))
    .addCommand(importCommand(context))
    .addCommand(matchCommand(context))
    .addCommand(policyCommand(context))
    .addCommand(auditCommand(context))
    .addCommand(databaseCommand(context))
    .addCommand(identityCommand(context))
    .addCommand(startSubgraphCommand(context))
    .addCommand(startGatewayCommand(context))
    .addHelpText(
      'after',
      `\nEach command has its own --help. Configuration is read from the environment; see README.md.\n${exitCodes('the command failed')}`,
    )
  each(program, (command) => {
    command
      .exitOverride()
      .helpCommand(false)
      .showHelpAfterError('(--help shows how)')
      .helpOption('-h, --help', 'show this help')
      .configureOutput({
        writeOut: (text) => context.out(text),
        writeErr: (text) => context.err(text),
        // The same text in every terminal and in docs/generated/commands.md.
        getOutHelpWidth: () => HELP_WIDTH,
        getErrHelpWidth: () => HELP_WIDTH,
      })
  })
  return program
}

/** commander copies these settings only to commands that it makes itself. */
function each(command: Command, visit: (command: Command) => void): void {
  visit(command)
  for (const child of command.commands) each(child, visit)
}
