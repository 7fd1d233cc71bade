import { ComityError } from '../../contract/errors.js'
import { CLAIMS, claimInvalid, type Claims } from './claims.js'
import { EVERY_JURISDICTION, type TrustedIssuer } from './issuers.js'

/**
 * Holds what a token says to the entry of its issuer in the configuration.
 * @throws ComityError ISSUER_NOT_AUTHORIZED naming the claim, TOKEN_CLAIMS_INVALID
 */
export function checkIssuer(claims: Claims, issuer: TrustedIssuer): void {
  const jurisdiction = claims[CLAIMS.jurisdiction]
  if (!issuer.jurisdictions.includes(EVERY_JURISDICTION) && !issuer.jurisdictions.includes(jurisdiction))
    throw beyond(CLAIMS.jurisdiction)
  if (!claims[CLAIMS.roles].every((role) => issuer.roles.includes(role))) throw beyond(CLAIMS.roles)
  if (issuer.purposes !== undefined && !issuer.purposes.includes(claims[CLAIMS.purpose])) throw beyond(CLAIMS.purpose)
  if (claims[CLAIMS.assurance] > issuer.maxAssurance) throw beyond(CLAIMS.assurance)
  if (issuer.identityProviderId !== undefined && claims[CLAIMS.identityProviderId] !== issuer.identityProviderId) {
    throw claimInvalid(CLAIMS.identityProviderId, 'is not that of the issuer')
  }
}

function beyond(claim: string): ComityError {
  return new ComityError('ISSUER_NOT_AUTHORIZED', `It is about ${claim}.`, { claim })
}
