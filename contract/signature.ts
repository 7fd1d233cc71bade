import { createHash, type KeyObject, randomUUID, sign, verify } from 'node:crypto'
import type { Clock } from './clock.js'
import { ComityError } from './errors.js'
import { ReplayMemory } from './replay-memory.js'
import type { SignedRequest, SubgraphName } from './viewer.js'

/** Seconds for which a signed request may be used: one hop, so far less than a token's life. */
export const SIGNATURE_LIFE = 30
/** Seconds by which the gateway's clock may run ahead of a subgraph's. */
const CLOCK_SKEW = 5

// The only header there is. It is compared as text, so no other algorithm, `none` included, is ever read from it.
const HEADER = encode({ alg: 'EdDSA', typ: 'comity-fetch+jws' })

interface Claims extends SignedRequest {
  readonly aud: SubgraphName
  /** SHA-256, base64url, of the body that the signature is for. */
  readonly bd: string
  /** Seconds since 1970. */
  readonly iat: number
  readonly exp: number
  readonly jti: string
}

export interface RequestSigner {
  /** Compact JWS (RFC 7515, EdDSA over Ed25519) that lets one subgraph answer one body, once. */
  sign(
    request: SignedRequest,
    subgraph: SubgraphName,
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): string
}

export interface RequestVerifier {
  /** @throws ComityError SIGNATURE_REFUSED, whatever is wrong, so that a caller learns nothing from trying */
  verify(signature: string, query: string, variables: Readonly<Record<string, unknown>>): SignedRequest
}

export function createSigner(privateKey: KeyObject, clock: Clock): RequestSigner {
  return {
    sign({ viewer, now, policyVersion, requestId }, subgraph, query, variables) {
      const iat = seconds(clock)
      const claims: Claims = {
        viewer,
        now,
        policyVersion,
        requestId,
        aud: subgraph,
        bd: bodyDigest(query, variables),
        iat,
        exp: iat + SIGNATURE_LIFE,
        jti: randomUUID(),
      }
      const input = `${HEADER}.${encode(claims)}`
      return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`
    },
  }
}

/**
 * `publicKeys` are those of the gateways that may ask: two of them while one is being replaced. Replay is refused
 * within a process; between processes the life of a signature and its binding to one body are the limit.
 */
export function createVerifier(
  publicKeys: readonly KeyObject[],
  subgraph: SubgraphName,
  clock: Clock,
): RequestVerifier {
  const seen = new ReplayMemory()
  return {
    verify(signature, query, variables) {
      const claims = openClaims(signature, publicKeys)
      const now = seconds(clock)
      if (
        claims.aud !== subgraph ||
        claims.bd !== bodyDigest(query, variables) ||
        claims.iat > now + CLOCK_SKEW ||
        claims.exp <= now ||
        claims.exp - claims.iat > SIGNATURE_LIFE ||
        !seen.remember(claims.jti, claims.exp, now)
      ) {
        throw refused()
      }
      return {
        viewer: claims.viewer,
        now: claims.now,
        policyVersion: claims.policyVersion,
        requestId: claims.requestId,
      }
    },
  }
}

function openClaims(signature: string, publicKeys: readonly KeyObject[]): Claims {
  const parts = signature.split('.')
  const [header, payload, mac] = parts
  if (parts.length !== 3 || header !== HEADER || !payload || !mac) throw refused()
  const bytes = Buffer.from(mac, 'base64url')
  // Node decodes leniently: without this, more than one text would stand for the same signature.
  if (bytes.toString('base64url') !== mac) throw refused()
  const input = Buffer.from(`${header}.${payload}`)
  if (!publicKeys.some((key) => key.asymmetricKeyType === 'ed25519' && verify(null, input, key, bytes))) throw refused()
  // Only a holder of a gateway's key can have written what is parsed here.
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims
}

/** The same in process and after a round trip through JSON, which drops `undefined` and keeps the order of keys. */
function bodyDigest(query: string, variables: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(JSON.stringify({ query, variables })).digest('base64url')
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function seconds(clock: Clock): number {
  return Math.floor(clock().getTime() / 1000)
}

function refused(): ComityError {
  return new ComityError('SIGNATURE_REFUSED')
}
