import { createPublicKey, type KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Clock } from '../../contract/clock.js'
import { ComityError } from '../../contract/errors.js'
import type { Persona } from '../../contract/persona.js'
import { PURPOSES, ROLES } from '../../policy/types.js'
import { CLAIMS } from './claims.js'
import { CLOCK_SKEW, DEMO_ISSUER, EVERY_JURISDICTION, MAX_ASSURANCE, type TrustedIssuer } from './issuers.js'

const AUDIENCE = 'comity-demo'
export const DEFAULT_TTL_SECONDS = 3_600
const MAX_TTL_SECONDS = 86_400

export interface DemoTokenRequest {
  readonly persona: Persona
  /** The persona's default where not given. */
  readonly purpose?: string
  readonly caseReference?: string
  /** Seconds, 1 to 86400. */
  readonly ttl?: number
}

/** The issuer of the demo's tokens. Handed to the authenticator only where the database's mode is DEMO. */
export function demoIssuer(key: KeyObject): TrustedIssuer {
  const publicKey = createPublicKey(key)
  return {
    issuer: DEMO_ISSUER,
    audience: AUDIENCE,
    algorithms: ['EdDSA'],
    keys: () => publicKey,
    jurisdictions: [EVERY_JURISDICTION],
    roles: ROLES,
    maxAssurance: MAX_ASSURANCE,
    maxTokenLife: MAX_TTL_SECONDS,
    clockSkew: CLOCK_SKEW,
    services: [],
  }
}

/**
 * A bearer token for a persona of the demo.
 * @throws ComityError PURPOSE_UNKNOWN, PURPOSE_NOT_ALLOWED, BAD_INPUT
 */
export async function signDemoToken(request: DemoTokenRequest, key: KeyObject, clock: Clock): Promise<string> {
  const { persona, caseReference, ttl = DEFAULT_TTL_SECONDS } = request
  if (!Number.isInteger(ttl) || ttl < 1 || ttl > MAX_TTL_SECONDS) {
    throw new ComityError('BAD_INPUT', `ttl must be a whole number of seconds from 1 to ${MAX_TTL_SECONDS}.`)
  }
  const now = Math.floor(clock().getTime() / 1_000)
  const optional = {
    [CLAIMS.employerOri]: persona.employerOri,
    [CLAIMS.employerStateCode]: /^US-([A-Z]{2})$/.exec(persona.jurisdiction)?.[1],
    [CLAIMS.caseReference]: caseReference,
  }
  const [givenName, ...surName] = persona.displayName.split(' ')
  return new SignJWT({
    [CLAIMS.givenName]: givenName,
    [CLAIMS.surName]: surName.join(' '),
    [CLAIMS.federationId]: persona.subject,
    [CLAIMS.employerName]: persona.employerName,
    [CLAIMS.identityProviderId]: DEMO_ISSUER,
    [CLAIMS.assurance]: String(persona.assurance),
    [CLAIMS.agency]: persona.agency,
    [CLAIMS.jurisdiction]: persona.jurisdiction,
    [CLAIMS.jurisdictionClass]: persona.jurisdictionClass,
    [CLAIMS.roles]: persona.roles,
    [CLAIMS.purpose]: purposeOf(request),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
    .setIssuer(DEMO_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(persona.subject)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + ttl)
    .sign(key)
}

function purposeOf({ persona, purpose = persona.defaultPurpose }: DemoTokenRequest): string {
  const known = PURPOSES.find((code) => code === purpose)
  if (known === undefined) throw new ComityError('PURPOSE_UNKNOWN', `This hub knows ${PURPOSES.join(', ')}.`)
  if (!persona.purposes.includes(known)) {
    throw new ComityError('PURPOSE_NOT_ALLOWED', `${persona.handle} may ask for ${persona.purposes.join(', ')}.`)
  }
  return known
}
