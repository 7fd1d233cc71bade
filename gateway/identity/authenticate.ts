import type { Clock } from '../../contract/clock.js'
import { ComityError, type ErrorCode } from '../../contract/errors.js'
import type { Viewer } from '../../contract/viewer.js'
import { ROLE_TERMS } from '../../policy/purposes.js'
import type { Role } from '../../policy/types.js'
import { CLAIMS, readClaims, type Claims } from './claims.js'
import type { Directory } from './directory.js'
import { tokenIdOf, userOf } from './ids.js'
import { checkIssuer } from './issuer-terms.js'
import { DEMO_ISSUER, type PartnerService, qualifiedSubject, type TrustedIssuer } from './issuers.js'
import { checkPlace } from './place.js'
import { PUBLIC_VIEWER } from './public.js'
import { actingService } from './service.js'
import { type VerifiedToken, verifyToken } from './verify.js'

/** The value of an Authorization header, if there is one -> who is asking. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer>

export interface AuthenticatorOptions {
  readonly issuers: readonly TrustedIssuer[]
  /** Only where the database's mode is DEMO; without it, demo tokens are refused by name. */
  readonly demoIssuer: TrustedIssuer | null
  readonly directory: Directory
  readonly clock: Clock
  /** Told of each token that is refused, and of nothing else: to be counted. */
  readonly onRefusal?: (code: ErrorCode) => void
}

/**
 * @throws (from the returned function) ComityError UNAUTHENTICATED, TOKEN_*, ISSUER_*, SERVICE_*, DEMO_TOKEN_REFUSED,
 * PURPOSE_*, JURISDICTION_UNKNOWN, IDENTITY_UNAVAILABLE
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { issuers, demoIssuer, directory, clock, onRefusal = () => undefined } = options
  const trusted = new Map(issuers.map((issuer) => [issuer.issuer, issuer]))
  if (demoIssuer !== null) trusted.set(DEMO_ISSUER, demoIssuer)
  const find = (iss: string): TrustedIssuer => {
    const issuer = trusted.get(iss)
    if (issuer === undefined) throw new ComityError(iss === DEMO_ISSUER ? 'DEMO_TOKEN_REFUSED' : 'TOKEN_ISSUER_UNKNOWN')
    return issuer
  }
  return async (authorization) => {
    if (authorization === undefined || authorization.trim() === '') return PUBLIC_VIEWER
    try {
      return await viewerFrom(await verifyToken(bearer(authorization), find, clock), directory)
    } catch (error) {
      if (error instanceof ComityError) onRefusal(error.code)
      throw error
    }
  }
}

async function viewerFrom(token: VerifiedToken, directory: Directory): Promise<Viewer> {
  const { issuer, payload, issuedAt } = token
  const service = actingService(payload, issuer)
  const user = userOf(payload)
  const claims = readClaims(payload)
  checkIssuer(claims, issuer)
  const roles = rolesForPurpose(claims)
  if (roles.some((role) => ROLE_TERMS[role].anonymous)) return PUBLIC_VIEWER
  const found = await directory.lookUp({
    issuer: issuer.issuer,
    jti: tokenIdOf(payload),
    subjects: service === null ? [user] : [user, service.client],
    issuedAt,
    jurisdiction: claims[CLAIMS.jurisdiction],
    agency: claims[CLAIMS.agency],
  })
  if (found.revoked) throw new ComityError('TOKEN_REVOKED')
  checkPlace(claims, roles, found)
  return viewerOf(claims, roles, service, { issuer: issuer.issuer, subject: qualifiedSubject(issuer, user) })
}

function bearer(authorization: string): string {
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  if (token === undefined) throw new ComityError('UNAUTHENTICATED')
  return token
}

/** The viewer acts in those of the token's roles to which the purpose is open, and in no other. */
function rolesForPurpose(claims: Claims): readonly Role[] {
  const purpose = claims[CLAIMS.purpose]
  const roles = claims[CLAIMS.roles].filter((role) => ROLE_TERMS[role].purposes.includes(purpose))
  if (roles.length === 0) throw new ComityError('PURPOSE_NOT_ALLOWED')
  return [...new Set(roles)]
}

function viewerOf(
  claims: Claims,
  roles: readonly Role[],
  service: PartnerService | null,
  { issuer, subject }: Pick<Viewer, 'issuer' | 'subject'>,
): Viewer {
  return {
    subject,
    agency: claims[CLAIMS.agency],
    jurisdiction: claims[CLAIMS.jurisdiction],
    jurisdictionClass: claims[CLAIMS.jurisdictionClass],
    roles,
    assurance: Math.min(claims[CLAIMS.assurance], service?.maxAssurance ?? Infinity),
    purpose: claims[CLAIMS.purpose],
    caseReference: claims[CLAIMS.caseReference] ?? null,
    issuer,
    service: service?.client ?? null,
    displayName: `${claims[CLAIMS.givenName]} ${claims[CLAIMS.surName]}`,
    employerName: claims[CLAIMS.employerName],
  }
}
