import { appendLeaves, EMPTY, type Frontier, rootOf } from '../../../audit/tree/frontier.js'
import { leafHash } from '../../../audit/tree/hash.js'
import type { ReadNodes } from '../../../audit/tree/proofs.js'

/** Leaves with contents of their own: `leaf 0`, `leaf 1` and so on. */
export const contents = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`leaf ${index}`))

export interface TestTree {
  readonly frontier: Frontier
  readonly leaves: readonly Buffer[]
  readonly read: ReadNodes
  rootAt(size: number): Buffer
}

/** A tree that keeps what a database would. */
export function treeOf(contents: readonly Uint8Array[]): TestTree {
  const leaves = contents.map(leafHash)
  const { frontier, nodes } = appendLeaves(EMPTY, leaves)
  const stored = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return {
    frontier,
    leaves,
    read: (refs) =>
      Promise.resolve(
        refs.map(({ level, index }) => {
          const hash = stored.get(`${level}/${index}`)
          if (hash === undefined) throw new Error(`asked for ${level}/${index}, which is no complete subtree`)
          return hash
        }),
      ),
    rootAt: (size) => rootOf(appendLeaves(EMPTY, leaves.slice(0, size)).frontier),
  }
}

/** A copy that differs in a single bit. */
export function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes)
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return flipped
}
