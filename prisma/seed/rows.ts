import type { AdmissionBasis, JurisdictionClass, Nexus, RecordKind, Stage } from '../../policy/types.js'
import type { Day, Precision } from './dates.js'
import type { OwnerAuthorizationRow, ParticipationRow, SubjectLinkRow } from './hub-rows.js'

/** ISO instant. */
export type Instant = string

/** The fact columns, policy/types.ts RecordFacts, as they are written: days as `YYYY-MM-DD`. */
export interface FactsRow {
  readonly ownerJurisdiction: string
  readonly ownerClass: JurisdictionClass
  readonly ownerAgency: string
  readonly decidingAuthority: string
  readonly subjectRecord: string
  readonly kind: RecordKind
  readonly ownerKind: string
  readonly stage: Stage
  readonly admitted: boolean
  readonly admissionBasis: AdmissionBasis
  readonly sealed: boolean
  readonly subjectNoticed: boolean
  readonly counterSigned: boolean
  readonly nexus: Nexus
  readonly pointerAllowed: boolean
  readonly decidedEarliest: Day
  readonly decidedLatest: Day
  readonly validFrom: Day
  readonly validUntil: Day
  readonly namedOwners: readonly string[]
}

export interface Bitemporal {
  readonly effectiveAt: Instant
  readonly recordedAt: Instant
  readonly version: number
}

export interface JurisdictionRow {
  readonly code: string
  readonly name: string
  readonly class: Exclude<JurisdictionClass, 'LOCAL'>
  readonly uspsCode: string | null
  readonly fipsCode: string | null
  readonly ncicCode: string | null
  readonly synthetic: boolean
  readonly recordedAt: Instant
}

export type AgencyKind =
  | 'POLICE'
  | 'SHERIFF'
  | 'STATE_POLICE'
  | 'TRIBAL_POLICE'
  | 'CORRECTIONS'
  | 'CAMPUS'
  | 'FEDERAL_AGENCY'
  | 'COMMISSION'
  | 'PROSECUTOR'
  | 'COURT'
  | 'CREDENTIALING_BODY'
  | 'GRANTS_OFFICE'
  | 'OVERSIGHT'
  | 'OTHER'

export interface AgencyRow extends Bitemporal {
  readonly id: string
  readonly name: string
  readonly normalizedName: string
  readonly kind: AgencyKind
  readonly jurisdictionClass: JurisdictionClass
  readonly jurisdictionCode: string
  readonly swornCount: number | null
  readonly parentId: string | null
  readonly synthetic: boolean
}

export interface AgencyOriRow {
  readonly id: string
  readonly agencyId: string
  readonly ori: string
  readonly valid: boolean
  readonly from: Day | null
  readonly until: Day | null
  readonly recordedAt: Instant
}

export interface OfficerRow {
  readonly id: string
  readonly createdAt: Instant
}

export interface IdentityRecordRow extends FactsRow, Bitemporal {
  readonly id: string
  readonly officerId: string
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly suffix: string | null
  readonly birthDate: Day | null
  readonly birthPrecision: Precision
  readonly knownThrough: 'ROSTER' | 'MATTER'
  readonly matchKeys: readonly string[]
  readonly keysVersion: number
  readonly normalizedFamily: string
  readonly normalizedGiven: string
  readonly synthetic: boolean
}

export interface IdentityAliasRow {
  readonly id: string
  readonly recordId: string
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly suffix: string | null
  readonly kind: 'MAIDEN' | 'FORMER' | 'ALSO_KNOWN_AS'
}

export interface IdentityCertificateRow {
  readonly id: string
  readonly recordId: string
  readonly authority: string
  readonly number: string
}

export type Separation = 'RESIGNED' | 'RETIRED' | 'DISCHARGED' | 'OTHER' | 'NONE'

export interface EmploymentRow extends FactsRow, Bitemporal {
  readonly id: string
  readonly recordId: string
  readonly agencyId: string
  readonly employerName: string
  readonly startDate: Day | null
  readonly startPrecision: Precision
  readonly endDate: Day | null
  readonly endPrecision: Precision
  readonly ended: boolean
  readonly rank: string | null
  readonly officerClass: 'SWORN' | 'RESERVE' | 'CORRECTIONS' | 'CIVILIAN'
  readonly separation: Separation
  readonly separationRaw: string | null
  readonly separationCodeSystem: string | null
  readonly separationCodeVersion: string | null
  readonly investigationActive: 'YES' | 'NO' | 'UNKNOWN'
  readonly investigationRelatesForce: 'YES' | 'NO' | 'UNKNOWN'
  readonly synthetic: boolean
}

export interface IncidentRow extends FactsRow, Bitemporal {
  readonly id: string
  readonly agencyId: string
  readonly occurredOn: Day | null
  readonly occurredPrecision: Precision
  readonly decidedOn: Day | null
  readonly decidedPrecision: Precision
  readonly groundCode: string
  readonly groundCodeSystem: string | null
  readonly groundCodeVersion: string | null
  readonly groundRaw: string | null
  readonly statusRaw: string | null
  readonly fairNotice: string
  readonly fairOpportunity: string
  readonly fairAuthority: string
  readonly fairBasis: 'DOCUMENTED' | 'STATUTORY_PROCEDURE' | 'OWNER_ATTESTED' | 'NONE'
  readonly fairAttestedBy: string | null
  readonly onDutyBasis: 'ELEMENT' | 'COURT_FINDING' | 'STIPULATED' | 'AGENCY' | 'NONE'
  readonly disposition: 'VERDICT' | 'PLEA' | 'NOLO' | 'DEFERRED' | 'BENCH' | 'DEFAULT' | 'CONSENT' | 'NONE'
  readonly capacity: 'INDIVIDUAL' | 'OFFICIAL' | 'NONE'
  readonly sourceAgencyId: string
  readonly sourceContact: string | null
  readonly sourceFileRef: string | null
  readonly allegationText: string | null
  readonly outcomeOf: string | null
  readonly synthetic: boolean
}

export interface SeparationLedgerRow {
  readonly id: string
  readonly agencyId: string
  readonly period: string
  readonly count: number
  readonly recordedAt: Instant
}

export type CertificateStatus =
  | 'ACTIVE'
  | 'INACTIVE'
  | 'SUSPENDED'
  | 'REVOKED'
  | 'NOT_CURRENTLY_VALID'
  | 'SURRENDERED'
  | 'EXPIRED'
  | 'REINSTATED'
  | 'HELD'

export interface CertificationRow extends FactsRow, Bitemporal {
  readonly id: string
  readonly authorityId: string
  readonly number: string | null
  readonly certificateClass: 'LAW_ENFORCEMENT' | 'JAIL' | 'RESERVE' | 'DISPATCH' | 'OTHER'
  readonly classRaw: string | null
  readonly status: CertificateStatus
  readonly statusRaw: string | null
  readonly statusOn: Day | null
  readonly statusPrecision: Precision
  readonly issuedOn: Day | null
  readonly issuedPrecision: Precision
  readonly synthetic: boolean
}

export interface CertificationStatusRow {
  readonly id: string
  readonly certificationId: string
  readonly status: CertificateStatus
  readonly statusRaw: string | null
  readonly effectiveOn: Day | null
  readonly precision: Precision
  readonly stage: Stage
  readonly recordedAt: Instant
}

export interface AgencyCredentialRow {
  readonly id: string
  readonly agencyId: string
  readonly bodyId: string
  readonly bodyName: string
  readonly standard: string
  readonly standardVersion: string
  readonly status: 'SOUGHT' | 'IN_PROCESS' | 'HELD' | 'LAPSED'
  readonly from: Day | null
  readonly until: Day | null
  readonly synthetic: boolean
  readonly effectiveAt: Instant
  readonly recordedAt: Instant
}

/** The first assertion about a record: what the owner said when it was first recorded. */
export interface AssertionRow {
  readonly recordType: string
  readonly recordId: string
  readonly version: number
  readonly payload: object
  readonly actor: string
  readonly authority: string
  readonly documentRef: string | null
  readonly effectiveAt: Instant
  readonly recordedAt: Instant
}

/** The whole world, table by table. Keys are table names, in the order in which foreign keys let them be written. */
export interface World {
  readonly 'agencies.jurisdiction': readonly JurisdictionRow[]
  readonly 'agencies.agency': readonly AgencyRow[]
  readonly 'agencies.agency_ori': readonly AgencyOriRow[]
  readonly 'hub.participation': readonly ParticipationRow[]
  readonly 'hub.owner_authorization': readonly OwnerAuthorizationRow[]
  readonly 'officers.officer': readonly OfficerRow[]
  readonly 'officers.identity_record': readonly IdentityRecordRow[]
  readonly 'officers.identity_alias': readonly IdentityAliasRow[]
  readonly 'officers.identity_certificate': readonly IdentityCertificateRow[]
  readonly 'officers.employment': readonly EmploymentRow[]
  readonly 'credentials.certification': readonly CertificationRow[]
  readonly 'credentials.certification_status': readonly CertificationStatusRow[]
  readonly 'credentials.agency_credential': readonly AgencyCredentialRow[]
  readonly 'credentials.assertion': readonly AssertionRow[]
  readonly 'incidents.incident': readonly IncidentRow[]
  readonly 'incidents.separation_ledger': readonly SeparationLedgerRow[]
  readonly 'incidents.assertion': readonly AssertionRow[]
  readonly 'hub.subject_link': readonly SubjectLinkRow[]
}

export type TableName = keyof World
