import type { JWTPayload } from 'jose'
import { claimInvalid } from './claims.js'

/** Letters and signs of any script, no controls: what an id in a log may be. */
const ID = /^[^\p{C}]{1,255}$/u

/** @throws ComityError TOKEN_CLAIMS_INVALID naming the claim */
export function idOf(claim: string, value: unknown): string {
  if (typeof value !== 'string' || !ID.test(value)) throw claimInvalid(claim, 'must be text of at most 255 characters')
  return value
}

/** @throws ComityError TOKEN_CLAIMS_INVALID */
export function userOf({ sub }: JWTPayload): string {
  if (sub === undefined) throw claimInvalid('sub', 'is missing')
  return idOf('sub', sub)
}

/** Null: the token has no id of its own. @throws ComityError TOKEN_CLAIMS_INVALID */
export function tokenIdOf({ jti }: JWTPayload): string | null {
  return jti === undefined ? null : idOf('jti', jti)
}
