import { createHash } from 'node:crypto'

/** Seeded source of randomness (xoshiro128**): the same seed gives the same world on every machine. */
export interface Rng {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number in [low, high], both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Favours the front of the list, as surnames do: the larger the power, the more. */
  pickSkewed<T>(items: readonly T[], power: number): T
  shuffle<T>(items: readonly T[]): T[]
  bytes(count: number): Uint8Array
  /** An independent stream, so that one part of the world can grow without moving another. */
  fork(label: string): Rng
}

const rotate = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0

export function createRng(seed: string): Rng {
  const digest = createHash('sha256').update(seed).digest()
  let a = digest.readUInt32LE(0)
  let b = digest.readUInt32LE(4)
  let c = digest.readUInt32LE(8)
  // xoshiro must not start from all zeros.
  let d = digest.readUInt32LE(12) | 1

  const word = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5) >>> 0, 7), 9) >>> 0
    const t = (b << 9) >>> 0
    c ^= a
    d ^= b
    b = (b ^ c) >>> 0
    a = (a ^ d) >>> 0
    c = (c ^ t) >>> 0
    d = rotate(d >>> 0, 11)
    return result
  }
  const next = (): number => word() / 4_294_967_296
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[index]
    if (item === undefined) throw new RangeError('cannot pick from an empty list')
    return item
  }
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickSkewed: (items, power) => at(items, Math.floor(next() ** power * items.length)),
    shuffle: (items) => {
      const copy = [...items]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        const held = at(copy, i)
        copy[i] = at(copy, j)
        copy[j] = held
      }
      return copy
    },
    bytes: (count) => {
      const out = new Uint8Array(count)
      for (let i = 0; i < count; i++) out[i] = word() & 255
      return out
    },
    fork: (label) => createRng(`${seed}/${label}`),
  }
}
