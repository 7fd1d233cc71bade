import { KEYS_VERSION, keysForRecord, normalizeName } from '../../subgraphs/officers/matching/index.js'
import { factColumns, type ListOwner } from './facts.js'
import type { PlannedAgencyName, PlannedPerson } from './plan.js'

/** What every row of one import shares. */
export interface RowContext {
  readonly owner: ListOwner
  readonly profile: string
  readonly synthetic: boolean
  readonly contact: string
  /** Name of the body whose list it is: it decided, and it vouches for the list. */
  readonly authority: string
  /** ISO instant. */
  readonly recordedAt: string
}

export interface RowIdentity {
  readonly id: string
  readonly version: number
  readonly sourceKey: string
  readonly digest: string
}

function common(context: RowContext, at: RowIdentity, effectiveOn: string | null) {
  return {
    id: at.id,
    version: at.version,
    synthetic: context.synthetic,
    effective_at: effectiveOn === null ? context.recordedAt : `${effectiveOn}T00:00:00.000Z`,
    recorded_at: context.recordedAt,
    source_system: context.profile,
    source_key: at.sourceKey,
    source_digest: at.digest,
  }
}

/** Heard, or at least told: an appeal shows it, a final or effective decision is attested to rest on it. */
const NOTICED = new Set(['FINAL', 'EFFECTIVE_UNDER_APPEAL', 'APPEAL_PENDING'])

export function nameColumns(person: PlannedPerson) {
  return {
    given: person.name.given,
    middle: person.name.middle,
    family: person.name.family,
    suffix: person.name.suffix,
    normalized_family: normalizeName(person.name.family),
    normalized_given: normalizeName(person.name.given),
    match_keys: keysForRecord({
      names: [person.name],
      aliases: person.aliases,
      birthDate: null,
      birthPrecision: 'NONE',
      certificates: [],
    }),
    keys_version: KEYS_VERSION,
  }
}

/** The list knows the person through the matter alone; where that may not be known, neither may the person. */
export function identityRow(context: RowContext, at: RowIdentity, person: PlannedPerson) {
  return {
    ...common(context, at, null),
    ...nameColumns(person),
    birth_date: null,
    birth_precision: 'NONE',
    known_through: 'MATTER',
    ...factColumns(context.owner, {
      subjectRecord: at.id,
      kind: 'NONE',
      stage: 'NONE',
      admitted: person.knowable,
      noticed: NOTICED.has(person.stage),
      nexus: 'UNKNOWN',
      pointerAllowed: false,
      decidedOn: null,
      decided: false,
    }),
  }
}

export interface Employer extends PlannedAgencyName {
  readonly agencyId: string
}

/** The list names the agency without dates: a spell that is over, when is not known. */
export function employmentRow(
  context: RowContext,
  at: RowIdentity,
  person: PlannedPerson,
  subjectRecord: string,
  employer: Employer,
) {
  const separated = person.employment.separation !== 'NONE'
  return {
    ...common(context, at, null),
    record_id: subjectRecord,
    agency_id: employer.agencyId,
    employer_name: employer.name,
    start_date: null,
    start_precision: 'NONE',
    end_date: null,
    end_precision: 'NONE',
    ended: true,
    rank: null,
    officer_class: person.employment.officerClass,
    separation: person.employment.separation,
    separation_raw: null,
    separation_code_system: separated ? (person.incident?.groundCodeSystem ?? null) : null,
    separation_code_version: separated ? (person.incident?.groundCodeVersion ?? null) : null,
    investigation_active: person.employment.investigationActive,
    investigation_relates_force: 'UNKNOWN',
    ...factColumns(context.owner, {
      subjectRecord,
      kind: 'NONE',
      stage: 'NONE',
      admitted: person.knowable,
      noticed: NOTICED.has(person.stage),
      nexus: 'UNKNOWN',
      pointerAllowed: false,
      decidedOn: null,
      decided: false,
    }),
  }
}

/** Status of a certificate, P4, without grounds. Under appeal it is all that the owner lets others see. */
export function certificationRow(context: RowContext, at: RowIdentity, person: PlannedPerson, subjectRecord: string) {
  const { certificateClass, classRaw, status, statusOn } = person.certification
  return {
    ...common(context, at, statusOn),
    authority_id: context.owner.agencyId,
    number: null,
    certificate_class: certificateClass,
    class_raw: classRaw,
    status,
    status_raw: person.statusRaw,
    status_on: statusOn,
    status_precision: statusOn === null ? 'NONE' : 'DAY',
    issued_on: null,
    issued_precision: 'NONE',
    ...factColumns(context.owner, {
      subjectRecord,
      kind: 'NONE',
      stage: person.stage,
      admitted: person.knowable,
      noticed: NOTICED.has(person.stage),
      nexus: 'UNKNOWN',
      pointerAllowed: person.stage === 'EFFECTIVE_UNDER_APPEAL',
      decidedOn: statusOn,
      decided: true,
    }),
  }
}

export function incidentRow(
  context: RowContext,
  at: RowIdentity,
  person: PlannedPerson,
  subjectRecord: string,
  agencyId: string,
) {
  const { incident } = person
  if (!incident) throw new Error('a planned person without an incident has no incident row')
  return {
    ...common(context, at, incident.decidedOn),
    agency_id: agencyId,
    occurred_on: null,
    occurred_precision: 'NONE',
    decided_on: incident.decidedOn,
    decided_precision: incident.decidedOn === null ? 'NONE' : 'DAY',
    ground_code: incident.groundCode,
    ground_code_system: incident.groundCodeSystem,
    ground_code_version: incident.groundCodeVersion,
    ground_raw: incident.groundRaw,
    status_raw: person.statusRaw,
    ...fairProcess(context, person),
    on_duty_basis: 'NONE',
    disposition: 'NONE',
    capacity: 'NONE',
    source_agency_id: context.owner.agencyId,
    source_contact: context.contact,
    source_file_ref: null,
    allegation_text: null,
    outcome_of: null,
    ...factColumns(context.owner, {
      subjectRecord,
      kind: incident.kind,
      stage: person.stage,
      admitted: person.admitted,
      noticed: NOTICED.has(person.stage),
      nexus: incident.nexus,
      pointerAllowed: false,
      decidedOn: incident.decidedOn,
      decided: true,
    }),
  }
}

/** The list documents no hearing: notice and opportunity rest on the owner's attestation of the source, and say so. */
function fairProcess(context: RowContext, person: PlannedPerson) {
  const attested = person.stage === 'FINAL' || person.stage === 'EFFECTIVE_UNDER_APPEAL'
  return {
    fair_notice: attested ? 'SERVED' : 'UNKNOWN',
    fair_opportunity: attested ? 'AFFORDED' : 'UNKNOWN',
    fair_authority: context.authority,
    fair_basis: attested ? 'OWNER_ATTESTED' : 'NONE',
    fair_attested_by: attested ? context.authority : null,
  }
}
