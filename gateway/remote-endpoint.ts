import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'
import { ComityError } from '../contract/errors.js'
import type { RequestSigner } from '../contract/signature.js'
import type { SubgraphEndpoint, SubgraphRequest, SubgraphResponse } from '../contract/subgraph.js'
import type { SignedRequest, SubgraphName } from '../contract/viewer.js'
import { CircuitBreaker } from './circuit-breaker.js'
import { revive } from './faults.js'

export interface RemoteOptions {
  readonly name: SubgraphName
  /** Where the service listens, `http://officers:4001`. */
  readonly url: string
  /** Milliseconds for one fetch, from sending to the last byte. */
  readonly timeout?: number
  /** Bytes of an answer; a larger one is not read to its end. */
  readonly maxBytes?: number
  readonly connections?: number
}

export interface RemoteEndpoint extends SubgraphEndpoint {
  /** Whether the service says that it can answer. */
  ready(): Promise<boolean>
  close(): Promise<void>
}

const TIMEOUT = 10_000
/** Milliseconds; more than the service takes to find that its own database does not answer. */
const READY_WITHIN = 3_000
const MAX_BYTES = 16 * 1_048_576
const CONNECTIONS = 32
const SDL_QUERY = '{ _service { sdl } }'
/** Milliseconds between two tries while a service has not started yet. */
const RETRY_AFTER = 500

/**
 * A subgraph that runs as its own service. Its schema is asked for first, signed like every other request, and for as
 * long as `patience` (milliseconds) allows, since services start in any order.
 *
 * @throws ComityError SUBGRAPH_UNAVAILABLE; SIGNATURE_REFUSED at once where the service knows another gateway's key
 */
export async function openRemoteEndpoint(
  options: RemoteOptions,
  signer: RequestSigner,
  asHub: () => SignedRequest,
  patience = 60_000,
): Promise<RemoteEndpoint> {
  const transport = new Transport(options)
  const deadline = performance.now() + patience
  for (;;) {
    try {
      const signature = signer.sign(asHub(), options.name, SDL_QUERY, {})
      const sdl = sdlOf(await transport.send({ query: SDL_QUERY, variables: {}, signature }))
      return {
        name: options.name,
        sdl,
        send: (request) => transport.send(request),
        ready: () => transport.ready(),
        close: () => transport.close(),
      }
    } catch (error) {
      const isRefusal = error instanceof ComityError && error.code === 'SIGNATURE_REFUSED'
      if (isRefusal || performance.now() + RETRY_AFTER > deadline) {
        await transport.close()
        throw error
      }
      await sleep(RETRY_AFTER)
    }
  }
}

function sdlOf(response: SubgraphResponse): string {
  if (response.errors?.some(({ extensions }) => extensions['code'] === 'SIGNATURE_REFUSED'))
    throw new ComityError('SIGNATURE_REFUSED')
  const service = response.data?.['_service'] as { sdl?: unknown } | null | undefined
  if (typeof service?.sdl !== 'string') throw unavailable()
  return service.sdl
}

/** Every failure is SUBGRAPH_UNAVAILABLE: a gap must never look like an empty answer. */
class Transport {
  readonly #pool: Pool
  readonly #breaker = new CircuitBreaker()
  readonly #path: string
  readonly #timeout: number
  readonly #maxBytes: number

  constructor({ url, timeout = TIMEOUT, maxBytes = MAX_BYTES, connections = CONNECTIONS }: RemoteOptions) {
    const { origin, pathname } = new URL(url)
    this.#pool = new Pool(origin, { connections, connect: { timeout } })
    this.#path = pathname
    this.#timeout = timeout
    this.#maxBytes = maxBytes
  }

  async send(request: SubgraphRequest): Promise<SubgraphResponse> {
    if (!this.#breaker.admits()) throw unavailable()
    try {
      const answer = await this.#post(request)
      this.#breaker.succeeded()
      return answer
    } catch {
      // Whoever is stopped by its own request says nothing of the service.
      if (!request.signal?.aborted) this.#breaker.failed()
      throw unavailable()
    }
  }

  async ready(): Promise<boolean> {
    try {
      const { statusCode, body } = await this.#pool.request({
        method: 'GET',
        path: '/health/ready',
        signal: AbortSignal.timeout(READY_WITHIN),
      })
      await body.dump()
      return statusCode === 200
    } catch {
      return false
    }
  }

  close(): Promise<void> {
    return this.#pool.close()
  }

  async #post({ query, variables, signature, traceparent, signal }: SubgraphRequest): Promise<SubgraphResponse> {
    const timeout = AbortSignal.timeout(this.#timeout)
    const response = await this.#pool.request({
      method: 'POST',
      path: this.#path,
      headers: {
        'content-type': 'application/json',
        authorization: `Comity ${signature}`,
        ...(traceparent !== undefined && { traceparent }),
      },
      body: JSON.stringify({ query, variables }),
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    })
    const chunks: Buffer[] = []
    let bytes = 0
    // Leaving the loop early destroys the stream, so that an answer without end costs no more than its limit.
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > this.#maxBytes) throw unavailable()
      chunks.push(chunk)
    }
    return graphqlAnswer(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  }
}

function graphqlAnswer(raw: unknown): SubgraphResponse {
  const { data, errors, extensions } = (raw ?? {}) as Record<string, unknown>
  const isAnswer = (typeof data === 'object' && data !== null) || (Array.isArray(errors) && errors.length > 0)
  if (!isAnswer) throw unavailable()
  return {
    data: (data ?? null) as NonNullable<SubgraphResponse['data']> | null,
    ...(Array.isArray(errors) ? { errors: errors.map(revive) } : {}),
    ...(typeof extensions === 'object' && extensions !== null
      ? { extensions: extensions as Record<string, unknown> }
      : {}),
  }
}

function unavailable(): ComityError {
  return new ComityError('SUBGRAPH_UNAVAILABLE')
}
