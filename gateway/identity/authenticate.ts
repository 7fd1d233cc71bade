import type { Clock } from '../../contract/clock.js'
import { ComityError } from '../../contract/errors.js'
import type { Viewer } from '../../contract/viewer.js'
import { ROLE_TERMS, VIEWER_CLASSES } from '../../policy/purposes.js'
import type { Role } from '../../policy/types.js'
import { CLAIMS, claimInvalid, readClaims, type Claims } from './claims.js'
import type { Directory, DirectoryAgency } from './directory.js'
import { DEMO_ISSUER, EVERY_JURISDICTION, type TrustedIssuer } from './issuers.js'
import { PUBLIC_VIEWER } from './public.js'
import { verifyToken } from './verify.js'

/** The value of an Authorization header, if there is one -> who is asking. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer>

export interface AuthenticatorOptions {
  readonly issuers: readonly TrustedIssuer[]
  /** Only where the database's mode is DEMO; without it, demo tokens are refused by name. */
  readonly demoIssuer: TrustedIssuer | null
  readonly directory: Directory
  readonly clock: Clock
}

/** @throws (from the returned function) ComityError UNAUTHENTICATED, TOKEN_*, ISSUER_*, DEMO_TOKEN_REFUSED, PURPOSE_*, JURISDICTION_UNKNOWN */
export function createAuthenticator({ issuers, demoIssuer, directory, clock }: AuthenticatorOptions): Authenticate {
  const trusted = new Map(issuers.map((issuer) => [issuer.issuer, issuer]))
  if (demoIssuer !== null) trusted.set(DEMO_ISSUER, demoIssuer)
  const find = (iss: string): TrustedIssuer => {
    const issuer = trusted.get(iss)
    if (issuer === undefined) throw new ComityError(iss === DEMO_ISSUER ? 'DEMO_TOKEN_REFUSED' : 'TOKEN_ISSUER_UNKNOWN')
    return issuer
  }
  return async (authorization) => {
    if (authorization === undefined || authorization.trim() === '') return PUBLIC_VIEWER
    const { issuer, payload } = await verifyToken(bearer(authorization), find, clock)
    const claims = readClaims(payload)
    checkIssuer(claims, issuer)
    const roles = rolesForPurpose(claims)
    if (roles.some((role) => ROLE_TERMS[role].anonymous)) return PUBLIC_VIEWER
    await checkPlace(claims, roles, directory)
    return viewerOf(claims, roles, issuer, String(payload.sub))
  }
}

function bearer(authorization: string): string {
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1]
  if (token === undefined) throw new ComityError('UNAUTHENTICATED')
  return token
}

function checkIssuer(claims: Claims, issuer: TrustedIssuer): void {
  const jurisdiction = claims[CLAIMS.jurisdiction]
  if (!issuer.jurisdictions.includes(EVERY_JURISDICTION) && !issuer.jurisdictions.includes(jurisdiction)) {
    throw new ComityError('ISSUER_NOT_AUTHORIZED')
  }
  if (!claims[CLAIMS.roles].every((role) => issuer.roles.includes(role))) throw new ComityError('ISSUER_NOT_AUTHORIZED')
  if (issuer.identityProviderId !== undefined && claims[CLAIMS.identityProviderId] !== issuer.identityProviderId) {
    throw claimInvalid(CLAIMS.identityProviderId, 'is not that of the issuer')
  }
}

/** The viewer acts in those of the token's roles to which the purpose is open, and in no other. */
function rolesForPurpose(claims: Claims): readonly Role[] {
  const purpose = claims[CLAIMS.purpose]
  const roles = claims[CLAIMS.roles].filter((role) => ROLE_TERMS[role].purposes.includes(purpose))
  if (roles.length === 0) throw new ComityError('PURPOSE_NOT_ALLOWED')
  return [...new Set(roles)]
}

/** Jurisdiction, class, agency, State code and ORI must tell one story, and it must be the hub's own. */
async function checkPlace(claims: Claims, roles: readonly Role[], directory: Directory): Promise<void> {
  const code = claims[CLAIMS.jurisdiction]
  const jurisdiction = await directory.jurisdiction(code)
  if (jurisdiction === null) throw new ComityError('JURISDICTION_UNKNOWN')
  if (!VIEWER_CLASSES[jurisdiction.class].includes(claims[CLAIMS.jurisdictionClass])) {
    throw claimInvalid(CLAIMS.jurisdictionClass, `contradicts ${CLAIMS.jurisdiction}`)
  }
  checkStateCode(claims)
  const agencyId = claims[CLAIMS.agency]
  if (agencyId === 'NONE') {
    if (roles.some((role) => ROLE_TERMS[role].needsAgency))
      throw claimInvalid(CLAIMS.agency, 'must name an agency for this role')
    return
  }
  const agency = await directory.agency(agencyId)
  if (agency === null) throw claimInvalid(CLAIMS.agency, 'is no agency of this hub')
  checkAgency(claims, agency)
}

function checkAgency(claims: Claims, agency: DirectoryAgency): void {
  if (
    agency.jurisdiction !== claims[CLAIMS.jurisdiction] ||
    agency.jurisdictionClass !== claims[CLAIMS.jurisdictionClass]
  ) {
    throw claimInvalid(CLAIMS.agency, `contradicts ${CLAIMS.jurisdiction} or ${CLAIMS.jurisdictionClass}`)
  }
  const ori = claims[CLAIMS.employerOri]
  // An agency without a recorded ORI contradicts none: blanks are common in the sources.
  if (ori && agency.oris.length > 0 && !agency.oris.includes(ori))
    throw claimInvalid(CLAIMS.employerOri, `contradicts ${CLAIMS.agency}`)
}

function checkStateCode(claims: Claims): void {
  const state = claims[CLAIMS.employerStateCode]
  const spoken = /^US-([A-Z]{2})$/.exec(claims[CLAIMS.jurisdiction])?.[1]
  if (state !== undefined && spoken !== undefined && !stateCodes(spoken).includes(state)) {
    throw claimInvalid(CLAIMS.employerStateCode, `contradicts ${CLAIMS.jurisdiction}`)
  }
}

/** GFIPM takes NCIC's codes, in which Nebraska is NB (domain.md 3). */
const stateCodes = (usps: string): readonly string[] => (usps === 'NE' ? ['NE', 'NB'] : [usps])

function viewerOf(claims: Claims, roles: readonly Role[], issuer: TrustedIssuer, subject: string): Viewer {
  return {
    subject,
    agency: claims[CLAIMS.agency],
    jurisdiction: claims[CLAIMS.jurisdiction],
    jurisdictionClass: claims[CLAIMS.jurisdictionClass],
    roles,
    assurance: claims[CLAIMS.assurance],
    purpose: claims[CLAIMS.purpose],
    caseReference: claims[CLAIMS.caseReference] ?? null,
    issuer: issuer.issuer,
    displayName: `${claims[CLAIMS.givenName]} ${claims[CLAIMS.surName]}`,
    employerName: claims[CLAIMS.employerName],
  }
}
