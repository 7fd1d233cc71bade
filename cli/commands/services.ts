import { Argument, Command } from 'commander'
import { SUBGRAPHS, type SubgraphName } from '../../contract/viewer.js'
import { readConfig } from '../../hub/config.js'
import { startGatewayService } from '../../hub/start-gateway.js'
import { startSubgraphService } from '../../hub/start-subgraph.js'
import type { CliContext } from '../context.js'
import { exitCodes } from '../exit-codes.js'

/** `comity start-subgraph <name>`: one subgraph as a service of its own. */
export function startSubgraphCommand({ env, clock, out, err }: CliContext): Command {
  return new Command('start-subgraph')
    .summary('start one subgraph as an HTTP service of its own')
    .description(
      'Serves one subgraph over HTTP, to its gateway alone: every request has to carry a signature made with the key whose ' +
        'public half is in COMITY_GATEWAY_PUBLIC_KEY_FILE. Needs PostgreSQL, prepared by `comity database prepare`.',
    )
    .addArgument(new Argument('<name>', 'which').choices([...SUBGRAPHS]))
    .addHelpText('after', exitCodes('it could not start'))
    .action(async (name: SubgraphName) => {
      await startSubgraphService(name, readConfig(env), { clock, out, err })
    })
}

/** `comity start-gateway`: the gateway over subgraphs that run as services. */
export function startGatewayCommand({ env, clock, out, err }: CliContext): Command {
  return new Command('start-gateway')
    .summary('start the gateway over subgraphs that run as services')
    .description(
      'Serves GraphQL to clients over the four services named in COMITY_SUBGRAPH_URL_*. It waits for them for a minute. Needs ' +
        'PostgreSQL, prepared by `comity database prepare`.',
    )
    .addHelpText('after', exitCodes('it could not start'))
    .action(async () => {
      await startGatewayService(readConfig(env), { clock, out, err })
    })
}
