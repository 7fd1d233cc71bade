import { Command } from 'commander'
import { readConfig } from '../../hub/config.js'
import { hubAt } from '../../hub/tour/http-hub.js'
import { tokenFor } from '../../hub/tour/on-demand.js'
import { walkTour } from '../../hub/tour/walk.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'
import { renderStep, renderVerdict } from '../tour-text.js'
import { CommandFailed } from '../failed.js'

interface Options {
  readonly url?: string
  readonly json: boolean
}

/** `comity tour` */
export function tourCommand({ env, clock, out }: CliContext): Command {
  return new Command('tour')
    .summary('walk through a running demo hub, with its real answers')
    .description(
      'Asks a running demo hub as its personas would and prints what each is told: one officer seen by six askers, a ' +
        'background check, a namesake who stays unrevealed, a reversal, a sealed record, the hub without its shield, and ' +
        'what could not be asked. Every claim is checked. It takes less than a minute and may be repeated: each walk opens ' +
        'cases and submits a matter of its own, about invented people.',
    )
    .option('--url <address>', 'where the hub listens (default: PORT and HOST of the configuration)')
    .option('--json', 'print one JSON document instead of text', false)
    .addHelpText('after', exitCodes('a claim did not hold, no hub answers, or it is no demo'))
    .action(async ({ url, json }: Options) => {
      const config = readConfig(env)
      const origin = url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
      const hub = hubAt(origin, tokenFor(config, clock))
      let number = 0
      const result = await walkTour({
        hub,
        clock,
        onStep: (step) => {
          if (!json) out(renderStep(step, ++number))
        },
      })
      out(json ? `${JSON.stringify(result, null, 2)}\n` : renderVerdict(result))
      if (!result.holds) throw new CommandFailed()
    })
}
