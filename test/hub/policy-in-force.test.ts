import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bundleDigest, keyIdOf, signBundle } from '../../contract/bundle-signature.js'
import { epochDay } from '../../contract/clock.js'
import { filesInForce, headsInForce, keysByName, type PublicationHead } from '../../hub/policy-in-force.js'
import { loadPolicySet, readPolicyFiles } from '../../policy/index.js'
import { bundleText } from '../support/bundles.js'
import { TEST_NOW } from '../support/now.js'

const { privateKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519').privateKey
const publicKey = createPublicKey(privateKey)
const date = (day: string) => new Date(`${day}T00:00:00Z`)
const keys = keysByName(
  ['US-CA', 'US-DE'].map((jurisdiction) => ({
    jurisdiction,
    keyId: keyIdOf(publicKey),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    from: date('2026-01-01'),
    until: date('2026-12-01'),
    recordedAt: TEST_NOW,
  })),
)

function head(
  seq: number,
  effectiveFrom: string,
  change: Partial<PublicationHead> = {},
  by = privateKey,
): PublicationHead {
  const sha256 = bundleDigest(`text ${seq}`)
  const jurisdiction = change.jurisdiction ?? 'US-CA'
  return {
    seq: BigInt(seq),
    id: `bnd_${seq}`,
    jurisdiction,
    effectiveFrom: date(effectiveFrom),
    publishedBy: 'officer',
    keyId: keyIdOf(publicKey),
    signature: signBundle(by, { jurisdiction, effectiveFrom, sha256 }),
    sha256,
    recordedAt: TEST_NOW,
    ...change,
  }
}
const inForce = (heads: PublicationHead[], day = '2026-11-24') =>
  headsInForce(heads, keys, epochDay(date(day))).map(({ id }) => id)

describe('of what a jurisdiction has published is in force', () => {
  it('the one with the latest day that has begun; of one day the last; in whatever order they are read', () => {
    const heads = [
      head(1, '2026-11-20'),
      head(2, '2026-11-24'),
      head(3, '2026-11-24'),
      head(4, '2026-11-22'),
      head(5, '2026-11-25'),
    ]
    expect(inForce(heads)).toEqual(['bnd_3'])
    expect(inForce([...heads].reverse())).toEqual(['bnd_3'])
    expect(inForce(heads, '2026-11-23')).toEqual(['bnd_4'])
    expect(inForce(heads, '2026-11-19')).toEqual([])
    expect(inForce(heads, '2027-06-01')).toEqual(['bnd_5'])
  })

  it('of each jurisdiction its own', () => {
    expect(inForce([head(1, '2026-11-20'), head(2, '2026-11-20', { jurisdiction: 'US-DE' })])).toEqual([
      'bnd_1',
      'bnd_2',
    ])
  })

  it.each([
    ['by a stranger', head(2, '2026-11-24', {}, stranger)],
    ['for another day', head(2, '2026-11-24', { effectiveFrom: date('2026-11-23') })],
    ['with another text', head(2, '2026-11-24', { sha256: bundleDigest('another') })],
    ['before the key began', head(2, '2026-11-24', { recordedAt: date('2025-12-31') })],
    ['after the key had ended', head(2, '2026-11-24', { recordedAt: date('2026-12-01') })],
    ['with a key of no such name', head(2, '2026-11-24', { keyId: 'none' })],
    ['for a jurisdiction that has no key', head(2, '2026-11-24', { jurisdiction: 'US-OH' })],
  ])('nothing that was signed %s; the one before stays', (_what, bad) => {
    expect(inForce([head(1, '2026-11-20'), bad])).toEqual(['bnd_1'])
  })
})

describe('the files in force', () => {
  const shipped = readPolicyFiles()
  const text = bundleText('US-CA')
  const published = filesInForce(shipped, [{ jurisdiction: 'US-CA', publication: 'bnd_1', text }])

  it('are those shipped where nothing was published: the same set by hash', () => {
    expect(filesInForce(shipped, [])).toEqual(shipped)
  })

  it('have what was published in the place of what was shipped, attested and so in force', () => {
    const set = loadPolicySet(published)
    expect(set.heads.map(({ id }) => id)).toContain('US-CA-1')
    expect(published.attested).toEqual({ ...shipped.attested, 'jurisdictions/US-CA.cedar': 'bnd_1' })
  })

  it('have another hash with another attestation of the same text', () => {
    const again = filesInForce(shipped, [{ jurisdiction: 'US-CA', publication: 'bnd_2', text }])
    expect(loadPolicySet(again).hash).not.toBe(loadPolicySet(published).hash)
  })

  it('have nothing of a jurisdiction that has withdrawn', () => {
    const withdrawn = filesInForce(published, [{ jurisdiction: 'US-CA', publication: 'bnd_3', text: null }])
    expect(Object.keys(withdrawn.policies)).not.toContain('jurisdictions/US-CA.cedar')
    expect(Object.keys(withdrawn.attested ?? {})).not.toContain('jurisdictions/US-CA.cedar')
  })
})
