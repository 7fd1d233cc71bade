import { ComityError } from '../contract/errors.js'
import { SUBGRAPHS } from '../contract/viewer.js'
import { PUBLIC_VIEWER } from '../gateway/identity/public.js'
import { openRemoteEndpoint } from '../gateway/remote-endpoint.js'
import { openPrisma } from '../prisma/client.js'
import { PolicyStore } from '../subgraphs/kit/policy-store.js'
import { Closers } from './closers.js'
import { assertListenAddress, configInvalid, type Config, type Mode } from './config.js'
import { registerDemoPolicyKeys } from './demo-policy-keys.js'
import { createDirectory } from './directory.js'
import { openConfiguredLog } from './disclosure-log.js'
import { authenticatorFor, gatewayOver, gatewaySigner } from './edge.js'
import { gatewayKeyPair } from './keys.js'
import { openLimits } from './limits.js'
import { listen } from './listen.js'
import { createLogger } from './logger.js'
import { openOperations } from './operations.js'
import { openCurrentPolicy, policyFault } from './policy.js'
import { readiness } from './readiness.js'
import { openTelemetry, readOnDemand, statementsOf, tracedLog } from './telemetry.js'
import type { Terminal } from './terminal.js'
import { trustedIssuers } from './trusted-issuers.js'
import { tlsOf } from './tls.js'
import { untilStopped } from './until-stopped.js'
import { subgraphVariable } from './variables.js'
import { gatewayApp } from './app.js'

/**
 * The gateway over four subgraphs that run as services. It connects with the hub's and the log's roles alone.
 * @throws ComityError NEEDS_POSTGRES, CONFIG_INVALID, DATABASE_UNREACHABLE, SUBGRAPH_UNAVAILABLE, SIGNATURE_REFUSED, PORT_IN_USE,
 *   LOG_REWRITTEN, WITNESS_UNUSABLE
 */
export async function startGatewayService(config: Config, { clock, out }: Terminal): Promise<void> {
  const { HUB, AUDIT } = config.roleUrls
  if (HUB === null || AUDIT === null) throw new ComityError('NEEDS_POSTGRES')
  const urls = subgraphUrls(config)
  const logger = createLogger(config.logLevel)
  const closers = new Closers()
  try {
    const open = closers.add(await openTelemetry(config, 'comity-gateway'), (opened) => opened.close())
    const { telemetry } = open
    const prisma = closers.add(
      openPrisma({
        url: HUB,
        max: 4,
        statementTimeout: config.limits.deadline,
        ...statementsOf('hub', telemetry),
      }),
      (opened) => opened.close(),
    )
    const mode = await modeOf(prisma.client.hubState)
    assertListenAddress(config.host, mode)
    if (mode === 'DEMO') await registerDemoPolicyKeys(prisma.client, config, clock)
    const policies = new PolicyStore(prisma.client)
    const policy = closers.add(
      await openCurrentPolicy(prisma.client, clock, { store: policies, onFault: policyFault(logger) }),
      (opened) => opened.stop(),
    )
    const signer = gatewaySigner(gatewayKeyPair(config).privateKey, clock)
    const asHub = () => ({
      viewer: PUBLIC_VIEWER,
      now: clock().toISOString(),
      policyVersion: policy.version(),
      requestId: 'start',
    })
    const endpoints = await Promise.all(
      urls.map(async ({ name, url }) =>
        closers.add(await openRemoteEndpoint({ name, url }, signer, asHub), (opened) => opened.close()),
      ),
    )
    const log = closers.add(await openConfiguredLog(config, AUDIT, clock, { telemetry, logger }), (opened) =>
      opened.close(),
    )
    const gateway = gatewayOver({
      endpoints,
      signer,
      log: tracedLog(log, telemetry),
      policyVersion: () => policy.version(),
      policies: (hash) => policies.byHash(hash),
      clock,
      logger,
      telemetry,
    })
    const limits = closers.add(openLimits(config, prisma.pool, logger), (opened) => opened.close())
    const issuers = trustedIssuers(config)
    readOnDemand(telemetry, { policy, limits, issuers })
    const app = await gatewayApp({
      mode,
      gateway,
      limits,
      operations: openOperations(config, gateway, issuers),
      tls: tlsOf(config),
      authenticate: authenticatorFor(config, mode, createDirectory(prisma.pool), clock, {
        issuers,
        onRefusal: (code) => telemetry.tokenRefused({ code }),
      }),
      ready: () =>
        readiness({
          database: () => prisma.pool.query('SELECT 1'),
          subgraphs: endpoints,
          disclosureLog: () => log.canAppend(),
          policy: () => policy.isUpToDate(),
          issuers,
        }),
      hasRealData: async () => (await prisma.client.hubState.findUnique({ where: { id: 1 } }))?.hasRealData ?? false,
      policy: () => policy.current(),
      logger,
      clock,
      telemetry,
    })
    closers.add(app, (opened) => opened.close())
    out(
      `Comity gateway at ${await listen(app, config)}, over ${urls.map(({ url }) => url).join(', ')}. Ctrl-C ends it.\n`,
    )
    if (open.metricsUrl !== null) out(`Metrics at ${open.metricsUrl}\n`)
    await untilStopped()
  } finally {
    await closers.close()
  }
}

function subgraphUrls(config: Config): { name: (typeof SUBGRAPHS)[number]; url: string }[] {
  const missing = SUBGRAPHS.filter((name) => config.subgraphUrls[name] === null)
  if (missing.length > 0) {
    throw configInvalid(
      missing.map((name) => ({
        variable: subgraphVariable(name),
        is: 'not set',
        mustBe: `the address of the ${name} service`,
      })),
    )
  }
  return SUBGRAPHS.map((name) => ({ name, url: config.subgraphUrls[name] ?? '' }))
}

interface StateTable {
  findUnique(args: { where: { id: number } }): Promise<{ mode: string } | null>
}

/** @throws ComityError DATABASE_UNREACHABLE where there is no answer, or no hub in the database yet */
async function modeOf(state: StateTable): Promise<Mode> {
  const row = await state.findUnique({ where: { id: 1 } }).catch(() => null)
  if (row === null) throw new ComityError('DATABASE_UNREACHABLE', 'It is not prepared: run `comity database prepare`.')
  return row.mode as Mode
}
