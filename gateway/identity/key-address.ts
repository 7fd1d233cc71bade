import { request } from 'undici'
import { z } from 'zod'

/** Milliseconds from asking to the last byte. */
const TIMEOUT = 5_000
/** Bytes of an answer; a larger one is not read to its end. A key set of four RSA keys has about 3,000. */
const MAX_BYTES = 262_144

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) })
const discovered = z.object({ issuer: z.string(), jwks_uri: z.string() })

/** Keys come over TLS, or from this machine. */
export function isKeyAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
}

/** OpenID Connect Discovery 4. */
export const discoveryAddress = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

/** @throws Error that is for nobody's eyes: the caller says ISSUER_UNREACHABLE */
export async function readKeySet(address: string, timeout = TIMEOUT): Promise<z.infer<typeof keySet>> {
  return keySet.parse(await readJson(address, timeout))
}

/**
 * The keys at the address that the issuer's discovery document names. The document must name the issuer itself, character
 * by character (OpenID Connect Discovery 4.3), or one issuer's keys could verify another's tokens.
 * @throws Error as above
 */
export async function readDiscovered(issuer: string): Promise<z.infer<typeof keySet>> {
  const document = discovered.parse(await readJson(discoveryAddress(issuer)))
  if (document.issuer !== issuer || !isKeyAddress(document.jwks_uri)) throw new Error('a discovery document of another')
  return readKeySet(document.jwks_uri)
}

/** Follows no redirect: whoever can answer for the address could otherwise send the hub to ask elsewhere. */
async function readJson(address: string, timeout = TIMEOUT): Promise<unknown> {
  const { statusCode, body } = await request(address, {
    headers: { accept: 'application/json, application/jwk-set+json' },
    signal: AbortSignal.timeout(timeout),
    // Asked for every ten minutes at most: a connection that is kept would only wait to be closed.
    reset: true,
  })
  if (statusCode !== 200) {
    await body.dump()
    throw new Error(`answered ${statusCode}`)
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) throw new Error('too long')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
