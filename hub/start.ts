import { gatewayApp } from './app.js'
import { Closers } from './closers.js'
import { assertListenAddress, type Config } from './config.js'
import { greeting } from './greeting.js'
import { openHub } from './hub.js'
import { listen } from './listen.js'
import { createLogger } from './logger.js'
import { stopwatch } from './stopwatch.js'
import { tlsOf } from './tls.js'
import { openTelemetry } from './telemetry.js'
import type { Terminal } from './terminal.js'
import { TourOnDemand } from './tour/on-demand.js'
import { SHIELD_OFF_PATH } from './tour/paths.js'
import { untilStopped } from './until-stopped.js'

export interface StartOptions {
  /** How many officers a demo world has that is made now. */
  readonly officers?: number
}

/**
 * The hub in one process, until the first signal; then the requests under way are answered and everything is closed.
 * @throws ComityError of configuration, database and port (contract/errors.ts)
 */
export async function startHub(
  config: Config,
  { clock, out, err }: Terminal,
  { officers }: StartOptions = {},
): Promise<void> {
  const logger = createLogger(config.logLevel)
  for (const warning of config.warnings) err(`warning: ${warning}\n`)
  const closers = new Closers()
  const watch = stopwatch(err)
  try {
    const open = closers.add(await openTelemetry(config, 'comity'), (opened) => opened.close())
    const { telemetry } = open
    const options = {
      config,
      logger,
      clock,
      progress: watch.next,
      telemetry,
      ...(officers !== undefined && { officers }),
    }
    const hub = closers.add(await openHub(options), (opened) => opened.close())
    assertListenAddress(config.host, hub.mode)
    const demo = hub.mode === 'DEMO' ? new TourOnDemand(config, clock, logger) : null
    const app = await gatewayApp({
      mode: hub.mode,
      gateway: hub.gateway,
      limits: hub.limits,
      operations: hub.operations,
      tls: tlsOf(config),
      authenticate: hub.authenticate,
      ready: () => hub.ready(),
      hasRealData: () => hub.hasRealData(),
      policy: () => hub.policy(),
      logger,
      clock,
      telemetry,
      ...(demo && {
        tour: demo,
        extraGateways: [{ path: SHIELD_OFF_PATH, gateway: () => hub.withoutShield() }],
      }),
    })
    closers.add(app, (opened) => opened.close())
    const origin = await listen(app, config)
    watch.done()
    if (open.metricsUrl !== null) err(`Metrics at ${open.metricsUrl}\n`)
    demo?.startAt(origin)
    const { mode, database } = hub
    out(
      greeting({
        origin,
        mode,
        database: database.kind,
        hasRealData: await hub.hasRealData(),
        dataDir: config.dataDir,
        today: clock().toISOString().slice(0, 10),
      }),
    )
    err(`${await untilStopped()}: answering what is under way, then closing.\n`)
  } finally {
    await closers.close()
  }
}
