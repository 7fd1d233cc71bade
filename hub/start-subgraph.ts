import { ComityError } from '../contract/errors.js'
import type { SubgraphName } from '../contract/viewer.js'
import { loadPolicySet, readPolicyFiles } from '../policy/index.js'
import { serveSubgraph } from '../subgraphs/kit/http.js'
import type { Config } from './config.js'
import { candidateSecret, cursorSecret, gatewayPublicKey } from './keys.js'
import { listen } from './listen.js'
import { openService } from './services.js'
import { createLogger } from './logger.js'
import { openTelemetry } from './telemetry.js'
import type { Terminal } from './terminal.js'
import { untilStopped } from './until-stopped.js'

/**
 * One subgraph as a service of its own, connected with its own role. Ends with the process's first signal, when the
 * requests under way are answered.
 * @throws ComityError NEEDS_POSTGRES, PORT_IN_USE, CONFIG_INVALID, DATABASE_UNREACHABLE
 */
export async function startSubgraphService(
  name: SubgraphName,
  config: Config,
  { clock, out }: Terminal,
): Promise<void> {
  const role = name.toUpperCase() as Uppercase<SubgraphName>
  const url = config.roleUrls[role]
  if (url === null) throw new ComityError('NEEDS_POSTGRES')
  const logger = createLogger(config.logLevel)
  const open = await openTelemetry(config, `comity-${name}`)
  const { telemetry } = open
  const opened = await openService(name, {
    logger,
    telemetry,
    url,
    gatewayPublicKey: gatewayPublicKey(config),
    policy: loadPolicySet(readPolicyFiles()),
    secrets: { cursor: cursorSecret(config), candidate: candidateSecret(config) },
    clock,
    statementTimeout: config.limits.deadline,
  })
  const app = serveSubgraph(
    opened.service,
    () => opened.ready(),
    (answered) => logger.info({ subgraph: name, ...answered }, 'answered'),
    (traceparent, work) => telemetry.continued(traceparent, () => telemetry.span('subgraph', { subgraph: name }, work)),
  )
  try {
    if (!(await opened.ready())) throw new ComityError('DATABASE_UNREACHABLE')
    const origin = await listen(app, config)
    out(`Comity subgraph ${name} at ${origin}: answers its gateway alone. Ctrl-C ends it.\n`)
    if (open.metricsUrl !== null) out(`Metrics at ${open.metricsUrl}\n`)
    await untilStopped()
  } finally {
    await app.close()
    await opened.close()
    await open.close()
  }
}
