import type { ErrorCode } from '../../../contract/errors.js'
import type { AdmissionBasis, EpochDay, IncidentKind, Nexus, Stage } from '../../../policy/types.js'

/** Was the officer told? Unknown is not a yes. */
export const NOTICES = ['SERVED', 'NOT_SERVED', 'UNKNOWN'] as const
export type Notice = (typeof NOTICES)[number]

/**
 * What became of the opportunity to be heard. `AFFORDED`: it was given, and the source does not say how it was used
 * (or, of a separation, that the response has not come yet).
 */
export const OPPORTUNITIES = ['HEARD', 'WAIVED', 'DEFAULTED', 'AFFORDED', 'NOT_AFFORDED', 'UNKNOWN'] as const
export type Opportunity = (typeof OPPORTUNITIES)[number]

/** What the statement that process was fair rests on (rulings.md, Due process). */
export const FAIR_PROCESS_BASES = ['DOCUMENTED', 'STATUTORY_PROCEDURE', 'OWNER_ATTESTED', 'NONE'] as const
export type FairProcessBasis = (typeof FAIR_PROCESS_BASES)[number]

/** Who determined that the conduct was on duty. An agency's word alone is not enough. */
export const ON_DUTY_BASES = ['ELEMENT', 'COURT_FINDING', 'STIPULATED', 'AGENCY', 'NONE'] as const
export type OnDutyBasis = (typeof ON_DUTY_BASES)[number]

/** How a court's matter ended. The last three are no judgments: they can be stated so that they can be refused. */
export const DISPOSITIONS = [
  'VERDICT',
  'PLEA',
  'NOLO',
  'DEFERRED',
  'BENCH',
  'DEFAULT',
  'CONSENT',
  'NONE',
  'SETTLEMENT',
  'INDEMNIFIED_PAYOUT',
  'DISMISSED',
] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** In which capacity a civil judgment names the officer. */
export const CAPACITIES = ['INDIVIDUAL', 'OFFICIAL', 'NONE'] as const
export type Capacity = (typeof CAPACITIES)[number]

/** What a termination or decertification was for, as far as admission asks: `CAUSE` lies in the officer's conduct. */
export const GROUND_NATURES = ['CAUSE', 'PROBATIONARY_DISCHARGE', 'LAYOFF', 'TRAINING_LAPSE', 'UNKNOWN'] as const
export type GroundNature = (typeof GROUND_NATURES)[number]

/** The days that a date known to the day, month or year may be; both ends inclusive. */
export interface DaySpan {
  readonly earliest: EpochDay
  readonly latest: EpochDay
}

export interface FairProcess {
  readonly notice: Notice
  readonly noticedOn: DaySpan | null
  readonly opportunity: Opportunity
  /** When the officer responded, or waived the response. */
  readonly respondedOn: DaySpan | null
  /** The body that gave notice and opportunity. */
  readonly authority: string
  readonly basis: FairProcessBasis
  readonly attestedBy: string | null
}

/**
 * What the gate looks at: plain data, so that `submitIncident` and an import ask the same question. Of fields that a
 * kind does not have, `NONE`, `UNKNOWN`, `false` or null.
 */
export interface AdmissionInput {
  readonly kind: IncidentKind
  /** SOURCE_ATTESTED: the row of a list that its owner vouches for as a whole, in a signed attestation. */
  readonly basis: Exclude<AdmissionBasis, 'NONE'>
  /** Every stage that the source asserts of it: a list and its status text may contradict each other. */
  readonly statedStages: readonly Stage[]
  readonly occurredOn: DaySpan | null
  readonly decidedOn: DaySpan | null
  readonly nexus: Nexus
  /** Hub agency id of commission, agency head, Attorney General or court; `NONE` if unknown. */
  readonly decidingAuthority: string
  readonly fairProcess: FairProcess
  readonly groundNature: GroundNature
  readonly disposition: Disposition
  readonly onDutyBasis: OnDutyBasis
  readonly capacity: Capacity
  /** Of a default judgment. */
  readonly proofOfService: boolean
  /** An investigation was open on the day of separation. */
  readonly investigationOpenAtSeparation: boolean
  /** By the deciding authority. */
  readonly counterSigned: boolean
  /** The owner lets others see that there is something to ask about. */
  readonly pointerAllowed: boolean
}

export type AdmissionCode = Extract<ErrorCode, `ADMISSION_${string}`> | 'DATE_IN_FUTURE'

/** One line of a kind's predicate: the code with which it refuses, and what has to hold. */
export interface Requirement {
  readonly code: AdmissionCode
  readonly met: (input: AdmissionInput) => boolean
}

/** What an instance is: in the order in which its reader learns what it lacks. */
export interface KindRule {
  readonly requirements: readonly Requirement[]
  /** Which uses of the opportunity to be heard this kind counts as fair process. */
  readonly opportunities: readonly Opportunity[]
}
