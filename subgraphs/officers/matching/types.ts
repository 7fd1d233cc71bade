/** What matching reads and answers. Pure data: no database row, no GraphQL type. */

/** How much of a date is known; `value` is YYYY, YYYY-MM or YYYY-MM-DD, and what lies beyond the precision is ignored. */
export interface PartialDate {
  readonly value: string
  readonly precision: 'DAY' | 'MONTH' | 'YEAR'
}

/** A name in its cells, as somebody wrote it. An empty `given` or `family` of a further name is that of the first. */
export interface NameParts {
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly suffix: string | null
}

/** `authority` null: not stated or not resolved; else it is compared with the names of the record's authority. */
export interface CandidateCertificate {
  readonly authority: string | null
  readonly number: string
}

/** `agencyId` only where the claim was resolved to one hub agency without doubt: two different ids never agree. */
export interface FormerEmployer {
  readonly agency: string
  readonly agencyId?: string | undefined
  readonly from: PartialDate | null
  readonly to: PartialDate | null
  readonly reasonStated: string | null
}

/** The person that a hiring agency asks about. */
export interface Candidate {
  readonly givenName: string
  readonly middleName: string | null
  readonly familyName: string
  readonly suffix: string | null
  readonly otherNames: readonly NameParts[]
  readonly dateOfBirth: PartialDate | null
  readonly certificates: readonly CandidateCertificate[]
  readonly formerEmployers: readonly FormerEmployer[]
}

/** `authorityNames`: what else a candidate may call the authority (its name, its jurisdiction). */
export interface RecordCertificate {
  readonly authority: string
  readonly authorityNames?: readonly string[] | undefined
  readonly number: string
}

export interface RecordEmployment {
  readonly agencyId: string
  readonly agencyName: string
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

/** An agency that a source names beside the person without saying when (Virginia's list). */
export interface ListedAgency {
  readonly agencyId: string | null
  readonly agencyName: string
}

/** One owner's identity record, with what its owner knows of the person's employment. */
export interface MatchableRecord {
  readonly recordId: string
  readonly officerId: string
  readonly ownerJurisdiction: string
  readonly names: readonly NameParts[]
  readonly aliases: readonly NameParts[]
  /** YYYY-MM-DD (a DATE column); `birthPrecision` says how much of it is known. */
  readonly birthDate: string | null
  readonly birthPrecision: 'DAY' | 'MONTH' | 'YEAR' | 'NONE'
  readonly certificates: readonly RecordCertificate[]
  readonly employments: readonly RecordEmployment[]
  readonly listedAgencies: readonly ListedAgency[]
}

export const VERDICTS = ['AGREE', 'PARTIAL', 'DIFFER', 'ABSENT'] as const
export type Verdict = (typeof VERDICTS)[number]

export const FEATURES = [
  'given',
  'middle',
  'family',
  'suffix',
  'dateOfBirth',
  'certificateNumber',
  'formerAgency',
] as const
export type Feature = (typeof FEATURES)[number]

/** One line of the explanation. `detail` is a constant sentence: it never holds a value of the record. */
export interface Explanation {
  readonly feature: Feature
  readonly verdict: Verdict
  /** The row of the model's table that was met. */
  readonly level: string
  /** Points (log2 of odds) that full agreement on this feature would give. */
  readonly weight: number
  /** Points that this comparison gave; they add up to the total. */
  readonly score: number
  readonly detail: string
}

/** STRICT: dates of birth as written, a slip allowed. EXPANDED_DOB: a year more or less besides, as NCIC searches do. */
export const PROFILES = ['STRICT', 'EXPANDED_DOB'] as const
export type Profile = (typeof PROFILES)[number]

export type Outcome = 'LIKELY' | 'POSSIBLE'

/** Why a match is not LIKELY whatever its score. */
export type Gate =
  | 'NOTHING_CORROBORATES'
  | 'NAME_INCOMPLETE'
  | 'CONTRADICTION'
  | 'MIDDLE_NAME_DIFFERS'
  | 'COMMON_NAME'
  | 'LINKED_RECORD_CONTRADICTS'
  | 'SEVERAL_PERSONS'

/** A candidate against one identity record. `outcome` null: not a match. */
export interface RecordScore {
  readonly recordId: string
  readonly officerId: string
  readonly ownerJurisdiction: string
  readonly outcome: Outcome | null
  /** Sum of the explanations' scores. */
  readonly total: number
  /** 0 to 1: the logistic of total and the model's prior. Not a probability that may stand alone; see the gates. */
  readonly score: number
  readonly explanations: readonly Explanation[]
  readonly gates: readonly Gate[]
}

/** A candidate against one officer: the best of the officer's records speaks, the others may only hold it back. */
export interface ScoredMatch extends RecordScore {
  readonly outcome: Outcome
  /** Every record of this officer that was compared, best first. */
  readonly records: readonly RecordScore[]
  readonly modelVersion: string
}
