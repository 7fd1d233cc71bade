import { generateKeyPairSync } from 'node:crypto'
// Not exported by the package's index: the deepest function that verifies signature, checkpoint and inclusion at once.
import { verifyTLogInclusion } from '@sigstore/verify/dist/tlog/index.js'
import { describe, expect, test } from 'vitest'
import { signCheckpoint } from '../../../audit/tree/checkpoint.js'
import { verifierKey } from '../../../audit/tree/note.js'
import { inclusionProof } from '../../../audit/tree/proofs.js'
import { contents, flipBit, treeOf } from './support.js'

type Entry = Parameters<typeof verifyTLogInclusion>[0]
type ProvedEntry = Entry & { inclusionProof: NonNullable<Entry['inclusionProof']> }
type Authorities = Parameters<typeof verifyTLogInclusion>[1]

const ORIGIN = 'hub.example/log'
const SIZE = 77
const data = contents(SIZE)
const tree = treeOf(data)
const { privateKey, publicKey } = generateKeyPairSync('ed25519')

/** Sigstore finds a log's key by the id that a signature line begins with. */
const AUTHORITIES: Authorities = [
  {
    logID: Buffer.from(verifierKey(ORIGIN, publicKey).id, 'hex'),
    baseURL: `https://${ORIGIN}`,
    publicKey,
    validFor: { start: new Date(0), end: new Date('2100-01-01') },
  },
]

async function entryOf(index: number, size: number): Promise<ProvedEntry> {
  const root = tree.rootAt(size)
  const checkpoint = signCheckpoint({ origin: ORIGIN, size, root }, [{ name: ORIGIN, privateKey }])
  return {
    canonicalizedBody: data[index] ?? Buffer.of(),
    inclusionProof: {
      logIndex: String(index),
      treeSize: String(size),
      rootHash: root,
      hashes: [...(await inclusionProof(index, size, tree.read))],
      checkpoint: { envelope: checkpoint },
    },
  } as unknown as ProvedEntry
}

const accepts = (entry: Entry, authorities = AUTHORITIES): boolean => {
  try {
    verifyTLogInclusion(entry, authorities)
    return true
  } catch (error) {
    expect((error as Error).name).toBe('VerificationError')
    return false
  }
}

describe("sigstore's implementation, which is not ours", () => {
  test('accepts each proof and each signed head of trees of many sizes', async () => {
    for (const size of [1, 2, 3, 8, 31, 64, 65, SIZE])
      for (let index = 0; index < size; index += 1 + Math.floor(size / 9))
        expect(accepts(await entryOf(index, size)), `leaf ${index} of ${size}`).toBe(true)
  })

  test('refuses them once altered, so that its consent means something', async () => {
    const right = await entryOf(40, SIZE)
    const proof = right.inclusionProof
    const [first = Buffer.of(), ...others] = proof.hashes
    const envelope = proof.checkpoint?.envelope ?? ''
    const altered = (change: object): Entry => ({ ...right, inclusionProof: { ...proof, ...change } })
    expect(accepts({ ...right, canonicalizedBody: data[41] ?? Buffer.of() })).toBe(false)
    expect(accepts(altered({ hashes: [flipBit(first, 9), ...others] }))).toBe(false)
    expect(accepts(altered({ hashes: others }))).toBe(false)
    expect(accepts(altered({ logIndex: '41' }))).toBe(false)
    expect(accepts(altered({ checkpoint: { envelope: envelope.replace(`\n${SIZE}\n`, '\n78\n') } }))).toBe(false)
    const other = generateKeyPairSync('ed25519').publicKey
    expect(
      accepts(
        right,
        AUTHORITIES.map((authority) => ({ ...authority, publicKey: other })),
      ),
    ).toBe(false)
  })
})
