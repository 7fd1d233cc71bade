import type { JurisdictionClass, Purpose, Role } from './types.js'

/** What a token may say of a role; asked at the door, before any rule. */
export interface RoleTerms {
  /** A token with another purpose is refused, not narrowed. */
  readonly purposes: readonly Purpose[]
  /** The role acts for an agency: the token must name it. */
  readonly needsAgency: boolean
  /** Who carries it is nobody in particular: a token with it says no more than no token. */
  readonly anonymous?: true
}

/** Which purposes are open to which role: the row heads of the table in domain.md 3, and rulings.md (records officer). */
export const ROLE_TERMS: Readonly<Record<Role, RoleTerms>> = {
  HIRING_INVESTIGATOR: { purposes: ['J'], needsAgency: true },
  COMMISSION_ANALYST: { purposes: ['hub:CERT', 'A', 'hub:STAT'], needsAgency: true },
  RECORDS_OFFICER: { purposes: ['A'], needsAgency: true },
  PROSECUTOR: { purposes: ['C'], needsAgency: true },
  GRANTS_OFFICER: { purposes: ['hub:GRANT', 'hub:STAT'], needsAgency: false },
  CREDENTIALING_ASSESSOR: { purposes: ['hub:CRED'], needsAgency: false },
  POLICY_OFFICER: { purposes: ['A'], needsAgency: true },
  DATA_SUBJECT: { purposes: ['hub:SELF'], needsAgency: false },
  AUDITOR: { purposes: ['hub:AUDIT', 'hub:STAT'], needsAgency: false },
  PUBLIC: { purposes: ['NONE'], needsAgency: false, anonymous: true },
}

/** The class of a jurisdiction -> the classes that a viewer who belongs to it may have: a locality carries its State's code. */
export const VIEWER_CLASSES: Readonly<Record<Exclude<JurisdictionClass, 'LOCAL'>, readonly JurisdictionClass[]>> = {
  FEDERAL: ['FEDERAL'],
  STATE: ['STATE', 'LOCAL'],
  TRIBAL: ['TRIBAL'],
  TERRITORIAL: ['TERRITORIAL', 'LOCAL'],
}
