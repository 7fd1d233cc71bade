import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ComityError } from '../../contract/errors.js'
import { createSigner, createVerifier, SIGNATURE_LIFE } from '../../contract/signature.js'
import type { SignedRequest } from '../../contract/viewer.js'

const gateway = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const T0 = Date.parse('2026-03-02T09:00:00Z')
const at = (seconds: number) => () => new Date(T0 + seconds * 1000)

const request: SignedRequest = {
  viewer: {
    subject: 'hiring-city',
    agency: 'agc_1',
    jurisdiction: 'US-OH',
    jurisdictionClass: 'LOCAL',
    roles: ['HIRING_INVESTIGATOR'],
    assurance: 2,
    purpose: 'J',
    caseReference: 'H-1',
    issuer: 'demo',
    service: null,
    displayName: 'Dana Investigator',
    employerName: 'City police department',
  },
  now: '2026-03-02T09:00:00.000Z',
  policyVersion: 'hash',
  requestId: 'req_1',
}
const QUERY = 'query($id: ID!) { officer(id: $id) { name { family } } }'
const VARIABLES = { id: 'off_1' }

const signer = createSigner(gateway.privateKey, at(0))
const signed = () => signer.sign(request, 'officers', QUERY, VARIABLES)
const verifierAt = (seconds: number, subgraph: 'officers' | 'incidents' = 'officers') =>
  createVerifier([gateway.publicKey], subgraph, at(seconds))

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claimsOf = (jws: string) =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>
const parts = (jws: string): [string, string, string] => jws.split('.') as [string, string, string]

function expectRefused(verify: () => unknown): void {
  let thrown: unknown
  try {
    verify()
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(ComityError)
  // The same whatever was wrong: no detail, no cause.
  expect((thrown as ComityError).toJSON()).toEqual(new ComityError('SIGNATURE_REFUSED').toJSON())
}

describe('a signed request', () => {
  it('gives the subgraph exactly what the gateway said, and nothing of the envelope', () => {
    expect(verifierAt(0).verify(signed(), QUERY, VARIABLES)).toEqual(request)
  })

  it('is usable until its last second', () => {
    expect(verifierAt(SIGNATURE_LIFE - 1).verify(signed(), QUERY, VARIABLES)).toEqual(request)
    expectRefused(() => verifierAt(SIGNATURE_LIFE).verify(signed(), QUERY, VARIABLES))
  })

  it('tolerates a gateway clock that runs a little ahead, and no more', () => {
    expect(verifierAt(-5).verify(signed(), QUERY, VARIABLES)).toEqual(request)
    expectRefused(() => verifierAt(-6).verify(signed(), QUERY, VARIABLES))
  })

  it('is accepted from either gateway while a key is replaced', () => {
    const verifier = createVerifier([stranger.publicKey, gateway.publicKey], 'officers', at(0))
    expect(verifier.verify(signed(), QUERY, VARIABLES)).toEqual(request)
  })

  it('is the same before and after its variables went through JSON', () => {
    const variables = { representations: [{ id: 'a', gone: undefined, 2: 'x', 1: 'y' }], n: 1.0 }
    const jws = signer.sign(request, 'officers', QUERY, variables)
    expect(verifierAt(0).verify(jws, QUERY, JSON.parse(JSON.stringify(variables)) as typeof variables)).toEqual(request)
  })
})

const forgeries: Record<string, () => readonly [jws: string, query: string, variables: Record<string, unknown>]> = {
  'another query': () => [signed(), `${QUERY} `, VARIABLES],
  'another variable': () => [signed(), QUERY, { id: 'off_2' }],
  'one variable more': () => [signed(), QUERY, { ...VARIABLES, first: 1 }],
  'no variables': () => [signed(), QUERY, {}],
  'an altered viewer': () => {
    const [header, , mac] = parts(signed())
    const claims = claimsOf(signed())
    const viewer = { ...(claims['viewer'] as object), roles: ['COMMISSION_ANALYST'] }
    return [`${header}.${base64url({ ...claims, viewer })}.${mac}`, QUERY, VARIABLES]
  },
  'a later expiry': () => {
    const [header, , mac] = parts(signed())
    return [`${header}.${base64url({ ...claimsOf(signed()), exp: T0 })}.${mac}`, QUERY, VARIABLES]
  },
  'a life longer than allowed, though well signed': () => {
    const [header] = parts(signed())
    const input = `${header}.${base64url({ ...claimsOf(signed()), exp: T0 / 1000 + 3600 })}`
    return [
      `${input}.${signBytes(null, Buffer.from(input), gateway.privateKey).toString('base64url')}`,
      QUERY,
      VARIABLES,
    ]
  },
  'algorithm none': () => [`${base64url({ alg: 'none' })}.${parts(signed())[1]}.`, QUERY, VARIABLES],
  'algorithm none with the old signature': () => {
    const [, payload, mac] = parts(signed())
    return [`${base64url({ alg: 'none', typ: 'comity-fetch+jws' })}.${payload}.${mac}`, QUERY, VARIABLES]
  },
  'HMAC with the public key as its secret': () => {
    const input = `${base64url({ alg: 'HS256', typ: 'comity-fetch+jws' })}.${parts(signed())[1]}`
    const secret = gateway.publicKey.export({ type: 'spki', format: 'pem' })
    return [`${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`, QUERY, VARIABLES]
  },
  'a stranger’s key': () => [
    createSigner(stranger.privateKey, at(0)).sign(request, 'officers', QUERY, VARIABLES),
    QUERY,
    VARIABLES,
  ],
  'a signature padded with ignored characters': () => [`${signed()}=`, QUERY, VARIABLES],
  'the empty text': () => ['', QUERY, VARIABLES],
  'two parts': () => [signed().split('.').slice(0, 2).join('.'), QUERY, VARIABLES],
  'four parts': () => [`${signed()}.x`, QUERY, VARIABLES],
  'a payload that is no JSON': () => {
    const [header, , mac] = parts(signed())
    return [`${header}.bm90IGpzb24.${mac}`, QUERY, VARIABLES]
  },
}

describe('a subgraph refuses', () => {
  it.each(Object.entries(forgeries))('%s', (_name, forge) => {
    const [jws, query, variables] = forge()
    expectRefused(() => verifierAt(0).verify(jws, query, variables))
  })

  it('what was signed for another subgraph', () => {
    expectRefused(() => verifierAt(0, 'incidents').verify(signed(), QUERY, VARIABLES))
  })

  it('a replay, though all else is right', () => {
    const verifier = verifierAt(0)
    const jws = signed()
    verifier.verify(jws, QUERY, VARIABLES)
    expectRefused(() => verifier.verify(jws, QUERY, VARIABLES))
  })

  it('a signature with any one character changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...'ABZaz09-_.='), (position, replacement) => {
        const jws = signed()
        const i = position % jws.length
        fc.pre(jws[i] !== replacement)
        expectRefused(() => verifierAt(0).verify(jws.slice(0, i) + replacement + jws.slice(i + 1), QUERY, VARIABLES))
      }),
      { numRuns: 300 },
    )
  })

  it('any variables but those that were signed', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (said, asked) => {
          const same = JSON.stringify(said) === JSON.stringify(asked)
          const jws = signer.sign(request, 'officers', QUERY, said)
          if (same) expect(verifierAt(0).verify(jws, QUERY, asked)).toEqual(request)
          else expectRefused(() => verifierAt(0).verify(jws, QUERY, asked))
          expect(verifierAt(0).verify(jws, QUERY, JSON.parse(JSON.stringify(said)) as typeof said)).toEqual(request)
        },
      ),
      { numRuns: 200 },
    )
  })
})
