import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendLeaves, EMPTY, frontierRefs, rootOf } from '../../../audit/tree/frontier.js'
import {
  consistencyProof,
  consistencyRefs,
  inclusionProof,
  inclusionRefs,
  verifyConsistency,
  verifyInclusion,
} from '../../../audit/tree/proofs.js'
import { mth, path, proof as naiveProof } from './naive.js'
import { contents, flipBit, treeOf } from './support.js'

/** All trees up to this size are compared with RFC 6962's own words. */
const ALL = 130
const data = contents(ALL)
const tree = treeOf(data)
const roots = Array.from({ length: ALL + 1 }, (_, size) => tree.rootAt(size))
const rootAt = (size: number): Buffer => roots[size] ?? Buffer.of()
const leafAt = (index: number): Buffer => tree.leaves[index] ?? Buffer.of()

const isSame = (a: readonly Buffer[], b: readonly Buffer[]): boolean => Buffer.concat(a).equals(Buffer.concat(b))

/** A tree of 1 to 130 leaves and one of its leaves. */
const LEAF = fc
  .integer({ min: 1, max: ALL })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }))
/** Two trees, the first one the smaller. */
const PAIR = fc
  .integer({ min: 2, max: ALL })
  .chain((to) => fc.record({ to: fc.constant(to), from: fc.integer({ min: 1, max: to - 1 }) }))

describe('the tree as RFC 6962 defines it', () => {
  test(`roots of all trees of 0 to ${ALL} leaves`, () => {
    expect(roots).toEqual(Array.from({ length: ALL + 1 }, (_, size) => mth(data.slice(0, size))))
  })

  test('every inclusion proof is the one of the definition, and verifies', async () => {
    const wrong: string[] = []
    for (const size of [1, 2, 3, 7, 8, 9, 64, 100, 127, 128, 129, ALL]) {
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(index, size, tree.read)
        const verifies = verifyInclusion({ leafHash: leafAt(index), index, proof }, { size, root: rootAt(size) })
        // The definition hashes the whole tree for each: every 7th.
        const same = index % 7 !== size % 7 || isSame(proof, path(index, data.slice(0, size)))
        if (!verifies || !same) wrong.push(`leaf ${index} of ${size}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('every consistency proof verifies, and is the one of the definition', async () => {
    const wrong: string[] = []
    for (let to = 1; to <= ALL; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = await consistencyProof(from, to, tree.read)
        const older = { size: from, root: rootAt(from) }
        const verifies = verifyConsistency(older, { size: to, root: rootAt(to) }, proof)
        const compared = to % 16 === 3 && from % 3 === 1 && from < to
        const same = !compared || isSame(proof, naiveProof(from, data.slice(0, to)))
        if (!verifies || !same) wrong.push(`from ${from} to ${to}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('large trees, of random sizes, appended in random groups', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 }), async (groups) => {
        const size = groups.reduce((sum, group) => sum + group, 1)
        const large = treeOf(contents(size))
        let frontier = EMPTY
        let at = 0
        for (const group of [1, ...groups]) {
          frontier = appendLeaves(frontier, large.leaves.slice(at, at + group)).frontier
          at += group
        }
        const root = mth(contents(size))
        expect(rootOf(frontier)).toEqual(root)
        expect(await large.read(frontierRefs(size))).toEqual(frontier.hashes)
        const index = Math.floor(size / 3)
        const proof = await inclusionProof(index, size, large.read)
        expect(proof).toEqual(path(index, contents(size)))
        const older = { size: index + 1, root: large.rootAt(index + 1) }
        expect(verifyConsistency(older, { size, root }, await consistencyProof(index + 1, size, large.read))).toBe(true)
      }),
      { numRuns: 10 },
    )
  })

  test('what is stored is every complete subtree, once', () => {
    const { nodes } = appendLeaves(EMPTY, tree.leaves)
    const names = nodes.map(({ level, index }) => `${level}/${index}`)
    const all = Array.from({ length: 8 }, (_, level) =>
      Array.from({ length: Math.floor(ALL / 2 ** level) }, (_, index) => `${level}/${index}`),
    ).flat()
    expect(names.sort()).toEqual(all.sort())
  })

  test('a proof needs few hashes, also of a tree that outgrows 32 bits', () => {
    const size = 2 ** 40 + 2 ** 33 + 7
    expect(inclusionRefs(2 ** 33 + 5, size).length).toBeLessThan(2 * 41)
    expect(consistencyRefs(2 ** 35 + 1, size).length).toBeLessThan(2 * 41)
    expect(frontierRefs(size)).toEqual([
      { level: 40, index: 0 },
      { level: 33, index: 128 },
      { level: 2, index: 2 ** 38 + 2 ** 31 },
      { level: 1, index: 2 ** 39 + 2 ** 32 + 2 },
      { level: 0, index: 2 ** 40 + 2 ** 33 + 6 },
    ])
  })
})

describe('a proof that was altered is refused', () => {
  test('inclusion: any bit of the leaf, the root or the path; another place; a hash too many or too few', async () => {
    await fc.assert(
      fc.asyncProperty(LEAF, fc.nat(), fc.integer({ min: 0, max: 255 }), async ({ size, index }, which, bit) => {
        const proof = await inclusionProof(index, size, tree.read)
        const head = { size, root: rootAt(size) }
        const claim = { leafHash: leafAt(index), index, proof }
        expect(verifyInclusion(claim, head)).toBe(true)
        const at = which % (proof.length || 1)
        const flipped = proof.map((hash, place) => (place === at ? flipBit(hash, bit) : hash))
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: flipped }, head)).toBe(false)
        expect(verifyInclusion({ ...claim, leafHash: flipBit(leafAt(index), bit) }, head)).toBe(false)
        expect(verifyInclusion(claim, { size, root: flipBit(head.root, bit) })).toBe(false)
        const other = which % (size + 1)
        expect(verifyInclusion({ ...claim, index: other }, head)).toBe(other === index)
        expect(verifyInclusion({ ...claim, proof: [...proof, head.root] }, head)).toBe(false)
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(1) }, head)).toBe(false)
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(0, -1) }, head)).toBe(false)
        expect(verifyInclusion({ ...claim, proof: [...proof.slice(1), Buffer.alloc(31)] }, head)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test('every single bit of every hash of one proof of each kind', async () => {
    const [from, to] = [37, 101]
    const [older, newer] = [
      { size: from, root: rootAt(from) },
      { size: to, root: rootAt(to) },
    ]
    const inclusion = await inclusionProof(from, to, tree.read)
    const consistency = await consistencyProof(from, to, tree.read)
    let refused = 0
    for (let place = 0; place < Math.max(inclusion.length, consistency.length); place++) {
      for (let bit = 0; bit < 256; bit++) {
        const flip = (hash: Buffer, at: number) => (at === place ? flipBit(hash, bit) : hash)
        if (place < inclusion.length) {
          const proof = inclusion.map(flip)
          refused += verifyInclusion({ leafHash: leafAt(from), index: from, proof }, newer) ? 0 : 1
        }
        if (place < consistency.length) refused += verifyConsistency(older, newer, consistency.map(flip)) ? 0 : 1
      }
    }
    expect(refused).toBe(256 * (inclusion.length + consistency.length))
  })

  test('consistency: any bit of a root or of the path; the trees exchanged; a hash too many or too few', async () => {
    await fc.assert(
      fc.asyncProperty(PAIR, fc.nat(), fc.integer({ min: 0, max: 255 }), async ({ from, to }, which, bit) => {
        const proof = await consistencyProof(from, to, tree.read)
        const older = { size: from, root: rootAt(from) }
        const newer = { size: to, root: rootAt(to) }
        const at = which % proof.length
        const flipped = proof.map((hash, place) => (place === at ? flipBit(hash, bit) : hash))
        expect(verifyConsistency(older, newer, proof)).toBe(true)
        expect(verifyConsistency(older, newer, flipped)).toBe(false)
        expect(verifyConsistency({ ...older, root: flipBit(older.root, bit) }, newer, proof)).toBe(false)
        expect(verifyConsistency(older, { ...newer, root: flipBit(newer.root, bit) }, proof)).toBe(false)
        expect(verifyConsistency(older, newer, [...proof, newer.root])).toBe(false)
        expect(verifyConsistency(older, newer, proof.slice(1))).toBe(false)
        expect(verifyConsistency(older, newer, proof.slice(0, -1))).toBe(false)
        expect(verifyConsistency(newer, older, proof)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['an older tree that is empty has the root of the empty tree', { size: 0, root: rootAt(1) }, 5, []],
    ['two trees of one size have one root', { size: 5, root: rootAt(4) }, 5, []],
    ['two trees of one size need no hash', { size: 5, root: rootAt(5) }, 5, [rootAt(5)]],
    ['a size is a whole number', { size: 1.5, root: rootAt(1) }, 5, []],
    ['a size is not negative', { size: -1, root: rootAt(1) }, 5, []],
    ['a root has 32 bytes', { size: 0, root: Buffer.of() }, 5, []],
  ])('%s', (_, older, size, proof) => {
    expect(verifyConsistency(older, { size, root: rootAt(size) }, proof)).toBe(false)
  })

  test.each([
    [6, 5],
    [-1, 5],
    [0.5, 5],
    [0, Number.MAX_SAFE_INTEGER + 1],
  ])('there is no proof that a tree of %d grew to one of %d', (from, to) => {
    expect(() => consistencyRefs(from, to)).toThrow(RangeError)
  })

  test.each([
    [5, 5],
    [-1, 5],
    [0.5, 5],
    [0, Number.MAX_SAFE_INTEGER + 1],
  ])('there is no proof of leaf %d of %d', async (index, size) => {
    expect(() => inclusionRefs(index, size)).toThrow(RangeError)
    const claim = { leafHash: leafAt(0), index, proof: await inclusionProof(0, 5, tree.read) }
    expect(verifyInclusion(claim, { size, root: rootAt(5) })).toBe(false)
  })
})
