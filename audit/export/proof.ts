import { isCount, isHashText, isText, isTexts, jsonObject } from './shapes.js'

/** First member of the file. Another version of the format has another name. */
export const PROOF_FORMAT = 'comity-log-proof-v1'

/** Proves that an entry is in the log: a file of one JSON document. */
export interface EntryProof {
  readonly origin: string
  /** Of the entry's leaf in the tree, from 0. */
  readonly index: number
  /** The leaf's contents, as `canonicalEntry` writes them; null where its retention has ended. */
  readonly entry: string | null
  /** Base64. */
  readonly leafHash: string
  /** Audit path of RFC 6962, section 2.1.1, in base64. */
  readonly hashes: readonly string[]
  /** Signed note: the head of the tree that the path leads to. */
  readonly checkpoint: string
}

export function formatProof({ origin, index, entry, leafHash, hashes, checkpoint }: EntryProof): string {
  return `${JSON.stringify({ format: PROOF_FORMAT, origin, index, entry, leafHash, hashes, checkpoint }, null, 2)}\n`
}

/** Null for any text but the one that `formatProof` writes. */
export function parseProof(text: string): EntryProof | null {
  const { format, origin, index, entry, leafHash, hashes, checkpoint } = jsonObject(text) ?? {}
  const isProof =
    format === PROOF_FORMAT &&
    isText(origin) &&
    isCount(index) &&
    (entry === null || isText(entry)) &&
    isHashText(leafHash) &&
    isTexts(hashes) &&
    hashes.every(isHashText) &&
    isText(checkpoint)
  if (!isProof) return null
  const proof = { origin, index, entry, leafHash, hashes, checkpoint }
  return formatProof(proof) === text ? proof : null
}
