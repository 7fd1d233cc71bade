/**
 * 64 bits of a text as two numbers of 32, by the mixing of MurmurHash3 (public domain). Fast and even; not for secrets.
 */
export function hash64(text: string): readonly [number, number] {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 0xcc9e2d51)
    b = Math.imul(b ^ unit, 0x1b873593)
    a ^= b >>> 15
    b ^= a >>> 13
  }
  return [mix(a ^ text.length), mix(b ^ a)]
}

/** One of the two. */
export const hash32 = (text: string): number => hash64(text)[0]

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
