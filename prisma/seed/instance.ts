import type { IncidentKind, Nexus, Stage } from '../../policy/types.js'
import { addDays, bounds, earlier, FAR_FUTURE_DAY, FAR_PAST_DAY, instant, type Dated, type Day } from './dates.js'
import { ownerOf } from './directory.js'
import { facts } from './facts.js'
import { allegationText, fictionalPhone, groundSystemOf, groundText } from './incident-text.js'
import type { RecordPlan } from './plans.js'
import type { AgencyRow, IncidentRow } from './rows.js'

type Process = Pick<IncidentRow, 'fairNotice' | 'fairOpportunity' | 'fairBasis' | 'fairAttestedBy'>
type Court = Pick<IncidentRow, 'onDutyBasis' | 'disposition' | 'capacity'>

/** All that has to be said of an instance; the row and its facts follow from it. */
export interface Instance {
  readonly id: string
  readonly kind: IncidentKind
  readonly stage: Stage
  /** Null once the payload was destroyed. */
  readonly record: RecordPlan | null
  /** Where it arose. */
  readonly agency: AgencyRow
  /** Whose assertion it is: the agency, its commission, the court. */
  readonly owner: AgencyRow
  readonly decidingAuthority: string
  readonly occurred: Dated
  readonly decided: Dated
  readonly process: Process
  readonly court: Court
  readonly nexus: Nexus
  readonly groundCode: string
  readonly counterSigned: boolean
  readonly pointerAllowed: boolean
  /** The window of a separation pointer. */
  readonly pointer: { readonly from: Day; readonly until: Day } | null
  readonly statusRaw: string
  readonly fileRef: string
  /** Picks among the synthetic texts and telephone numbers. */
  readonly variant: number
  readonly today: Day
}

export const NO_COURT: Court = { onDutyBasis: 'NONE', disposition: 'NONE', capacity: 'NONE' }

/**
 * Through the gate of Sec. 3(b), last sentence; the unit tests ask subgraphs/incidents/admission about every row. An
 * order under appeal shows as the status of the certificate, never as an instance with its ground (rulings.md).
 */
function isAdmitted({ stage, nexus, counterSigned, pointer }: Instance): boolean {
  if (stage === 'FINAL') return true
  return stage === 'SEPARATED_UNDER_INVESTIGATION' && nexus === 'FORCE' && counterSigned && pointer !== null
}

/** What the owner named of others: a State that speaks of a tribe's agency. */
function namedOwners({ agency, owner }: Instance): readonly string[] {
  return agency.jurisdictionCode === owner.jurisdictionCode ? [] : [agency.jurisdictionCode]
}

export function incidentRow(instance: Instance): IncidentRow {
  const { stage, kind, record, agency, owner, occurred, decided, process, today } = instance
  const destroyed = stage === 'EXPUNGED'
  const admitted = isAdmitted(instance)
  const span = bounds(decided)
  const began = destroyed ? span.earliest : (decided.value ?? occurred.value ?? today)
  const effective = began > today || began === FAR_PAST_DAY ? today : began
  const system = groundSystemOf(owner.jurisdictionCode, decided.value)
  return {
    ...facts(ownerOf(owner), record === null ? 'NONE' : record.id, {
      decidingAuthority: instance.decidingAuthority,
      kind,
      stage,
      admitted,
      admissionBasis: !admitted ? 'NONE' : process.fairBasis === 'OWNER_ATTESTED' ? 'SOURCE_ATTESTED' : 'RECORDED',
      sealed: stage === 'SEALED' || destroyed,
      subjectNoticed: process.fairNotice === 'SERVED',
      counterSigned: instance.counterSigned,
      nexus: instance.nexus,
      pointerAllowed: instance.pointerAllowed,
      decidedEarliest: span.earliest,
      decidedLatest: span.latest,
      validFrom: instance.pointer?.from ?? FAR_PAST_DAY,
      validUntil: instance.pointer?.until ?? FAR_FUTURE_DAY,
      namedOwners: namedOwners(instance),
    }),
    ...process,
    ...instance.court,
    id: instance.id,
    agencyId: agency.id,
    occurredOn: destroyed ? null : occurred.value,
    occurredPrecision: destroyed ? 'NONE' : occurred.precision,
    decidedOn: decided.value,
    decidedPrecision: decided.precision,
    groundCode: destroyed ? 'NONE' : instance.groundCode,
    groundCodeSystem: destroyed ? null : system.system,
    groundCodeVersion: destroyed ? null : system.version,
    groundRaw: destroyed ? null : groundText(instance.variant),
    statusRaw: destroyed ? null : instance.statusRaw,
    fairAuthority: owner.name,
    sourceAgencyId: owner.id,
    sourceContact: `${owner.name}, records unit, ${fictionalPhone(instance.variant)}`,
    sourceFileRef: destroyed ? null : instance.fileRef,
    allegationText: destroyed ? null : allegationText(instance.variant),
    outcomeOf: null,
    synthetic: true,
    effectiveAt: instant(effective),
    recordedAt: instant(earlier(addDays(effective, 3 + (instance.variant % 40)), today)),
    version: 1,
  }
}
