import { errors, jwtVerify, type JWTPayload } from 'jose'
import type { Clock } from '../../contract/clock.js'
import { ComityError } from '../../contract/errors.js'
import { claimInvalid } from './claims.js'
import type { TrustedIssuer } from './issuers.js'
import { openToken } from './open-token.js'

/** A token whose signature, audience and dates hold, and who vouches for it. Nothing is said yet of its claims. */
export interface VerifiedToken {
  readonly issuer: TrustedIssuer
  readonly payload: JWTPayload
  /** Seconds since 1970, by the issuer's clock. */
  readonly issuedAt: number
}

/**
 * `find` is asked for the issuer that the token names, before anything of the token is believed; it throws for an
 * issuer that is not trusted.
 * @throws ComityError UNAUTHENTICATED, TOKEN_*, ISSUER_UNREACHABLE or what `find` throws
 */
export async function verifyToken(
  token: string,
  find: (iss: string) => TrustedIssuer,
  clock: Clock,
): Promise<VerifiedToken> {
  const { algorithm, iss } = openToken(token)
  const issuer = find(iss)
  if (!issuer.algorithms.includes(algorithm)) throw new ComityError('TOKEN_ALGORITHM_REFUSED')
  const payload = await verified(token, issuer, clock())
  return { issuer, payload, issuedAt: issuedAt(payload, issuer, clock()) }
}

async function verified(token: string, issuer: TrustedIssuer, now: Date): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms: [...issuer.algorithms],
      requiredClaims: ['exp', 'iat'],
      currentDate: now,
      clockTolerance: issuer.clockSkew,
    })
    return payload
  } catch (error) {
    throw refusal(error)
  }
}

/** Both dates are there and are numbers. */
function issuedAt({ iat = 0, exp = 0 }: JWTPayload, { clockSkew, maxTokenLife }: TrustedIssuer, now: Date): number {
  if (iat > now.getTime() / 1_000 + clockSkew) throw new ComityError('TOKEN_ISSUED_IN_FUTURE')
  if (exp - iat > maxTokenLife) throw new ComityError('TOKEN_LIFE_TOO_LONG', `At most ${maxTokenLife} seconds.`)
  return iat
}

function refusal(error: unknown): ComityError {
  if (error instanceof ComityError) return error
  if (error instanceof errors.JWTExpired) return new ComityError('TOKEN_EXPIRED')
  if (error instanceof errors.JWTClaimValidationFailed) {
    const code = error.reason === 'check_failed' ? OWN_CODES[error.claim] : undefined
    if (code !== undefined) return new ComityError(code)
    return claimInvalid(error.claim, error.reason === 'missing' ? 'is missing' : 'is malformed')
  }
  if (error instanceof errors.JWKSNoMatchingKey) return new ComityError('TOKEN_KEY_UNKNOWN')
  if (error instanceof errors.JWKSMultipleMatchingKeys)
    return new ComityError('TOKEN_KEY_UNKNOWN', 'It must name one (kid).')
  return new ComityError('UNAUTHENTICATED')
}

const OWN_CODES: Readonly<Record<string, 'TOKEN_NOT_YET_VALID' | 'TOKEN_AUDIENCE_WRONG'>> = {
  nbf: 'TOKEN_NOT_YET_VALID',
  aud: 'TOKEN_AUDIENCE_WRONG',
}
