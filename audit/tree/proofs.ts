import { completeSubtrees, isCount, type LeafRange, type NodeRef, rootOver, splitOf } from './subtrees.js'

export type { NodeRef } from './subtrees.js'
export { verifyConsistency, verifyInclusion } from './verify.js'

/** Hashes of stored complete subtrees, in the order in which they are asked for. */
export type ReadNodes = (refs: readonly NodeRef[]) => Promise<readonly Buffer[]>

/** The complete subtrees that prove a leaf to be in a tree of this size: O(log size). */
export function inclusionRefs(index: number, size: number): readonly NodeRef[] {
  return inclusionRanges(index, size).flatMap(completeSubtrees)
}

/** The complete subtrees that prove a tree of size `to` to begin with that of size `from`: O(log to). */
export function consistencyRefs(from: number, to: number): readonly NodeRef[] {
  return consistencyRanges(from, to).flatMap(completeSubtrees)
}

/**
 * Audit path of RFC 6962, section 2.1.1, from the leaf's sibling upwards.
 * @throws RangeError for a leaf that the tree does not have
 */
export function inclusionProof(index: number, size: number, read: ReadNodes): Promise<readonly Buffer[]> {
  return hashesOf(inclusionRanges(index, size), read)
}

/**
 * Consistency proof of RFC 6962, section 2.1.2; empty where the sizes are equal, or `from` is 0.
 * @throws RangeError for a tree that is not older than the other
 */
export function consistencyProof(from: number, to: number, read: ReadNodes): Promise<readonly Buffer[]> {
  return hashesOf(consistencyRanges(from, to), read)
}

/** PATH(m, D[n]): at each split, the half that the leaf is not in. */
function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const ranges: LeafRange[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  return ranges.reverse()
}

/** PROOF(m, D[n]): as above with the border between the trees instead of a leaf, until what is left is all in the older one. */
function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  if (!isCount(from) || !isCount(to) || from > to) throw new RangeError(`no tree of ${from} in a tree of ${to}`)
  if (from === 0) return []
  const ranges: LeafRange[] = []
  let [start, end] = [0, to]
  while (from < end) {
    const middle = start + splitOf(end - start)
    if (from <= middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  // Where it starts at 0 it is the older tree itself, whose root the verifier has.
  if (start > 0) ranges.push({ start, end })
  return ranges.reverse()
}

async function hashesOf(ranges: readonly LeafRange[], read: ReadNodes): Promise<readonly Buffer[]> {
  const groups = ranges.map(completeSubtrees)
  const hashes = await read(groups.flat())
  let at = 0
  return groups.map(({ length }) => rootOver(hashes.slice(at, (at += length))))
}
