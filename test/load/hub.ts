import { demoToken } from '../../hub/demo-token.js'
import type { Config } from '../../hub/config.js'
import { startHubProcess } from '../support/hub-process.js'
import { CLIENTS, PUBLIC } from './operations.js'
import { CONCURRENCY, type LoadedHub } from './load.js'

/** Few at once, so that a small machine's client can ask for more; only the public is held to a rate. */
const LIMITS = {
  COMITY_CONCURRENCY: String(CONCURRENCY),
  COMITY_RATE_VIEWER: '1000000000',
  COMITY_RATE_AGENCY: '1000000000',
  COMITY_RATE_PUBLIC: '4000',
}

/** A hub in a process of its own, over the data folder of `config`, with tokens of everybody who asks. */
export async function startLoadedHub(
  env: Readonly<Record<string, string>>,
  config: Pick<Config, 'dataDir'>,
): Promise<LoadedHub & { readonly kill: () => Promise<void> }> {
  const hub = await startHubProcess({ ...env, ...LIMITS })
  const who = [...new Set([...CLIENTS, PUBLIC].map((asked) => asked.who))].filter((name) => name !== 'public')
  const tokens = await Promise.all(
    who.map(async (name) => [name, await demoToken(name, {}, config, () => new Date())] as const),
  )
  return { origin: hub.origin, kill: () => hub.kill(), tokens: new Map(tokens) }
}
