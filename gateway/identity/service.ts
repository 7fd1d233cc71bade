import type { JWTPayload } from 'jose'
import { ComityError } from '../../contract/errors.js'
import { CLAIMS, claimInvalid } from './claims.js'
import { idOf } from './ids.js'
import type { PartnerService, TrustedIssuer } from './issuers.js'

/** By which a token says who its user is. Client credentials alone have none of them. */
const USER_CLAIMS = [CLAIMS.givenName, CLAIMS.surName, CLAIMS.federationId] as const

/**
 * The partner's system that acts for the token's user (RFC 8693 4.1: `sub` is the user, `act.sub` the system), or null
 * where the user comes in person. A client that is listed as a service is one however it says so: leaving `act` out would
 * otherwise shake off what its entry allows. Other clients are the programs that a person signed in with.
 *
 * @throws ComityError SERVICE_NEEDS_USER where the token is of nobody, SERVICE_NOT_AUTHORIZED, TOKEN_CLAIMS_INVALID
 */
export function actingService(payload: JWTPayload, { issuer, services }: TrustedIssuer): PartnerService | null {
  const client = clientOf(payload)
  const actor = actorOf(payload, issuer)
  if (actor !== null && client !== null && actor !== client) throw claimInvalid('act', 'contradicts client_id or azp')
  if (isOfNobody(payload, actor ?? client)) throw new ComityError('SERVICE_NEEDS_USER')
  const listed = services.find((service) => service.client === (actor ?? client))
  if (actor !== null && listed === undefined) throw new ComityError('SERVICE_NOT_AUTHORIZED')
  return listed ?? null
}

function isOfNobody(payload: JWTPayload, service: string | null): boolean {
  return (service !== null && payload.sub === service) || USER_CLAIMS.every((name) => payload[name] === undefined)
}

/** RFC 9068 2.2 `client_id`, OpenID Connect Core 2 `azp`: one thing under two names. */
function clientOf({ client_id: client, azp }: JWTPayload): string | null {
  if (client !== undefined && azp !== undefined && client !== azp) throw claimInvalid('azp', 'contradicts client_id')
  const named = client ?? azp
  return named === undefined ? null : idOf(client === undefined ? 'azp' : 'client_id', named)
}

/** One system, of this issuer. Of a chain nobody could say on whose word the last one acts. */
function actorOf({ act }: JWTPayload, issuer: string): string | null {
  if (act === undefined) return null
  if (typeof act !== 'object' || act === null || Array.isArray(act)) throw claimInvalid('act', 'must be an object')
  const { sub, iss, act: earlier } = act as Readonly<Record<string, unknown>>
  if (earlier !== undefined) throw claimInvalid('act', 'must name one service, not a chain')
  if (iss !== undefined && iss !== issuer) throw claimInvalid('act', 'is of another issuer')
  if (sub === undefined) throw claimInvalid('act', 'must have a sub')
  return idOf('act', sub)
}
