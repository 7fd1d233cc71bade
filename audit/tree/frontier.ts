import { EMPTY_ROOT, nodeHash } from './hash.js'
import { completeSubtrees, type NodeRef, rootOver } from './subtrees.js'

/** All that a tree is appended to and its root computed from: at most 53 hashes, whatever the tree's size. */
export interface Frontier {
  /** In leaves. */
  readonly size: number
  /** Roots of the complete subtrees, from left to right, the largest first: one for each 1 in the size's binary form. */
  readonly hashes: readonly Buffer[]
}

export interface TreeNode extends NodeRef {
  readonly hash: Buffer
}

export interface Appended {
  readonly frontier: Frontier
  /** Every subtree that the new leaves completed, the leaves themselves included. */
  readonly nodes: readonly TreeNode[]
}

export const EMPTY: Frontier = { size: 0, hashes: [] }

/** Which stored nodes are the frontier of a tree of this size, in the order of `Frontier.hashes`. */
export function frontierRefs(size: number): readonly NodeRef[] {
  return completeSubtrees({ start: 0, end: size })
}

/** `leaves` are leaf hashes. The frontier that is handed in stays as it is. */
export function appendLeaves(frontier: Frontier, leaves: readonly Buffer[]): Appended {
  const hashes = [...frontier.hashes]
  const nodes: TreeNode[] = []
  leaves.forEach((leaf, place) => {
    let hash = leaf
    let level = 0
    let index = frontier.size + place
    nodes.push({ level, index, hash })
    // A right child completes the subtree of which the last hash is the left one.
    for (let left = hashes.at(-1); index % 2 === 1 && left !== undefined; left = hashes.at(-1)) {
      hashes.pop()
      hash = nodeHash(left, hash)
      level += 1
      index = (index - 1) / 2
      nodes.push({ level, index, hash })
    }
    hashes.push(hash)
  })
  return { frontier: { size: frontier.size + leaves.length, hashes }, nodes }
}

/** Merkle tree hash of RFC 6962, section 2.1. */
export function rootOf({ hashes }: Frontier): Buffer {
  return hashes.length === 0 ? EMPTY_ROOT : rootOver(hashes)
}
