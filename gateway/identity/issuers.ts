import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import { ROLES, type Role } from '../../policy/types.js'

/** Signatures that are accepted at all; an issuer may be held to fewer. No shared secrets, no `none`. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'PS256', 'RS256'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

/** `iss` of the demo's tokens; no configuration may claim it. */
export const DEMO_ISSUER = 'https://demo.comity.invalid'

/** Stands for every jurisdiction in `TrustedIssuer.jurisdictions`. */
export const EVERY_JURISDICTION = '*'

/** An issuer of tokens, and for whom it may speak: one for US-IA cannot make a viewer of US-TX or a federal one. */
export interface TrustedIssuer {
  /** `iss`, compared character by character. */
  readonly issuer: string
  readonly audience: string
  readonly algorithms: readonly Algorithm[]
  readonly keys: JWTVerifyGetKey
  /** The keys are fetched: that they cannot be had is then no fault of the token. */
  readonly remote: boolean
  /** Codes, or the one entry `*`. */
  readonly jurisdictions: readonly string[]
  readonly roles: readonly Role[]
  /** Where given, `IdentityProviderId` must be this. */
  readonly identityProviderId?: string
}

const jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) })
/** Keys come over TLS, or from this machine. */
const jwksUri = z
  .url({ protocol: /^https?$/ })
  .refine((text) => text.startsWith('https:') || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(text).hostname), {
    error: 'must be an https address',
  })

const issuerFile = z.array(
  z
    .strictObject({
      issuer: z.string().min(1),
      audience: z.string().min(1),
      algorithms: z.array(z.enum(ALGORITHMS)).min(1).default(['EdDSA', 'ES256', 'PS256', 'RS256']),
      jwks: jwks.optional(),
      jwksUri: jwksUri.optional(),
      jurisdictions: z.array(z.string().min(1)).min(1),
      roles: z.array(z.enum(ROLES)).min(1),
      identityProviderId: z.string().min(1).optional(),
    })
    .refine((entry) => (entry.jwks === undefined) !== (entry.jwksUri === undefined), {
      error: 'must have either jwks or jwksUri',
    }),
)

/**
 * The text of COMITY_ISSUERS_FILE -> issuers.
 * @throws ComityError CONFIG_INVALID with every fault: path within the file and what is wrong.
 */
export function parseIssuers(text: string): TrustedIssuer[] {
  const parsed = issuerFile.safeParse(parseJson(text))
  if (!parsed.success) throw invalid(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  const names = parsed.data.map((entry) => entry.issuer)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw invalid([['issuer', `${twice} occurs twice`]])
  if (names.includes(DEMO_ISSUER)) throw invalid([['issuer', `${DEMO_ISSUER} is the demo's own`]])
  return parsed.data.map(({ jwks: local, jwksUri: remote, identityProviderId, ...entry }) => ({
    ...entry,
    ...(identityProviderId === undefined ? {} : { identityProviderId }),
    remote: remote !== undefined,
    keys: remote === undefined ? createLocalJWKSet(local as JSONWebKeySet) : createRemoteJWKSet(new URL(remote)),
  }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid([['', 'not JSON']])
  }
}

function invalid(faults: readonly (readonly [path: string, message: string])[]): ComityError {
  const list = faults.map(([path, message]) => ({
    variable: 'COMITY_ISSUERS_FILE',
    is: path || 'the file',
    mustBe: message,
  }))
  const lines = list.map((fault) => `\n  ${fault.variable}: ${fault.is}: ${fault.mustBe}`)
  return new ComityError('CONFIG_INVALID', lines.join(''), { faults: list })
}
