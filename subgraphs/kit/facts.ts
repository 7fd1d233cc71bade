import { epochDay } from '../../contract/clock.js'
import type {
  AdmissionBasis,
  JurisdictionClass,
  Nexus,
  RecordFacts,
  RecordKind,
  RecordType,
  Stage,
} from '../../policy/index.js'

/** The fact columns as Prisma returns them; the same names in every table that holds records about persons. */
export interface FactColumns {
  readonly id: string
  readonly ownerJurisdiction: string
  readonly ownerClass: string
  readonly ownerAgency: string
  readonly decidingAuthority: string
  readonly subjectRecord: string
  readonly kind: string
  readonly ownerKind: string
  readonly stage: string
  readonly admitted: boolean
  readonly admissionBasis: string
  readonly sealed: boolean
  readonly subjectNoticed: boolean
  readonly counterSigned: boolean
  readonly nexus: string
  readonly pointerAllowed: boolean
  readonly decidedEarliest: Date
  readonly decidedLatest: Date
  readonly validFrom: Date
  readonly validUntil: Date
  readonly namedOwners: readonly string[]
}

/** The facts a rule may read of a row, from the row that was loaded and never from a representation. */
export function toFacts(row: FactColumns): RecordFacts {
  return {
    id: row.id,
    ownerJurisdiction: row.ownerJurisdiction,
    // CHECK constraints of the migrations hold these columns to the enumerations.
    ownerClass: row.ownerClass as JurisdictionClass,
    ownerAgency: row.ownerAgency,
    decidingAuthority: row.decidingAuthority,
    subjectRecord: row.subjectRecord,
    kind: row.kind as RecordKind,
    ownerKind: row.ownerKind,
    stage: row.stage as Stage,
    admitted: row.admitted,
    admissionBasis: row.admissionBasis as AdmissionBasis,
    sealed: row.sealed,
    subjectNoticed: row.subjectNoticed,
    counterSigned: row.counterSigned,
    nexus: row.nexus as Nexus,
    pointerAllowed: row.pointerAllowed,
    decidedEarliest: epochDay(row.decidedEarliest),
    decidedLatest: epochDay(row.decidedLatest),
    validFrom: epochDay(row.validFrom),
    validUntil: epochDay(row.validUntil),
    namedOwners: row.namedOwners,
  }
}

const FACTS = Symbol('facts')

/** What a presented object is decided by: its record type and the facts of the rows it was made from. */
export interface Basis {
  readonly type: RecordType
  readonly facts: readonly RecordFacts[]
}

export function withBasis<T extends object>(value: T, basis: Basis): T {
  Object.defineProperty(value, FACTS, { value: basis, enumerable: false })
  return value
}

/** Undefined for an object that no repository presented: such an object discloses nothing. */
export function basisOf(value: unknown): Basis | undefined {
  return typeof value === 'object' && value !== null ? (value as { [FACTS]?: Basis })[FACTS] : undefined
}
