import type { JurisdictionClass } from '../../policy/types.js'

/**
 * What the hub itself knows of the places and agencies that a token names: an issuer is believed about persons,
 * never about which jurisdiction an agency belongs to.
 */
export interface Directory {
  /** Null where the hub knows no such code. */
  jurisdiction(code: string): Promise<{ readonly class: Exclude<JurisdictionClass, 'LOCAL'> } | null>
  /** By hub agency id; null where there is none. `oris` may be empty, and hold malformed ones: sources do. */
  agency(id: string): Promise<DirectoryAgency | null>
}

export interface DirectoryAgency {
  readonly jurisdiction: string
  readonly jurisdictionClass: JurisdictionClass
  readonly oris: readonly string[]
}
