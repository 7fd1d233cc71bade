import { describe, expect, test } from 'vitest'
import { DEMO_ISSUER, parseIssuers } from '../../../gateway/identity/issuers.js'
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
  test('an issuer has all four algorithms unless it says fewer', () => {
    expect(parseIssuers(JSON.stringify([entry]))[0]).toMatchObject({
      algorithms: ['EdDSA', 'ES256', 'PS256', 'RS256'],
      remote: false,
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
    ['keys over plain HTTP', parse([{ ...entry, jwks: undefined, jwksUri: 'http://idp.ohio.example/jwks' }]), 'https'],
    ['a misspelt member', parse([{ ...entry, jurisdiction: ['US-TX'] }]), 'jurisdiction'],
    ['an issuer twice', parse([entry, entry]), 'occurs twice'],
    ["the demo's name", parse([{ ...entry, issuer: DEMO_ISSUER }]), "demo's own"],
  ])('%s is refused', (_, run, said) => expect(run).toThrow(said))
})
