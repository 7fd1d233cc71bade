import type { JurisdictionClass, Purpose, Role } from '../policy/types.js'

/** Someone of the demo world as whom a person may try the hub: `comity token <handle>`. Synthetic, like the world. */
export interface Persona {
  /** Stable, kebab case, typed at the command line: `hiring-city`. */
  readonly handle: string
  /** What they are, in a few words: "Background investigator, city police department". */
  readonly title: string
  /** One sentence: what they come to the hub for. */
  readonly description: string
  /** `sub` of the token, and FederationId. */
  readonly subject: string
  /** Given name, a space, surname. */
  readonly displayName: string
  readonly employerName: string
  readonly employerOri?: string
  /** Hub agency id, or `NONE`. */
  readonly agency: string
  readonly jurisdiction: string
  readonly jurisdictionClass: JurisdictionClass
  readonly roles: readonly Role[]
  /** ElectronicAuthenticationAssuranceLevelCode, 1 to 3. */
  readonly assurance: number
  /** What the persona may ask for; always within policy/purposes.ts for one of the roles. */
  readonly purposes: readonly Purpose[]
  readonly defaultPurpose: Purpose
}
