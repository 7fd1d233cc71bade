import type { JWTVerifyGetKey } from 'jose'
import type { Purpose, Role } from '../../policy/types.js'
import type { OperationMode } from '../operations/mode.js'

/** Signatures that are accepted at all; an issuer may be held to fewer. No shared secrets, no `none`. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'PS256', 'RS256'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

/** `iss` of the demo's tokens; no configuration may claim it. */
export const DEMO_ISSUER = 'https://demo.comity.invalid'

/** Stands for every jurisdiction in `TrustedIssuer.jurisdictions`. */
export const EVERY_JURISDICTION = '*'

/** Seconds by which an issuer's clock and the hub's may differ, unless its entry says otherwise, and at most. */
export const CLOCK_SKEW = 5
export const MAX_CLOCK_SKEW = 60

/** Seconds from `iat` to `exp`, unless the entry says otherwise (a working day), and at most. */
export const TOKEN_LIFE = 43_200
export const MAX_TOKEN_LIFE = 86_400

/** The highest ElectronicAuthenticationAssuranceLevelCode that there is. */
export const MAX_ASSURANCE = 3

/** An issuer of tokens, and for whom it may speak: one for US-IA cannot make a viewer of US-TX or a federal one. */
export interface TrustedIssuer {
  /** `iss`, compared character by character. */
  readonly issuer: string
  readonly audience: string
  readonly algorithms: readonly Algorithm[]
  /** May throw ComityError ISSUER_UNREACHABLE: that keys cannot be had is no fault of the token. */
  readonly keys: JWTVerifyGetKey
  /** Of keys that are read where they are published: whether that failed when it was last tried. */
  readonly keysFailing?: () => boolean
  /** Codes, or the one entry `*`. */
  readonly jurisdictions: readonly string[]
  readonly roles: readonly Role[]
  /** Where given, these alone; else each that a role has. */
  readonly purposes?: readonly Purpose[]
  /** Where given, `IdentityProviderId` must be this. */
  readonly identityProviderId?: string
  /** The highest level that it may assert of anybody. */
  readonly maxAssurance: number
  /** Seconds. */
  readonly maxTokenLife: number
  /** Seconds. */
  readonly clockSkew: number
  /** The partners' systems that may act for its users (docs/adr/0013). */
  readonly services: readonly PartnerService[]
  /** Which operations its viewers may ask for; OPEN where not given. */
  readonly operations?: OperationMode
}

/** A partner's system, known to the issuer as an OAuth client. */
export interface PartnerService {
  /** `act.sub`, or `client_id`. */
  readonly client: string
  /** A user who comes through it counts as no better authenticated than this. */
  readonly maxAssurance: number
  /** Which operations it may ask for; that of the issuer where not given. */
  readonly operations?: OperationMode
}

/**
 * `sub` is unique within its issuer alone (OpenID Connect Core 2): without the issuer's name beside it, one State's
 * issuer could mint another's data subject. No issuer's name holds a `|`. Demo subjects stay short.
 */
export function qualifiedSubject({ issuer }: TrustedIssuer, sub: string): string {
  return issuer === DEMO_ISSUER ? sub : `${issuer}|${sub}`
}
