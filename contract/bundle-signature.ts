import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** What a jurisdiction's policy officer signs: whose bundle, from when, and which text. */
export interface BundleStatement {
  readonly jurisdiction: string
  /** `2026-03-01`, the first day on which it holds. */
  readonly effectiveFrom: string
  /** `bundleDigest` of the text, or of null. */
  readonly sha256: string
}

/** In the place of a digest where a bundle is withdrawn. */
export const WITHDRAWN = 'withdrawn'

/** SHA-256 of the bundle's text, UTF-8, hex. Null: withdrawn. */
export function bundleDigest(text: string | null): string {
  return text === null ? WITHDRAWN : createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Names a public key: the first half of SHA-256 over its SPKI form, hex. */
export function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32)
}

/** Ed25519, base64url. */
export function signBundle(privateKey: KeyObject, statement: BundleStatement): string {
  return sign(null, message(statement), privateKey).toString('base64url')
}

/** `publicKey` is SPKI PEM. Never throws: a key or a signature that is none signs nothing. */
export function isSignedBundle(publicKey: string, statement: BundleStatement, signature: string): boolean {
  try {
    const key = createPublicKey(publicKey)
    return (
      key.asymmetricKeyType === 'ed25519' && verify(null, message(statement), key, Buffer.from(signature, 'base64url'))
    )
  } catch {
    return false
  }
}

function message({ jurisdiction, effectiveFrom, sha256 }: BundleStatement): Buffer {
  return Buffer.from(`comity-bundle-v1\n${jurisdiction}\n${effectiveFrom}\n${sha256}`, 'utf8')
}
