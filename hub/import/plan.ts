import type { Stage, Nexus } from '../../policy/types.js'
import type { RowIssue } from './issue.js'

/** ISO calendar date, `2021-03-01`. */
export type IsoDate = string

/** An agency as a row names it, cleaned; which agency of the hub that is, the database decides when the plan is applied. */
export interface PlannedAgencyName {
  readonly name: string
  readonly normalized: string
}

export interface PlannedName {
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly suffix: string | null
}

export interface PlannedIncident {
  readonly kind: 'DECERTIFICATION'
  readonly decidedOn: IsoDate | null
  readonly groundCode: string
  readonly groundCodeSystem: string
  readonly groundCodeVersion: string
  readonly groundRaw: string | null
  readonly nexus: Nexus
}

export interface PlannedCertification {
  readonly certificateClass: 'LAW_ENFORCEMENT' | 'JAIL'
  readonly classRaw: string
  readonly status: 'REVOKED' | 'NOT_CURRENTLY_VALID' | 'REINSTATED' | 'HELD'
  readonly statusOn: IsoDate | null
}

export interface PlannedEmployment {
  readonly officerClass: 'SWORN' | 'CORRECTIONS'
  readonly separation: 'RESIGNED' | 'RETIRED' | 'OTHER' | 'NONE'
  readonly investigationActive: 'YES' | 'UNKNOWN'
}

/** One row of a list of persons: everything that it asserts, as the hub will hold it, before any id exists. */
export interface PlannedPerson {
  readonly type: 'PERSON'
  readonly tab: string
  readonly row: number
  /** docs/adr/0010-import-source-key.md */
  readonly sourceKey: string
  /** Digest of everything below: equal digest, nothing to write. */
  readonly digest: string
  readonly name: PlannedName
  readonly aliases: readonly PlannedName[]
  /** At least one; the first is where the matter is filed. */
  readonly agencies: readonly PlannedAgencyName[]
  readonly employment: PlannedEmployment
  readonly certification: PlannedCertification
  /** Null where the list does not say what was decided: a reinstated officer (ADR 0010). */
  readonly incident: PlannedIncident | null
  readonly statusRaw: string | null
  readonly stage: Stage
  /** The incident passed the admission gate. */
  readonly admitted: boolean
  /** Anything about the person may leave the owner: admitted, reinstated, or the status of a certificate under appeal. */
  readonly knowable: boolean
}

/** One row of a directory of agencies. */
export interface PlannedAgency {
  readonly type: 'AGENCY'
  readonly tab: string
  readonly row: number
  readonly agency: PlannedAgencyName
  readonly certified: number | null
}

export interface TabCount {
  readonly tab: string
  readonly rows: number
  /** Title, header, year separator and blank rows: no row of data (ADR 0010). */
  readonly skippedLayoutRows: number
}

/** A file read and mapped; nothing in it depends on a database. */
export interface ImportPlan {
  readonly profile: string
  readonly file: { readonly name: string; readonly sha256: string }
  /** The file carries the marker of an invented world. */
  readonly synthetic: boolean
  readonly tabs: readonly TabCount[]
  readonly entries: readonly (PlannedPerson | PlannedAgency)[]
  /** Rows that repeat an earlier row of the same file: counted as unchanged, and among the warnings. */
  readonly duplicates: readonly RowIssue[]
  readonly rejected: readonly RowIssue[]
  readonly warnings: readonly RowIssue[]
}
