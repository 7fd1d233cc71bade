import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../contract/clock.js'
import { ComityError } from '../../contract/errors.js'
import { createSigner, createVerifier } from '../../contract/signature.js'
import { faultOf } from '../../gateway/faults.js'
import { openRemoteEndpoint, type RemoteEndpoint, type RemoteOptions } from '../../gateway/remote-endpoint.js'
import { viewer } from './fixtures/world.js'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const signer = createSigner(privateKey, systemClock)
const signedPart = {
  viewer: viewer('hub'),
  now: '2026-03-02T09:00:00.000Z',
  policyVersion: 'policy-1',
  requestId: 'req_1',
}
const SDL = 'type Query { ping: String }'

type Reply = (response: ServerResponse, body: { query: string }) => void
let server: Server
let endpoint: RemoteEndpoint | undefined

afterEach(async () => {
  await endpoint?.close()
  endpoint = undefined
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const json = (response: ServerResponse, body: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

/** A service that checks signatures as the subgraphs do, and answers everything but its schema with `reply`. */
async function open(reply: Reply, options: Partial<RemoteOptions> = {}, patience?: number): Promise<RemoteEndpoint> {
  const verifier = createVerifier([publicKey], 'officers', systemClock)
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/health/ready') return json(response, { status: 'ready' })
    const body = JSON.parse(await read(request)) as { query: string; variables: Record<string, unknown> }
    try {
      verifier.verify(request.headers.authorization?.replace(/^Comity /, '') ?? '', body.query, body.variables)
    } catch (error) {
      return json(response, { errors: [error] }, 401)
    }
    if (body.query.includes('_service')) return json(response, { data: { _service: { sdl: SDL } } })
    return reply(response, body)
  }
  server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  endpoint = await openRemoteEndpoint({ name: 'officers', url, ...options }, signer, () => signedPart, patience)
  return endpoint
}

const ask = (remote: RemoteEndpoint, query = '{ ping }') =>
  remote.send({ query, variables: {}, signature: signer.sign(signedPart, 'officers', query, {}) })

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('a failure was expected'),
    (reason: unknown) => reason,
  )
  return error instanceof ComityError ? error.code : String(error)
}

describe('a subgraph over HTTP', () => {
  it('gives its schema to the gateway that it knows, and says whether it is ready', async () => {
    const remote = await open((response) => json(response, { data: { ping: 'pong' } }))
    expect(remote.sdl).toBe(SDL)
    expect(await remote.ready()).toBe(true)
  })

  it('answers data, errors and report as in process', async () => {
    const refused = new ComityError('PAGE_TOO_LARGE', 'first: 500.', { argument: 'first' })
    const remote = await open((response) =>
      json(response, {
        data: { ping: null },
        errors: [{ ...refused.toJSON(), path: ['ping'] }],
        extensions: { comity: { disclosures: [], marks: [] } },
      }),
    )
    const answer = await ask(remote)
    expect(answer.data).toEqual({ ping: null })
    expect(answer.extensions).toEqual({ comity: { disclosures: [], marks: [] } })
    expect(answer.errors?.map((error) => faultOf(error)?.toJSON())).toEqual([
      {
        message: refused.message,
        path: ['ping'],
        extensions: { argument: 'first', code: 'PAGE_TOO_LARGE', whatToDo: refused.extensions['whatToDo'] },
      },
    ])
  })

  it('keeps to itself whatever is not of the catalogue', async () => {
    const remote = await open((response) =>
      json(response, {
        data: null,
        errors: [
          { message: 'Ann Alder', extensions: { code: 'P2002', sql: 'SELECT' } },
          { message: 'Ann Alder', extensions: { code: 'BAD_INPUT' } },
          null,
        ],
      }),
    )
    const told = (await ask(remote)).errors?.map((error) => faultOf(error)?.toJSON())
    expect(JSON.stringify(told)).not.toMatch(/Alder|SELECT|P2002/)
    expect(told).toHaveLength(3)
  })

  it.each<[string, Reply]>([
    ['an empty body', (response) => response.end()],
    ['no JSON', (response) => response.end('<html>')],
    ['JSON that is no answer', (response) => json(response, { data: null })],
    ['neither data nor errors', (response) => json(response, {})],
    ['a server error', (response) => json(response, { error: 'x' }, 500)],
    ['a closed connection', (response) => response.destroy()],
    ['more than the limit', (response) => json(response, { data: { ping: 'x'.repeat(5_000) } })],
    ['nothing, in time', () => undefined],
    ['half an answer, in time', (response) => void response.write('{"data":')],
  ])('is unavailable, not empty, where it answers with %s', async (_name, reply) => {
    expect(await codeOf(ask(await open(reply, { timeout: 300, maxBytes: 2_000 })))).toBe('SUBGRAPH_UNAVAILABLE')
  })

  it('is left alone for a while when it keeps failing', async () => {
    let asked = 0
    const remote = await open((response) => {
      asked += 1
      response.destroy()
    })
    for (let i = 0; i < 8; i++) expect(await codeOf(ask(remote))).toBe('SUBGRAPH_UNAVAILABLE')
    expect(asked).toBe(5)
  })

  it('refuses what another gateway signed, at once', async () => {
    const stranger = createSigner(generateKeyPairSync('ed25519').privateKey, systemClock)
    await open((response) => response.end())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    expect(await codeOf(openRemoteEndpoint({ name: 'officers', url }, stranger, () => signedPart))).toBe(
      'SIGNATURE_REFUSED',
    )
  })

  it('that does not start is given up after a while', async () => {
    server = createServer()
    const url = 'http://127.0.0.1:9/'
    expect(
      await codeOf(openRemoteEndpoint({ name: 'officers', url, timeout: 200 }, signer, () => signedPart, 100)),
    ).toBe('SUBGRAPH_UNAVAILABLE')
  })
})
