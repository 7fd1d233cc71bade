import { describe, expect, test } from 'vitest'
import { parseIssuers } from '../../../gateway/identity/issuer-file.js'
import { DEMO_ISSUER } from '../../../gateway/identity/issuers.js'
import { jwk } from './tokens.js'

const entry = {
  issuer: 'https://idp.ohio.example',
  audience: 'comity',
  jwks: { keys: [jwk] },
  jurisdictions: ['US-OH'],
  roles: ['AUDITOR'],
}
const parse = (value: unknown) => () => parseIssuers(JSON.stringify(value))

describe('COMITY_ISSUERS_FILE', () => {
  test('what an entry does not say', () => {
    const [issuer] = parseIssuers(JSON.stringify([entry]))
    const { keys, ...said } = issuer ?? {}
    expect(keys).toBeTypeOf('function')
    expect(said).toEqual({
      issuer: 'https://idp.ohio.example',
      audience: 'comity',
      algorithms: ['EdDSA', 'ES256', 'PS256', 'RS256'],
      jurisdictions: ['US-OH'],
      roles: ['AUDITOR'],
      maxAssurance: 3,
      maxTokenLife: 43_200,
      clockSkew: 5,
      services: [],
    })
  })

  test('every fault is named at once, with its place in the file', () => {
    const bad = parse([
      { ...entry, roles: ['SHERIFF'], algorithms: ['none'] },
      { ...entry, issuer: '' },
    ])
    for (const place of ['0.roles.0', '0.algorithms.0', '1.issuer']) expect(bad).toThrow(place)
  })

  test.each([
    ['no JSON', () => parseIssuers('{'), 'not JSON'],
    ['neither jwks nor jwksUri', parse([{ ...entry, jwks: undefined }]), 'either jwks or jwksUri'],
    ['both', parse([{ ...entry, jwksUri: 'https://idp.ohio.example/jwks' }]), 'either jwks or jwksUri'],
    ['a private key', parse([{ ...entry, jwks: { keys: [{ ...jwk, d: 'AAAA' }] } }]), 'must be a public key'],
    ['a shared secret', parse([{ ...entry, jwks: { keys: [{ kty: 'oct', k: 'AAAA' }] } }]), 'must be a public key'],
    ['keys over plain HTTP', parse([{ ...entry, jwks: undefined, jwksUri: 'http://idp.ohio.example/jwks' }]), 'https'],
    [
      'a name that discovery cannot use',
      parse([{ ...entry, jwks: undefined, discovery: true, issuer: 'ohio' }]),
      'https',
    ],
    [
      'a name by which subjects could be confused',
      parse([{ ...entry, issuer: 'https://a|b' }]),
      'without spaces and |',
    ],
    ['a clock that runs a quarter of an hour ahead', parse([{ ...entry, clockSkew: 900 }]), '0.clockSkew'],
    ['a token of a week', parse([{ ...entry, maxTokenLife: 604_800 }]), '0.maxTokenLife'],
    ['a level that there is not', parse([{ ...entry, maxAssurance: 4 }]), '0.maxAssurance'],
    ['a misspelt member of a service', parse([{ ...entry, services: [{ clint: 'x' }] }]), '0.services.0'],
    ['a misspelt member', parse([{ ...entry, jurisdiction: ['US-TX'] }]), 'jurisdiction'],
    ['an issuer twice', parse([entry, entry]), 'occurs twice'],
    ["the demo's name", parse([{ ...entry, issuer: DEMO_ISSUER }]), "demo's own"],
  ])('%s is refused', (_, run, said) => expect(run).toThrow(said))
})
