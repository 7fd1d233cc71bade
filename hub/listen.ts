import type { FastifyInstance } from 'fastify'
import { ComityError } from '../contract/errors.js'
import { configInvalid, type Config } from './config.js'

/**
 * Listens where the configuration says and returns the origin, `http://127.0.0.1:4000`.
 * @throws ComityError PORT_IN_USE, CONFIG_INVALID
 */
export async function listen(app: FastifyInstance, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw listenFault(error, { host, port })
  }
  const address = app.server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  const scheme = app.initialConfig.https ? 'https' : 'http'
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${bound}`
}

/** What a failure to listen means for whoever configured it. */
export function listenFault(
  error: unknown,
  { host, port, variables = ['HOST', 'PORT'] }: { host: string; port: number; variables?: readonly [string, string] },
): unknown {
  const [hostVariable, portVariable] = variables
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ComityError('PORT_IN_USE', `${portVariable} ${port}.`)
    case 'EACCES':
      return configInvalid([{ variable: portVariable, is: String(port), mustBe: 'a port that this user may open' }])
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return configInvalid([{ variable: hostVariable, is: JSON.stringify(host), mustBe: 'an address of this machine' }])
    default:
      return error
  }
}
