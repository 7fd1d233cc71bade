/**
 * The words a sharing rule is written in. Pure types: `policy/` imports nothing outside itself.
 * Sources: domain.md 3 (classes P0 to P11, roles, purposes), rulings.md (splits, facts).
 */

/** P3 and P4 carry the splits of rulings.md; every field of every GraphQL type is in exactly one class. */
export const DATA_CLASSES = ['P0', 'P1', 'P2', 'P3a', 'P3b', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** Record types that carry facts. `IdentityRecord` is what an `Officer` is made of. */
export const RECORD_TYPES = ['IdentityRecord', 'Employment', 'Certification', 'Incident', 'BackgroundCheck'] as const
export type RecordType = (typeof RECORD_TYPES)[number]

/**
 * `know:<Type>` is the row scope of a type; `read:<class>` opens a field of a row in scope;
 * `match` lets an identity record or a spell be compared without disclosing it: with a candidate by the background check,
 * with an owner's own record for a link, of which it is the other end;
 * `store` is asked at submission ("as permissible" limits collection too).
 */
export type Action = `know:${RecordType}` | `read:${DataClass}` | `do:${Operation}` | 'match' | 'store'

/**
 * What a viewer needs leave for as such: root fields, to state a birth date or a certificate number of whom a check is
 * about, and to ask for the schema. Asked of the viewer alone, before any row
 * (`do:<operation>`).
 */
export const OPERATIONS = [
  'requestBackgroundCheck',
  'adjudicateMatch',
  'closeCase',
  'withdrawWaiver',
  'matchStrongIdentifiers',
  'submitIncident',
  'recordReversal',
  'disclosures',
  'importRecords',
  'bundles',
  'publishBundle',
  'withdrawBundle',
  'authorizations',
  'previewAuthorization',
  'recordAuthorization',
  'revokeAuthorization',
  'introspect',
  'disclosureLog',
  'unusualAccess',
  'treeHead',
  'inclusionProof',
  'consistencyProof',
  'officerLinks',
  'proposeOfficerLinks',
  'adjudicateOfficerLink',
  'unlinkOfficers',
  'claimNotMe',
] as const
export type Operation = (typeof OPERATIONS)[number]
/** Actions whose answer depends on the viewer alone, the same for every record. */
export type ViewerAction = 'read:P0' | 'read:P11' | `do:${Operation}`

export const JURISDICTION_CLASSES = ['FEDERAL', 'STATE', 'LOCAL', 'TRIBAL', 'TERRITORIAL'] as const
export type JurisdictionClass = (typeof JURISDICTION_CLASSES)[number]

export const ROLES = [
  'HIRING_INVESTIGATOR',
  'COMMISSION_ANALYST',
  'RECORDS_OFFICER',
  'PROSECUTOR',
  'GRANTS_OFFICER',
  'CREDENTIALING_ASSESSOR',
  'POLICY_OFFICER',
  'DATA_SUBJECT',
  'AUDITOR',
  'PUBLIC',
] as const
export type Role = (typeof ROLES)[number]

/** NIEM j:RapSheetPurposeCode J, C, A, and the hub's own, namespaced. `NONE` is the public's. */
export const PURPOSES = [
  'J',
  'C',
  'A',
  'hub:CERT',
  'hub:GRANT',
  'hub:CRED',
  'hub:SELF',
  'hub:STAT',
  'hub:AUDIT',
  'NONE',
] as const
export type Purpose = (typeof PURPOSES)[number]

export const INCIDENT_KINDS = [
  'EXCESSIVE_FORCE_FINDING',
  'TERMINATION',
  'DECERTIFICATION',
  'CONVICTION_ON_DUTY',
  'CIVIL_JUDGMENT_FORCE',
  'SEPARATION_UNDER_INVESTIGATION',
] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]
/** Kinds of checks that are made in a case of another kind than hiring; a hiring check has none. */
export const CHECK_KINDS = ['CERTIFICATION', 'PROSECUTION'] as const
/** `NONE` is the kind of a record that is neither an incident nor such a check. */
export type RecordKind = IncidentKind | (typeof CHECK_KINDS)[number] | 'NONE'

/** Due-process stages, domain.md 2. `HELD` is rulings.md's "held for the owner"; `NONE` a record without a process. */
export const STAGES = [
  'NONE',
  'HELD',
  'ALLEGED',
  'INVESTIGATING',
  'NOTICED',
  'HEARD',
  'WAIVED',
  'DEFAULTED',
  'NOT_SUSTAINED',
  'UNFOUNDED',
  'EXONERATED',
  'NO_FINDING',
  'SUSTAINED',
  'APPEAL_WINDOW',
  'APPEAL_PENDING',
  'EFFECTIVE_UNDER_APPEAL',
  'SEPARATED_UNDER_INVESTIGATION',
  'FINAL',
  'MODIFIED',
  'OVERTURNED',
  'REMANDED',
  'VOID',
  'VACATED',
  'REOPENED',
  'SEALED',
  'EXPUNGED',
  'RETENTION_EXPIRED',
  'LAPSED',
] as const
export type Stage = (typeof STAGES)[number]

export const NEXUS = ['FORCE', 'OTHER_3B', 'UNKNOWN'] as const
export type Nexus = (typeof NEXUS)[number]

export const ADMISSION_BASES = ['RECORDED', 'SOURCE_ATTESTED', 'NONE'] as const
export type AdmissionBasis = (typeof ADMISSION_BASES)[number]

/** Whole days since 1970-01-01 (UTC). Time windows enter a rule only as comparisons of these. */
export type EpochDay = number

/**
 * The facts a rule may read of a record. Each is a NOT NULL column of the record's own table, written with
 * the row (rulings.md, "Facts are NOT NULL"); unknown is an explicit value, never an absence.
 */
export interface RecordFacts {
  readonly id: string
  /** e.g. `US-VA`, `US-FED`, `US-PR`, `TRIBE-…`; the owner of this assertion, not of the person. */
  readonly ownerJurisdiction: string
  readonly ownerClass: JurisdictionClass
  /** Hub agency id, or `NONE`. */
  readonly ownerAgency: string
  /** Hub agency id of the commission, agency head, Attorney General or court that decides, or `NONE`. */
  readonly decidingAuthority: string
  /** Id of the owner's identity record that the row is about (an identity record names itself); `NONE` if of no person. */
  readonly subjectRecord: string
  readonly kind: RecordKind
  /** `${ownerJurisdiction}/${kind}`: what an owner's authorization is tested against. */
  readonly ownerKind: string
  readonly stage: Stage
  /** Passed the admission gate of Sec. 3(b), last sentence. */
  readonly admitted: boolean
  readonly admissionBasis: AdmissionBasis
  readonly sealed: boolean
  readonly subjectNoticed: boolean
  readonly counterSigned: boolean
  readonly nexus: Nexus
  /** The owner lets others see that there is something to ask about (status under appeal, separation pointer). */
  readonly pointerAllowed: boolean
  readonly decidedEarliest: EpochDay
  readonly decidedLatest: EpochDay
  /** First day on which the row may leave its owner. */
  readonly validFrom: EpochDay
  /** First day on which it may no longer (a separation pointer: 365 days on); far future otherwise. */
  readonly validUntil: EpochDay
  /** Owners that the record's content names besides its own. */
  readonly namedOwners: readonly string[]
}

/** Who is asking, as far as a rule may know. */
export interface PolicyViewer {
  readonly subject: string
  /** Hub agency id, or `NONE`. */
  readonly agency: string
  readonly jurisdiction: string
  readonly jurisdictionClass: JurisdictionClass
  readonly roles: readonly Role[]
  /** ElectronicAuthenticationAssuranceLevelCode, 1 to 3. */
  readonly assurance: number
}

export const CASE_KINDS = ['HIRING', 'CERTIFICATION', 'PROSECUTION'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

/** An owner's authorization (tribal consent, statute, compact, routine use) that is in force now. */
export interface OwnerAuthorization {
  readonly id: string
  readonly owner: string
  readonly instrument: 'CONSENT' | 'STATUTE' | 'COMPACT' | 'ROUTINE_USE'
  readonly purposes: readonly Purpose[]
  /** Jurisdiction codes, jurisdiction classes or hub agency ids; `*` is everyone. */
  readonly recipients: readonly string[]
  readonly classes: readonly DataClass[]
  /** Incident kinds and `NONE`; empty is none, `*` every kind. */
  readonly kinds: readonly (RecordKind | '*')[]
}

/**
 * What was resolved for this fetch before any rule is asked: from the signed viewer (purpose, today) and from the
 * primary, read at the start of every subgraph fetch (case, grants, authorizations).
 */
export interface RequestFacts {
  readonly purpose: Purpose
  readonly today: EpochDay
  readonly caseKind: CaseKind | 'NONE'
  readonly caseLive: boolean
  /** The case's waiver covers this agency, candidate, purpose and day, and was not withdrawn. */
  readonly waiverCovers: boolean
  /** Identity records that the viewer's case has opened (LIKELY, or POSSIBLE confirmed by a person). */
  readonly granted: readonly string[]
  /** Identity records of the viewer's own person (data subject). */
  readonly self: readonly string[]
  readonly authorizations: readonly OwnerAuthorization[]
}

export interface Citation {
  readonly text: string
  /** The order is this product's design basis, never its authority (rulings.md). */
  readonly role: 'DESIGN_BASIS' | 'AUTHORITY'
  readonly status: 'CHECKED' | 'UNCHECKED' | 'REVOKED'
  readonly checkedOn: string | null
}

export interface PolicyHead {
  readonly id: string
  readonly title: string
  readonly effect: 'permit' | 'forbid'
  readonly citation: Citation
  /** `@reveals("reason")`: a denial on a visible row may name this policy. */
  readonly revealsReason: boolean
}

/** `policy` is null where no policy decided (deny by default). */
export interface Decision {
  readonly effect: 'allow' | 'deny'
  readonly policy: PolicyHead | null
  /** One sentence in plain English, naming no record. */
  readonly sentence: string
}
