import type { FastifyInstance } from 'fastify'
import type { Clock } from '../../contract/clock.js'
import type { SubgraphEndpoint } from '../../contract/subgraph.js'
import { SUBGRAPHS, type SubgraphName } from '../../contract/viewer.js'
import { gatewayApp } from '../../hub/app.js'
import { Closers } from '../../hub/closers.js'
import { createDirectory } from '../../hub/directory.js'
import { openConfiguredLog } from '../../hub/disclosure-log.js'
import { authenticatorFor, gatewayOver, gatewaySigner } from '../../hub/edge.js'
import { candidateSecret, cursorSecret, gatewayKeyPair } from '../../hub/keys.js'
import { openLimits } from '../../hub/limits.js'
import { openOperations } from '../../hub/operations.js'
import { createLogger } from '../../hub/logger.js'
import { openCurrentPolicy } from '../../hub/policy.js'
import { openService } from '../../hub/services.js'
import { openPrisma } from '../../prisma/client.js'
import { PolicyStore } from '../../subgraphs/kit/policy-store.js'
import type { TestHub } from './hub.js'
import { personSink } from './sink.js'

/** Gateway and services beside a hub on its database, each with what it holds itself; fetches of one subgraph can be held. */
export interface GatedProcess {
  version(): string
  /** @throws Error with the whole answer, where there is no data */
  ask<Data>(token: string, query: string): Promise<{ data: Data }>
  /** Holds the next fetch of the subgraph: resolves once it has come, to what lets it go on. */
  hold(): Promise<() => void>
  close(): Promise<void>
}

export async function openGatedProcess(hub: TestHub, gated: SubgraphName, clock: Clock): Promise<GatedProcess> {
  const closers = new Closers()
  const { config } = hub.database
  const sink = personSink()
  const logger = createLogger('trace', sink)
  const database = closers.add(await hub.database.open(), (opened) => opened.close())
  const prisma = closers.add(openPrisma({ url: database.urlFor('HUB'), max: 2 }), (opened) => opened.close())
  const policies = new PolicyStore(prisma.client)
  const policy = closers.add(await openCurrentPolicy(prisma.client, clock, { store: policies }), (opened) =>
    opened.stop(),
  )
  const keys = gatewayKeyPair(config)

  let arrived: ((letGo: () => void) => void) | null = null
  const gate = (endpoint: SubgraphEndpoint): SubgraphEndpoint => ({
    ...endpoint,
    async send(request) {
      const tell = arrived
      arrived = null
      if (tell) await new Promise<void>((letGo) => tell(letGo))
      return endpoint.send(request)
    },
  })
  const endpoints: SubgraphEndpoint[] = []
  for (const name of SUBGRAPHS) {
    const opened = await openService(name, {
      logger,
      url: database.urlFor(name.toUpperCase() as Uppercase<SubgraphName>),
      gatewayPublicKey: keys.publicKey,
      policy: policy.first,
      secrets: { cursor: cursorSecret(config), candidate: candidateSecret(config) },
      clock,
    })
    closers.add(opened, (service) => service.close())
    endpoints.push(name === gated ? gate(opened.service) : opened.service)
  }
  const log = closers.add(await openConfiguredLog(config, database.urlFor('AUDIT'), clock), (opened) => opened.close())
  const gateway = gatewayOver({
    endpoints,
    signer: gatewaySigner(keys.privateKey, clock),
    log,
    policyVersion: () => policy.version(),
    policies: (hash) => policies.byHash(hash),
    clock,
    logger,
  })
  const app: FastifyInstance = await gatewayApp({
    mode: 'DEMO',
    gateway,
    operations: openOperations(config, gateway, []),
    limits: closers.add(openLimits(config, null, logger), (opened) => opened.close()),
    authenticate: authenticatorFor(config, 'DEMO', createDirectory(prisma.pool), clock),
    ready: () => Promise.resolve({}),
    hasRealData: () => Promise.resolve(false),
    policy: () => policy.current(),
    logger,
    clock,
  })
  closers.add(app, (opened) => opened.close())
  return {
    version: () => policy.version(),
    async ask<Data>(token: string, query: string) {
      const headers = { authorization: `Bearer ${token}` }
      const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } })
      const { data } = response.json<{ data: Data | null }>()
      if (data === null) throw new Error(response.body)
      return { data }
    },
    hold: () => new Promise((resolve) => (arrived = resolve)),
    async close() {
      await closers.close()
      sink.assertClean()
    },
  }
}
