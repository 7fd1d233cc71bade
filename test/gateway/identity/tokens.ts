import { generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto'
import { createLocalJWKSet, exportJWK, SignJWT } from 'jose'
import type { Persona } from '../../../contract/persona.js'
import { createAuthenticator, type AuthenticatorOptions } from '../../../gateway/identity/authenticate.js'
import { CLAIMS } from '../../../gateway/identity/claims.js'
import type { Directory, DirectoryEntry } from '../../../gateway/identity/directory.js'
import { CLOCK_SKEW, MAX_ASSURANCE, TOKEN_LIFE, type TrustedIssuer } from '../../../gateway/identity/issuers.js'

/** Noon, so that no test hangs on a day's border. */
export const NOW = new Date('2026-11-24T12:00:00Z')
export const seconds = (offset: number): number => NOW.getTime() / 1_000 + offset

export const OHIO_PD = 'agc_00000000000000000000000001'
export const TEXAS_PD = 'agc_00000000000000000000000002'

const CLASSES: Readonly<Record<string, DirectoryEntry['jurisdictionClass']>> = {
  'US-OH': 'STATE',
  'US-TX': 'STATE',
  'US-NE': 'STATE',
  'US-GU': 'TERRITORIAL',
  'TRIBE-RIVER': 'TRIBAL',
  'US-FED': 'FEDERAL',
}
const AGENCIES: Readonly<Record<string, string>> = { [OHIO_PD]: 'US-OH', [TEXAS_PD]: 'US-TX' }

/**
 * Knows Ohio, Texas, Guam, one tribe and the federal government, and one police department each of Ohio and Texas; of
 * tokens, that none is revoked.
 */
export const directory: Directory = {
  lookUp({ jurisdiction, agency }) {
    const at = AGENCIES[agency]
    return Promise.resolve({
      revoked: false,
      jurisdictionClass: CLASSES[jurisdiction] ?? null,
      agency: at === undefined ? null : { jurisdiction: at, jurisdictionClass: 'LOCAL', oris: ['OH0310000'] },
    })
  },
}

export const ISSUER = 'https://idp.ohio.example'
const pair = generateKeyPairSync('ed25519')
export const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'EdDSA' }

export const ohioIssuer: TrustedIssuer = {
  issuer: ISSUER,
  audience: 'comity',
  algorithms: ['EdDSA'],
  keys: createLocalJWKSet({ keys: [jwk] }),
  jurisdictions: ['US-OH'],
  roles: ['HIRING_INVESTIGATOR', 'RECORDS_OFFICER', 'DATA_SUBJECT'],
  maxAssurance: MAX_ASSURANCE,
  maxTokenLife: TOKEN_LIFE,
  clockSkew: CLOCK_SKEW,
  services: [],
}

/** Dana Whitfield hires for the Ohio police department, under a case: what an issuer says of her. */
export const dana: Readonly<Record<string, unknown>> = {
  aud: 'comity',
  sub: 'dana',
  [CLAIMS.givenName]: 'Dana',
  [CLAIMS.surName]: 'Whitfield',
  [CLAIMS.federationId]: 'dana',
  [CLAIMS.employerName]: 'Millbrook Police Department',
  [CLAIMS.employerOri]: 'OH0310000',
  [CLAIMS.employerStateCode]: 'OH',
  [CLAIMS.assurance]: '2',
  [CLAIMS.identityProviderId]: ISSUER,
  [CLAIMS.agency]: OHIO_PD,
  [CLAIMS.jurisdiction]: 'US-OH',
  [CLAIMS.jurisdictionClass]: 'LOCAL',
  [CLAIMS.roles]: ['HIRING_INVESTIGATOR'],
  [CLAIMS.purpose]: 'J',
  [CLAIMS.caseReference]: 'HIRE-2026-17',
}
/** The same in a token of Ohio's. */
export const goodClaims: Readonly<Record<string, unknown>> = {
  ...dana,
  iss: ISSUER,
  iat: seconds(0),
  nbf: seconds(0),
  exp: seconds(600),
}

/** `undefined` leaves a claim out. */
export function sign(
  changes: Record<string, unknown> = {},
  key: KeyObject = pair.privateKey,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const payload = Object.fromEntries(
    Object.entries({ ...goodClaims, ...changes }).filter(([, value]) => value !== undefined),
  )
  return new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid: 'one', ...header }).sign(key)
}

/** Signed with the issuer's own key, over any text. */
export function signText(header: string, payload: string): string {
  const input = forge(header, payload).slice(0, -1)
  return `${input}.${signBytes(null, Buffer.from(input), pair.privateKey).toString('base64url')}`
}

/** A token as nobody's library makes it: any header, no signature check. */
export function forge(header: unknown, payload: unknown, signature = ''): string {
  const part = (value: unknown) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
  return `${part(header)}.${part(payload)}.${signature}`
}

export function authenticator(options: Partial<AuthenticatorOptions> = {}) {
  return createAuthenticator({ issuers: [ohioIssuer], demoIssuer: null, directory, clock: () => NOW, ...options })
}

export const persona: Persona = {
  handle: 'hiring-city',
  title: 'Background investigator, city police department',
  description: 'Checks a candidate who signed a waiver.',
  subject: 'demo:hiring-city',
  displayName: 'Dana Whitfield',
  employerName: 'Millbrook Police Department',
  employerOri: 'OH0310000',
  agency: OHIO_PD,
  jurisdiction: 'US-OH',
  jurisdictionClass: 'LOCAL',
  roles: ['HIRING_INVESTIGATOR'],
  assurance: 2,
  purposes: ['J'],
  defaultPurpose: 'J',
}
