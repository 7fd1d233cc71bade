import type { JurisdictionClass } from '../../policy/types.js'

/**
 * What the hub itself knows of a token and of the places that it names: an issuer is believed about persons, never about
 * which jurisdiction an agency belongs to, and not at all about what was revoked here.
 */
export interface Directory {
  /** Asked once a request, and answered from the database each time: what was revoked a moment ago is. */
  lookUp(token: TokenFacts): Promise<DirectoryEntry>
}

export interface TokenFacts {
  readonly issuer: string
  /** Null: the token has none, and can be revoked by its subject alone. */
  readonly jti: string | null
  /** `sub`, and the service that acts for it. */
  readonly subjects: readonly string[]
  /** Seconds since 1970. */
  readonly issuedAt: number
  readonly jurisdiction: string
  readonly agency: string
}

export interface DirectoryEntry {
  readonly revoked: boolean
  /** Null where the hub knows no such code. */
  readonly jurisdictionClass: Exclude<JurisdictionClass, 'LOCAL'> | null
  /** By hub agency id; null where there is none. */
  readonly agency: DirectoryAgency | null
}

export interface DirectoryAgency {
  readonly jurisdiction: string
  readonly jurisdictionClass: JurisdictionClass
  /** May be empty, and hold malformed ones: sources do. */
  readonly oris: readonly string[]
}
