import { createHash } from 'node:crypto'

/** Of SHA-256. */
export const HASH_BYTES = 32

/** Root of the tree without leaves: the hash of nothing (RFC 6962, section 2.1). */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest()

// RFC 6962, section 2.1: the first byte keeps a leaf from being taken for two hashes.
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** Hash of a leaf with these contents. */
export function leafHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(bytes).digest()
}

/** Hash over the roots of two neighbouring subtrees. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest()
}
