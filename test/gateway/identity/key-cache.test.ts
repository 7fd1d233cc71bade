import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync } from 'node:crypto'
import { exportJWK } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Authenticate } from '../../../gateway/identity/authenticate.js'
import { parseIssuers } from '../../../gateway/identity/issuer-file.js'
import { readDiscovered, readKeySet } from '../../../gateway/identity/key-address.js'
import { authenticator, forge, goodClaims, ISSUER, jwk, ohioIssuer, sign } from './tokens.js'

const MINUTE = 60_000
const next = generateKeyPairSync('ed25519')
const nextJwk = { ...(await exportJWK(next.publicKey)), kid: 'next', alg: 'EdDSA' }
const signedNext = () => sign({}, next.privateKey, { kid: 'next' })

/** Where Ohio publishes its keys. What it answers with is each test's own. */
let server: Server
let origin: string
let answer: RequestListener
let asked: string[]
let now: number

const publish =
  (...keys: object[]): RequestListener =>
  (_, response) =>
    response.end(JSON.stringify({ keys }))
/** Good in all but what comes with it. */
const KEYS = JSON.stringify({ keys: [jwk] })
const fail: RequestListener = (_, response) => response.writeHead(500).end(KEYS)

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))
beforeEach(() => {
  ;[answer, asked, now] = [publish(jwk), [], 0]
})

function ohioByAddress(): Authenticate {
  const entry = { issuer: ISSUER, audience: 'comity', jurisdictions: ['US-OH'], roles: ['HIRING_INVESTIGATOR'] }
  const issuers = parseIssuers(JSON.stringify([{ ...entry, jwksUri: `${origin}/jwks` }]), () => now)
  return authenticator({ issuers })
}

/** `in`, or the code of the refusal. */
async function outcome(authenticate: Authenticate, token: Promise<string>): Promise<string> {
  return authenticate(`Bearer ${await token}`).then(
    () => 'in',
    (error: { code: string }) => error.code,
  )
}

describe('Keys that an issuer publishes', () => {
  test('are read once, for the first token, and again when they are ten minutes old', async () => {
    const authenticate = ohioByAddress()
    expect(asked).toHaveLength(0)
    await Promise.all(Array.from({ length: 10 }, async () => expect(await outcome(authenticate, sign())).toBe('in')))
    now = 9 * MINUTE
    expect(await outcome(authenticate, sign())).toBe('in')
    expect(asked).toHaveLength(1)
    now = 10 * MINUTE
    expect(await outcome(authenticate, sign())).toBe('in')
    expect(asked).toHaveLength(2)
  })

  test('two hundred tokens with unknown kids at once cost one more read in each cool-down', async () => {
    const authenticate = ohioByAddress()
    expect(await outcome(authenticate, sign())).toBe('in')
    const flood = async () => {
      const tokens = Array.from({ length: 200 }, (_, i) =>
        Promise.resolve(forge({ alg: 'EdDSA', kid: `unknown-${i}` }, goodClaims, 'AAAA')),
      )
      return new Set(await Promise.all(tokens.map((token) => outcome(authenticate, token))))
    }
    expect(await flood()).toEqual(new Set(['TOKEN_KEY_UNKNOWN']))
    expect(asked).toHaveLength(1)
    now = 30_000
    expect(await flood()).toEqual(new Set(['TOKEN_KEY_UNKNOWN']))
    expect(await flood()).toEqual(new Set(['TOKEN_KEY_UNKNOWN']))
    expect(asked).toHaveLength(2)
    expect(await outcome(authenticate, sign())).toBe('in')
  })

  test('a kid that is a path costs no read at all', async () => {
    const authenticate = ohioByAddress()
    expect(await outcome(authenticate, sign({}, undefined, { kid: '../one' }))).toBe('TOKEN_KID_REFUSED')
    expect(asked).toHaveLength(0)
  })

  test('are changed: the new one is picked up with its first token, the old one is out within ten minutes', async () => {
    const authenticate = ohioByAddress()
    expect(await outcome(authenticate, sign())).toBe('in')
    now = MINUTE
    answer = publish(nextJwk)
    expect(await outcome(authenticate, sign())).toBe('in')
    expect(await outcome(authenticate, signedNext())).toBe('in')
    expect(await outcome(authenticate, sign())).toBe('TOKEN_KEY_UNKNOWN')
    expect(asked).toHaveLength(2)
  })

  test('withdrawn without a successor in use: out when they are ten minutes old', async () => {
    const authenticate = ohioByAddress()
    expect(await outcome(authenticate, sign())).toBe('in')
    answer = publish(nextJwk)
    now = 10 * MINUTE
    expect(await outcome(authenticate, sign())).toBe('TOKEN_KEY_UNKNOWN')
  })

  test('a token must say which, where there are several', async () => {
    const authenticate = ohioByAddress()
    answer = publish(jwk, nextJwk)
    expect(await outcome(authenticate, sign({}, undefined, { kid: undefined }))).toBe('TOKEN_KEY_UNKNOWN')
  })
})

describe('An issuer that is down', () => {
  test('has its keys go on for four hours, and is asked once in a cool-down', async () => {
    const authenticate = ohioByAddress()
    expect(await outcome(authenticate, sign())).toBe('in')
    answer = fail
    for (now = 10 * MINUTE; now < 12 * MINUTE; now += 5_000) expect(await outcome(authenticate, sign())).toBe('in')
    expect(asked).toHaveLength(1 + (2 * MINUTE) / 30_000)
    now = 240 * MINUTE - 1
    expect(await outcome(authenticate, sign())).toBe('in')
    now = 240 * MINUTE
    expect(await outcome(authenticate, sign())).toBe('ISSUER_UNREACHABLE')
    answer = publish(jwk)
    now += 30_000
    expect(await outcome(authenticate, sign())).toBe('in')
  })

  test('from the start: its tokens are refused by name, the others come in, and it is tried again after a second', async () => {
    const issuers = parseIssuers(
      JSON.stringify([
        {
          issuer: 'https://idp.texas.example',
          audience: 'comity',
          jwksUri: `${origin}/jwks`,
          jurisdictions: ['US-TX'],
          roles: ['AUDITOR'],
        },
      ]),
      () => now,
    )
    const authenticate = authenticator({ issuers: [ohioIssuer, ...issuers] })
    const fromTexas = () => sign({ iss: 'https://idp.texas.example' })
    answer = fail
    expect(await outcome(authenticate, fromTexas())).toBe('ISSUER_UNREACHABLE')
    expect(await outcome(authenticate, fromTexas())).toBe('ISSUER_UNREACHABLE')
    expect(await outcome(authenticate, sign())).toBe('in')
    expect(asked).toHaveLength(1)
    answer = publish(jwk)
    now = 1_000
    // Its key is good now; what it says of Ohio is still not Texas's to say.
    expect(await outcome(authenticate, fromTexas())).toBe('ISSUER_NOT_AUTHORIZED')
  })

  test('and slow: whoever comes with keys that go on does not wait for it', async () => {
    const authenticate = ohioByAddress()
    expect(await outcome(authenticate, sign())).toBe('in')
    answer = fail
    now = 10 * MINUTE
    expect(await outcome(authenticate, sign())).toBe('in')
    const waiting = new Promise<ServerResponse>((arrived) => (answer = (_, response) => arrived(response)))
    now += 30_000
    expect(await outcome(authenticate, sign())).toBe('in')
    ;(await waiting).destroy()
  })
})

describe('An answer is not taken for keys if it', () => {
  const refusals: readonly (readonly [string, RequestListener])[] = [
    ['sends elsewhere', (_, response) => response.writeHead(302, { location: '/elsewhere' }).end(KEYS)],
    ['is an error', fail],
    ['is no JSON', (_, response) => response.end('<html>')],
    ['is no set of keys', (_, response) => response.end('{"keys":7}')],
    ['has no end', (_, response) => response.end(JSON.stringify({ keys: [jwk], padding: 'x'.repeat(300_000) }))],
    [
      'breaks off',
      (_, response) => response.writeHead(200, { 'content-length': 900 }).write('{"keys"', () => response.destroy()),
    ],
    ['does not come in time', () => undefined],
  ]
  test.each(refusals)('%s', async (_, listener) => {
    answer = listener
    await expect(readKeySet(`${origin}/jwks`, 100)).rejects.toThrow()
    expect(asked).toEqual(['/jwks'])
  })

  const document =
    (value: object): RequestListener =>
    ({ url }, response) =>
      response.end(JSON.stringify(url === '/jwks' ? { keys: [jwk] } : value))
  test('is found where the discovery document of another issuer says', async () => {
    answer = document({ issuer: `${origin}/`, jwks_uri: `${origin}/jwks` })
    await expect(readDiscovered(origin)).rejects.toThrow()
    answer = document({ issuer: origin, jwks_uri: 'http://keys.example/jwks' })
    await expect(readDiscovered(origin)).rejects.toThrow()
    answer = document({ issuer: origin, jwks_uri: `${origin}/jwks` })
    expect((await readDiscovered(origin)).keys).toHaveLength(1)
  })
})
