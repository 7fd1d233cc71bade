import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './hash.js'
import { isCount } from './subtrees.js'

/** A tree's size, in leaves, and its root. */
export interface TreeHead {
  readonly size: number
  readonly root: Buffer
}

export interface InclusionClaim {
  readonly leafHash: Buffer
  readonly index: number
  readonly proof: readonly Buffer[]
}

/** RFC 9162, section 2.1.3.2 (for the proofs of RFC 6962, which gives no algorithm). Never throws. */
export function verifyInclusion({ leafHash, index, proof }: InclusionClaim, { size, root }: TreeHead): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (![leafHash, root, ...proof].every(isHash)) return false
  let [own, last] = [index, size - 1]
  let hash = leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (own % 2 === 1 || own === last) {
      hash = nodeHash(sibling, hash)
      while (own % 2 === 0 && own !== 0) [own, last] = [half(own), half(last)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[own, last] = [half(own), half(last)]
  }
  return last === 0 && hash.equals(root)
}

/** RFC 9162, section 2.1.4.2. True: the newer tree begins with all leaves of the older. Never throws. */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Buffer[]): boolean {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false
  if (![older.root, newer.root, ...proof].every(isHash)) return false
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root)
  if (older.size === 0) return proof.length === 0 && older.root.equals(EMPTY_ROOT)
  let [old, last] = [older.size - 1, newer.size - 1]
  while (old % 2 === 1) [old, last] = [half(old), half(last)]
  // The older tree is one complete subtree: its root begins the path, and is left out of the proof.
  const [first, ...path] = old === 0 ? [older.root, ...proof] : proof
  if (first === undefined) return false
  let [oldHash, newHash] = [first, first]
  for (const hash of path) {
    if (last === 0) return false
    if (old % 2 === 1 || old === last) {
      oldHash = nodeHash(hash, oldHash)
      newHash = nodeHash(hash, newHash)
      while (old % 2 === 0 && old !== 0) [old, last] = [half(old), half(last)]
    } else {
      newHash = nodeHash(newHash, hash)
    }
    ;[old, last] = [half(old), half(last)]
  }
  return last === 0 && oldHash.equals(older.root) && newHash.equals(newer.root)
}

const half = (count: number): number => Math.floor(count / 2)

const isHash = (hash: Buffer): boolean => hash.length === HASH_BYTES
