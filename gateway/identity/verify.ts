import { decodeJwt, decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose'
import type { Clock } from '../../contract/clock.js'
import { ComityError } from '../../contract/errors.js'
import { claimInvalid } from './claims.js'
import { ALGORITHMS, type TrustedIssuer } from './issuers.js'

/** Clocks of issuers and hubs differ by less, or somebody should know. Seconds. */
const CLOCK_TOLERANCE = 5
/** No issuer's token of a few claims comes near; a longer header is an attack on the parser. */
const MAX_TOKEN_LENGTH = 8_192

/** A token whose signature, audience and dates hold, and who vouches for it. Nothing is said yet of its claims. */
export interface VerifiedToken {
  readonly issuer: TrustedIssuer
  readonly payload: JWTPayload
}

/**
 * `find` is asked for the issuer that the token names, before anything of the token is believed; it throws for an
 * issuer that is not trusted.
 * @throws ComityError UNAUTHENTICATED, TOKEN_* or what `find` throws
 */
export async function verifyToken(
  token: string,
  find: (iss: string) => TrustedIssuer,
  clock: Clock,
): Promise<VerifiedToken> {
  const { alg, iss } = peek(token)
  if (!ALGORITHMS.some((known) => known === alg)) throw new ComityError('TOKEN_ALGORITHM_REFUSED')
  const issuer = find(iss)
  if (!issuer.algorithms.some((known) => known === alg)) throw new ComityError('TOKEN_ALGORITHM_REFUSED')
  try {
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: [...issuer.algorithms],
      requiredClaims: ['exp', 'sub'],
      currentDate: clock(),
      clockTolerance: CLOCK_TOLERANCE,
    })
    return { issuer, payload }
  } catch (error) {
    throw refusal(error, issuer)
  }
}

function peek(token: string): { alg: unknown; iss: string } {
  if (token.length > MAX_TOKEN_LENGTH) throw new ComityError('UNAUTHENTICATED')
  try {
    const { iss } = decodeJwt(token)
    if (iss !== undefined) return { alg: decodeProtectedHeader(token).alg, iss }
  } catch {
    throw new ComityError('UNAUTHENTICATED')
  }
  throw claimInvalid('iss', 'is missing')
}

function refusal(error: unknown, issuer: TrustedIssuer): ComityError {
  if (error instanceof errors.JWTExpired) return new ComityError('TOKEN_EXPIRED')
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf' && error.reason === 'check_failed') return new ComityError('TOKEN_NOT_YET_VALID')
    return claimInvalid(error.claim, FAULTS[error.reason] ?? 'is malformed')
  }
  if (issuer.remote && !isAboutTheToken(error)) return new ComityError('ISSUER_UNREACHABLE')
  return new ComityError('UNAUTHENTICATED')
}

const FAULTS: Readonly<Record<string, string>> = { missing: 'is missing', check_failed: 'is not what this hub expects' }

/** jose throws its base class, a timeout or fetch's own error where the key set could not be had. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC' && !(error instanceof errors.JWKSTimeout)
  )
}
