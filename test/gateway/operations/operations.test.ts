import { describe, expect, it } from 'vitest'
import { parseIssuers } from '../../../gateway/identity/issuer-file.js'
import { sha256 } from '../../../gateway/operations/manifest.js'
import { operationModes } from '../../../gateway/operations/mode.js'
import { createOperations, type NamedOperation } from '../../../gateway/operations/operations.js'

const PORTAL = '{ viewer { subject } }'
const OTHER = '{ jurisdictions { code } }'
const THIRD = '{ agencies { nodes { id } } }'

const open = 'https://open.example'
const held = 'https://held.example'
const partner = { maxAssurance: 2 }
const modeOf = operationModes(
  [
    { issuer: open, services: [{ client: 'batch', operations: 'SAFELIST', ...partner }] },
    { issuer: held, services: [{ client: 'trusted', operations: 'OPEN', ...partner }], operations: 'SAFELIST' },
  ],
  'SAFELIST',
)
const manifest = new Map([[sha256(PORTAL), PORTAL]])
const operations = createOperations({ manifest, modeOf, registered: { count: 1, bytes: 1_000 } })

const dana = { issuer: open, service: null }
function said(operation: Partial<NamedOperation>, viewer: Parameters<typeof operations.textOf>[1] = dana): string {
  try {
    return operations.textOf({ query: null, hash: null, ...operation }, viewer)
  } catch (error) {
    const { message, extensions } = error as { message: string; extensions: { code: string } }
    return extensions.code === 'PERSISTED_OPERATION_UNKNOWN' ? `${extensions.code} ${message}` : extensions.code
  }
}

describe('Who may ask for which operations', () => {
  it.each([
    ['who brings a token of an issuer that is open', dana, 'OPEN'],
    ['a system of that issuer that is held to the manifest', { issuer: open, service: 'batch' }, 'SAFELIST'],
    ['another of its systems', { issuer: open, service: 'nightly' }, 'OPEN'],
    ['who brings a token of an issuer that is held to it', { issuer: held, service: null }, 'SAFELIST'],
    ['a system of that issuer that is not', { issuer: held, service: 'trusted' }, 'OPEN'],
    ['who brings none', { issuer: 'NONE', service: null }, 'SAFELIST'],
    ['a persona of the demo', { issuer: 'https://demo.comity.invalid', service: null }, 'OPEN'],
  ])('%s', (_who, viewer, mode) => {
    expect(modeOf(viewer)).toBe(mode)
    expect(said({ query: PORTAL }, viewer)).toBe(PORTAL)
    expect(said({ hash: sha256(PORTAL) }, viewer)).toBe(PORTAL)
    expect(said({ query: OTHER }, viewer)).toBe(mode === 'OPEN' ? OTHER : 'OPERATION_NOT_SAFELISTED')
    expect(said({ query: `${PORTAL} ` }, viewer)).toBe(mode === 'OPEN' ? `${PORTAL} ` : 'OPERATION_NOT_SAFELISTED')
  })
})

describe('An entry of the issuers file', () => {
  it('says so of the issuer and of each system', () => {
    const entry = {
      issuer: held,
      audience: 'hub',
      jwks: { keys: [{ kty: 'OKP' }] },
      jurisdictions: ['US-OH'],
      roles: ['AUDITOR'],
      operations: 'SAFELIST',
      services: [{ client: 'trusted', operations: 'OPEN' }, { client: 'other' }],
    }
    const issuers = parseIssuers(JSON.stringify([entry]))
    const modes = operationModes(issuers, 'OPEN')
    const said = [null, 'trusted', 'other'].map((service) => modes({ issuer: held, service }))
    expect(said).toEqual(['SAFELIST', 'OPEN', 'SAFELIST'])
    expect(() => parseIssuers(JSON.stringify([{ ...entry, operations: 'CLOSED' }]))).toThrow('0.operations')
  })
})

describe('An operation that a client has registered', () => {
  it('is asked for by its hash, as Apollo’s clients do, until another takes its place', () => {
    const hash = sha256(OTHER)
    expect(said({ hash })).toBe('PERSISTED_OPERATION_UNKNOWN PersistedQueryNotFound')
    expect(said({ hash, query: OTHER })).toBe(OTHER)
    expect(said({ hash })).toBe(OTHER)
    expect(said({ hash: sha256(THIRD), query: THIRD })).toBe(THIRD)
    expect(said({ hash })).toBe('PERSISTED_OPERATION_UNKNOWN PersistedQueryNotFound')
  })

  it('is refused where the hash is another text’s, and the other is not replaced', () => {
    expect(said({ hash: sha256(PORTAL), query: OTHER })).toBe('PERSISTED_OPERATION_MISMATCH')
    expect(said({ hash: sha256(PORTAL) })).toBe(PORTAL)
  })

  it('opens nothing to those who are held to the manifest', () => {
    const eve = { issuer: held, service: null }
    said({ hash: sha256(OTHER), query: OTHER })
    expect(said({ hash: sha256(OTHER) }, eve)).toBe('OPERATION_NOT_SAFELISTED')
    expect(said({ hash: sha256(OTHER), query: OTHER }, eve)).toBe('OPERATION_NOT_SAFELISTED')
  })
})
