/** Bits of the filter, 4 MiB: of a million texts one in thirty is taken for met, which a frequency bears. */
const BITS = 2 ** 25

/** Which texts were met, in memory that does not grow (a Bloom filter of two hashes). */
export class SeenFilter {
  private readonly bits = new Uint8Array(BITS / 8)

  /** True for a text that was not met before; seldom false for one that was not either. */
  add(text: string): boolean {
    const places = [hash(text, 0x811c9dc5), hash(text, 0x1b873593)]
    const isNew = places.some((place) => !this.has(place))
    for (const place of places) this.bits[place >>> 3] = (this.bits[place >>> 3] ?? 0) | (1 << (place & 7))
    return isNew
  }

  private has(place: number): boolean {
    return ((this.bits[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0
  }
}

/** FNV-1a, mixed once more at the end so that the low bits depend on all letters. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return ((value ^ (value >>> 13)) >>> 0) % BITS
}
