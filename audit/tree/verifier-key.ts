import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { fromBase64 } from './base64.js'

/** C2SP signed-note: the byte that stands for Ed25519, in key ids and in verifier keys. */
const ED25519 = 0x01
const KEY_BYTES = 32

/** A public key under the name that a log signs with. */
export interface VerifierKey {
  readonly name: string
  /** First four bytes of SHA-256 over name, line feed, signature type and key: 8 hexadecimal digits. */
  readonly id: string
  readonly publicKey: KeyObject
}

/** C2SP signed-note: not empty, and neither spaces nor plus signs in it; control characters end a note's lines. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\u0000-\u001f\u0085]/u.test(name)
}

/** @throws TypeError for what is no name, or no Ed25519 key */
export function verifierKey(name: string, publicKey: KeyObject): VerifierKey {
  if (!isKeyName(name)) throw new TypeError('a key name holds neither spaces nor plus signs')
  return { name, id: keyId(name, rawKey(publicKey)), publicKey }
}

/** `name+id+base64(0x01 || key)`: what a third party is handed. */
export function formatVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${typedKey(rawKey(publicKey)).toString('base64')}`
}

/** Null for a text that is none, or whose id is not the key's. The key may hold plus signs, the name may not. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const typed = fromBase64(base64)
  if (!isKeyName(name) || typed?.length !== KEY_BYTES + 1 || typed[0] !== ED25519) return null
  const raw = typed.subarray(1)
  if (keyId(name, raw) !== id) return null
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
  return { name, id, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) }
}

function keyId(name: string, raw: Buffer): string {
  return createHash('sha256').update(`${name}\n`).update(typedKey(raw)).digest('hex').slice(0, 8)
}

function typedKey(raw: Buffer): Buffer {
  return Buffer.concat([Buffer.of(ED25519), raw])
}

function rawKey(publicKey: KeyObject): Buffer {
  if (publicKey.asymmetricKeyType !== 'ed25519') throw new TypeError('the key is not an Ed25519 key')
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
}
