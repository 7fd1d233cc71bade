import { createLocalJWKSet } from 'jose'
import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import { PURPOSES, ROLES } from '../../policy/types.js'
import {
  ALGORITHMS,
  CLOCK_SKEW,
  DEMO_ISSUER,
  MAX_ASSURANCE,
  MAX_CLOCK_SKEW,
  MAX_TOKEN_LIFE,
  TOKEN_LIFE,
  type TrustedIssuer,
} from './issuers.js'
import { OPERATION_MODES } from '../operations/mode.js'
import { discoveryAddress, isKeyAddress, readDiscovered, readKeySet } from './key-address.js'
import { cachedKeys } from './key-cache.js'

/** A private key or a shared secret in the file would be a key that more than the issuer has. */
const publicKey = z
  .looseObject({ kty: z.string() })
  .refine((key) => !('d' in key || 'k' in key), { error: 'must be a public key' })
const jwks = z.object({ keys: z.array(publicKey).min(1) })
const keyAddress = z.string().refine(isKeyAddress, { error: 'must be an https address' })
const assurance = z.number().int().min(1).max(MAX_ASSURANCE)

const service = z.strictObject({
  client: z.string().min(1).max(255),
  maxAssurance: assurance.default(MAX_ASSURANCE),
  operations: z.enum(OPERATION_MODES).optional(),
})

const entry = z
  .strictObject({
    issuer: z.string().regex(/^[^\s|]{1,255}$/, { error: 'must be a name without spaces and |' }),
    audience: z.string().min(1),
    algorithms: z
      .array(z.enum(ALGORITHMS))
      .min(1)
      .default([...ALGORITHMS]),
    jwks: jwks.optional(),
    jwksUri: keyAddress.optional(),
    discovery: z.literal(true).optional(),
    jurisdictions: z.array(z.string().min(1)).min(1),
    roles: z.array(z.enum(ROLES)).min(1),
    purposes: z.array(z.enum(PURPOSES)).min(1).optional(),
    identityProviderId: z.string().min(1).optional(),
    maxAssurance: assurance.default(MAX_ASSURANCE),
    maxTokenLife: z.number().int().min(60).max(MAX_TOKEN_LIFE).default(TOKEN_LIFE),
    clockSkew: z.number().int().min(0).max(MAX_CLOCK_SKEW).default(CLOCK_SKEW),
    services: z.array(service).default([]),
    operations: z.enum(OPERATION_MODES).optional(),
  })
  .refine((one) => [one.jwks, one.jwksUri, one.discovery].filter((source) => source !== undefined).length === 1, {
    error: 'must have either jwks or jwksUri, or discovery',
  })
  .refine((one) => one.discovery === undefined || isKeyAddress(discoveryAddress(one.issuer)), {
    error: 'must be named by an https address, to be discovered',
  })
type Entry = z.infer<typeof entry>

/**
 * The text of COMITY_ISSUERS_FILE -> issuers. `now`: monotonic milliseconds, by which fetched keys age.
 * @throws ComityError CONFIG_INVALID with every fault: path within the file and what is wrong.
 */
export function parseIssuers(text: string, now: () => number = () => performance.now()): TrustedIssuer[] {
  const parsed = z.array(entry).safeParse(parseJson(text))
  if (!parsed.success) throw invalid(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  const names = parsed.data.map((one) => one.issuer)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw invalid([['issuer', `${twice} occurs twice`]])
  if (names.includes(DEMO_ISSUER)) throw invalid([['issuer', `${DEMO_ISSUER} is the demo's own`]])
  return parsed.data.map((one) => trusted(one, now))
}

function trusted(one: Entry, now: () => number): TrustedIssuer {
  const { purposes, identityProviderId } = one
  return {
    issuer: one.issuer,
    audience: one.audience,
    algorithms: one.algorithms,
    ...keysOf(one, now),
    jurisdictions: one.jurisdictions,
    roles: one.roles,
    ...(purposes && { purposes }),
    ...(identityProviderId !== undefined && { identityProviderId }),
    maxAssurance: one.maxAssurance,
    maxTokenLife: one.maxTokenLife,
    clockSkew: one.clockSkew,
    services: one.services.map(({ client, maxAssurance, operations }) => ({
      client,
      maxAssurance,
      ...(operations && { operations }),
    })),
    ...(one.operations && { operations: one.operations }),
  }
}

function keysOf(
  { issuer, jwks: local, jwksUri }: Entry,
  now: () => number,
): Pick<TrustedIssuer, 'keys' | 'keysFailing'> {
  if (local !== undefined) return { keys: createLocalJWKSet(local) }
  const keys = cachedKeys(() => (jwksUri === undefined ? readDiscovered(issuer) : readKeySet(jwksUri)), now)
  return { keys, keysFailing: keys.isFailing }
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
