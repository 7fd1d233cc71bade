import { createHash } from 'node:crypto'

// RFC 6962, section 2.1, word for word: recursive, over all leaves, and sharing nothing with what it is compared with.

const sha256 = (...parts: Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** "let k be the largest power of two smaller than n" */
function largestPowerBelow(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** MTH(D[n]) */
export function mth(data: readonly Uint8Array[]): Buffer {
  if (data.length === 0) return sha256()
  if (data.length === 1) return sha256(Buffer.of(0x00), data[0] ?? Buffer.of())
  const k = largestPowerBelow(data.length)
  return sha256(Buffer.of(0x01), mth(data.slice(0, k)), mth(data.slice(k)))
}

/** PATH(m, D[n]), section 2.1.1 */
export function path(m: number, data: readonly Uint8Array[]): Buffer[] {
  if (data.length === 1) return []
  const k = largestPowerBelow(data.length)
  return m < k
    ? [...path(m, data.slice(0, k)), mth(data.slice(k))]
    : [...path(m - k, data.slice(k)), mth(data.slice(0, k))]
}

/** PROOF(m, D[n]), section 2.1.2, for 0 < m < n */
export function proof(m: number, data: readonly Uint8Array[]): Buffer[] {
  return subproof(m, data, true)
}

/** SUBPROOF(m, D[n], b) */
function subproof(m: number, data: readonly Uint8Array[], known: boolean): Buffer[] {
  if (m === data.length) return known ? [] : [mth(data)]
  const k = largestPowerBelow(data.length)
  return m <= k
    ? [...subproof(m, data.slice(0, k), known), mth(data.slice(k))]
    : [...subproof(m - k, data.slice(k), false), mth(data.slice(0, k))]
}
