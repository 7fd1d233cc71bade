import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import { JURISDICTION_CLASSES, PURPOSES, ROLES, type Purpose } from '../../policy/types.js'

const GFIPM = 'gfipm:2.0:user:'

/** Claims of a bearer token. GFIPM's own names where GFIPM has one (domain.md 3), `comity:` for what only this hub asks. */
export const CLAIMS = {
  givenName: `${GFIPM}GivenName`,
  surName: `${GFIPM}SurName`,
  federationId: `${GFIPM}FederationId`,
  employerName: `${GFIPM}EmployerName`,
  employerOri: `${GFIPM}EmployerORI`,
  employerStateCode: `${GFIPM}EmployerStateCode`,
  assurance: `${GFIPM}ElectronicAuthenticationAssuranceLevelCode`,
  identityProviderId: `${GFIPM}IdentityProviderId`,
  agency: 'comity:agency',
  jurisdiction: 'comity:jurisdiction',
  jurisdictionClass: 'comity:jurisdictionClass',
  roles: 'comity:roles',
  purpose: 'comity:purpose',
  caseReference: 'comity:case',
} as const

const line = z.string().trim().min(1).max(200)
/** Codes travel as text in GFIPM; issuers that send numbers mean the same. */
const level = z.union([z.number(), z.string().regex(/^\d$/).transform(Number)]).pipe(z.number().int().min(1).max(3))

const claims = z.object({
  [CLAIMS.givenName]: line,
  [CLAIMS.surName]: line,
  [CLAIMS.federationId]: line,
  [CLAIMS.employerName]: line,
  [CLAIMS.employerOri]: z.string().trim().max(20).optional(),
  [CLAIMS.employerStateCode]: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  [CLAIMS.assurance]: level,
  [CLAIMS.identityProviderId]: line,
  [CLAIMS.agency]: z.string().regex(/^(NONE|agc_[0-9A-HJKMNP-TV-Z]{26})$/),
  [CLAIMS.jurisdiction]: z.string().regex(/^[A-Z][A-Z0-9-]{1,40}$/),
  [CLAIMS.jurisdictionClass]: z.enum(JURISDICTION_CLASSES),
  [CLAIMS.roles]: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  [CLAIMS.purpose]: z.string(),
  [CLAIMS.caseReference]: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 ._/:#-]{0,63}$/)
    .optional(),
})
export type Claims = z.infer<typeof claims> & { readonly [CLAIMS.purpose]: Purpose }

/** What each claim must be, for the one who reads the refusal. */
const FORMS: Readonly<Record<string, string>> = {
  [CLAIMS.assurance]: 'a level from 1 to 3',
  [CLAIMS.agency]: 'a hub agency id or NONE',
  [CLAIMS.jurisdiction]: 'a jurisdiction code such as US-OH',
  [CLAIMS.jurisdictionClass]: `one of ${JURISDICTION_CLASSES.join(', ')}`,
  [CLAIMS.roles]: `a list of ${ROLES.join(', ')}`,
  [CLAIMS.employerStateCode]: 'a two-letter code',
  [CLAIMS.caseReference]: 'at most 64 letters, digits, spaces or . _ / : # -',
}

/**
 * The payload of a verified token -> its claims.
 * @throws ComityError TOKEN_CLAIMS_INVALID naming the claim, PURPOSE_UNKNOWN
 */
export function readClaims(payload: Readonly<Record<string, unknown>>): Claims {
  const parsed = claims.safeParse(payload)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw claimInvalid(name, payload[name] === undefined ? 'is missing' : `must be ${FORMS[name] ?? 'text'}`)
  }
  const purpose = PURPOSES.find((known) => known === parsed.data[CLAIMS.purpose])
  if (purpose === undefined) throw new ComityError('PURPOSE_UNKNOWN')
  return { ...parsed.data, [CLAIMS.purpose]: purpose }
}

/** `claim` is a name, never its value: values are a person's data. */
export function claimInvalid(claim: string, fault: string): ComityError {
  return new ComityError('TOKEN_CLAIMS_INVALID', `${claim} ${fault}.`, { claim })
}
