import type { Day } from './dates.js'
import type { Instant, JurisdictionRow } from './rows.js'

export interface ParticipationRow {
  readonly jurisdiction: string
  readonly name: string
  readonly ownerClass: JurisdictionRow['class']
  readonly participates: 'FULL' | 'POINTERS' | 'NONE' | 'CONSENT_ONLY'
  readonly canDecertify: boolean
  readonly kinds: readonly string[]
  readonly coverageFrom: Day | null
  readonly coverageUntil: Day | null
  readonly asOf: Instant
  readonly statement: string
  readonly nextUnit: string
  readonly nextPhone: string | null
  readonly nextForm: string | null
  readonly nextDays: number | null
}

export interface OwnerAuthorizationRow {
  readonly id: string
  readonly owner: string
  readonly instrument: 'CONSENT' | 'STATUTE' | 'COMPACT' | 'ROUTINE_USE'
  readonly reference: string
  readonly citation: string
  readonly citeStatus: 'CHECKED' | 'UNCHECKED' | 'REVOKED'
  readonly purposes: readonly string[]
  readonly recipients: readonly string[]
  readonly classes: readonly string[]
  readonly kinds: readonly string[]
  readonly from: Day
  readonly until: Day
  readonly revokedAt: Instant | null
  readonly recordedAt: Instant
}

export interface SubjectLinkRow {
  readonly subject: string
  readonly subjectRecord: string
}
