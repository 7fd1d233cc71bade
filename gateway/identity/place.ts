import { ComityError } from '../../contract/errors.js'
import { ROLE_TERMS, VIEWER_CLASSES } from '../../policy/purposes.js'
import type { Role } from '../../policy/types.js'
import { CLAIMS, claimInvalid, type Claims } from './claims.js'
import type { DirectoryAgency, DirectoryEntry } from './directory.js'

/**
 * Jurisdiction, class, agency, State code and ORI must tell one story, and it must be the hub's own.
 * @throws ComityError JURISDICTION_UNKNOWN, TOKEN_CLAIMS_INVALID
 */
export function checkPlace(claims: Claims, roles: readonly Role[], found: DirectoryEntry): void {
  if (found.jurisdictionClass === null) throw new ComityError('JURISDICTION_UNKNOWN')
  if (!VIEWER_CLASSES[found.jurisdictionClass].includes(claims[CLAIMS.jurisdictionClass])) {
    throw claimInvalid(CLAIMS.jurisdictionClass, `contradicts ${CLAIMS.jurisdiction}`)
  }
  checkStateCode(claims)
  if (claims[CLAIMS.agency] === 'NONE') {
    if (roles.some((role) => ROLE_TERMS[role].needsAgency))
      throw claimInvalid(CLAIMS.agency, 'must name an agency for this role')
    return
  }
  if (found.agency === null) throw claimInvalid(CLAIMS.agency, 'is no agency of this hub')
  checkAgency(claims, found.agency)
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
