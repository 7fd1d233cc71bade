import { type Allowed, records, values } from './allowed.js'
import type { PersonType } from './classes.js'
import type { Row, Snapshot } from './snapshot.js'

/** What a field of a person's record truly is, whoever asks; `sees` says which other records the asker may be led to. */
export interface Sees {
  /** The officer behind an identity record, where the viewer may know of that record. */
  officerOf(recordId: string): readonly string[]
  incidents(ids: readonly unknown[]): readonly string[]
  spells(ids: readonly unknown[]): readonly string[]
  /** Whether a certificate's history may show an entry of which the decision stands there. */
  historyAt(certificate: Row, stage: string): boolean
}

type Truths = Readonly<Record<string, (row: Row, snapshot: Snapshot, sees: Sees) => Allowed>>

const column = (name: string) => (row: Row) => values(row[name])
const agencyIn = (name: string) => (row: Row) => records('Agency', [row[name]])
const dated = (name: string, precision: string) => (row: Row) => values(...dates(row[name], row[precision]))
const officer = (row: Row, _: Snapshot, sees: Sees) => records('Officer', sees.officerOf(String(row['subject_record'])))

/** A date as far as it is known. */
export function dates(date: unknown, precision: unknown): { value: string; precision: unknown }[] {
  const length = { DAY: 10, MONTH: 7, YEAR: 4 }[String(precision)]
  return typeof date === 'string' && length !== undefined ? [{ value: date.slice(0, length), precision }] : []
}

export const nameOf = ({ given, middle, family, suffix }: Row) => ({ given, middle, family, suffix })

export const TRUTH: Readonly<Record<Exclude<PersonType, 'Officer'>, Truths>> = {
  Employment: {
    id: column('id'),
    officer,
    agency: agencyIn('agency_id'),
    start: dated('start_date', 'start_precision'),
    end: dated('end_date', 'end_precision'),
    ended: column('ended'),
    rank: column('rank'),
    officerClass: column('officer_class'),
    ownerJurisdiction: column('owner_jurisdiction'),
    separation: column('separation'),
    separationRaw: column('separation_raw'),
    separationCodeSystem: column('separation_code_system'),
    separationCodeVersion: column('separation_code_version'),
    investigationActive: column('investigation_active'),
    investigationRelatesForce: column('investigation_relates_force'),
  },
  Incident: {
    id: column('id'),
    officer,
    agency: agencyIn('agency_id'),
    kind: column('kind'),
    stage: column('stage'),
    stageText: (row) => ({ of: 'WORDS', about: 'Incident.stageText', key: String(row['stage']) }),
    occurredOn: dated('occurred_on', 'occurred_precision'),
    decidedOn: dated('decided_on', 'decided_precision'),
    groundCode: column('ground_code'),
    groundCodeSystem: column('ground_code_system'),
    nexus: column('nexus'),
    fairProcess: (row) =>
      values({
        notice: row['fair_notice'],
        opportunity: row['fair_opportunity'],
        authority: row['fair_authority'],
        basis: row['fair_basis'],
        attestedBy: row['fair_attested_by'],
      }),
    disposition: column('disposition'),
    onDutyBasis: column('on_duty_basis'),
    capacity: column('capacity'),
    source: (row) =>
      values({
        agency: records('Agency', [row['source_agency_id']]),
        contact: row['source_contact'],
        fileRef: row['source_file_ref'],
      }),
    ownerJurisdiction: column('owner_jurisdiction'),
    outcomeOf: (row, _, sees) => records('Incident', sees.incidents([row['outcome_of']])),
    groundRaw: column('ground_raw'),
    statusRaw: column('status_raw'),
    allegationText: column('allegation_text'),
  },
  Certification: {
    id: column('id'),
    officer,
    authority: agencyIn('authority_id'),
    number: column('number'),
    certificateClass: column('certificate_class'),
    issuedOn: dated('issued_on', 'issued_precision'),
    ownerJurisdiction: column('owner_jurisdiction'),
    status: column('status'),
    statusText: (row) => ({
      of: 'WORDS',
      about: 'Certification.statusText',
      // An order under appeal has one sentence, whatever the certificate's status.
      key: row['stage'] === 'EFFECTIVE_UNDER_APPEAL' ? 'EFFECTIVE_UNDER_APPEAL' : String(row['status']),
    }),
    statusOn: dated('status_on', 'status_precision'),
    history: (row, snapshot, sees) =>
      values(
        ...(snapshot.statuses.get(row.id) ?? [])
          .filter((entry) => sees.historyAt(row, String(entry['stage'])))
          .map((entry) => ({
            status: entry['status'],
            stage: entry['stage'],
            effectiveOn: dates(entry['effective_on'], entry['precision'])[0] ?? null,
          })),
      ),
    stage: column('stage'),
    classRaw: column('class_raw'),
    statusRaw: column('status_raw'),
  },
  BackgroundCheck: {
    id: column('id'),
    status: column('status'),
    requestedAt: (row) => values(new Date(String(row['requested_at'])).toISOString()),
    caseReference: (row, snapshot) => values(snapshot.cases.get(String(row['case_id']))?.['reference'] ?? null),
    matches: (row, snapshot, sees) =>
      values(...(snapshot.matchesByCheck.get(row.id) ?? []).map((match) => matchOf(match, sees))),
    sources: (row) => values(...(row['sources'] as unknown[])),
    notice: () => ({ of: 'WORDS', about: 'BackgroundCheck.notice', key: 'notice' }),
    policyVersion: column('policy_version'),
    reconciliation: (row, snapshot, sees) => reconciliationOf(row, snapshot, sees),
  },
}

/** rulings.md, "Matches": of a POSSIBLE one, jurisdiction, score and explanations; the officer once somebody confirmed it. */
function matchOf(match: Row, sees: Sees) {
  const opens =
    !String(match['adjudication']).startsWith('DISMISSED') &&
    (match['outcome'] === 'LIKELY' || match['adjudication'] === 'CONFIRMED')
  const decidedAt = match['adjudicated_at'] as Date | string | null
  const officers = opens ? (match['subject_records'] as string[]).flatMap((id) => sees.officerOf(id)) : []
  return {
    id: match['id'],
    score: match['score'],
    outcome: match['outcome'],
    sourceJurisdiction: match['source_jurisdiction'],
    explanations: match['explanations'],
    adjudication: match['adjudication'],
    adjudicatedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
    adjudicatedBy: match['adjudicated_by'],
    officer: records('Officer', officers),
  }
}

/** A line: what the candidate stated, or nothing, beside a spell of the opened records that the viewer may know of, or nothing. */
function reconciliationOf(row: Row, snapshot: Snapshot, sees: Sees): Allowed {
  const stated = (row['former_employers'] as Readonly<Record<string, unknown>>[]).map(({ agency, from, to }) => ({
    agency,
    from: asStated(from),
    to: asStated(to),
  }))
  const opened = (snapshot.matchesByCheck.get(row.id) ?? []).flatMap((match) => match['subject_records'] as string[])
  const spells = opened.flatMap((record) => (snapshot.spellsByRecord.get(record) ?? []).map(({ id }) => id))
  return values({
    claimed: { of: 'VALUES', values: stated },
    recorded: records('Employment', sees.spells(spells)),
    result: { of: 'VALUES', values: ['AGREE', 'UNDISCLOSED_SPELL', 'DATES_DIFFER', 'NOT_COVERED'] },
  })
}

/** A date as the candidate wrote it. */
function asStated(date: unknown): unknown {
  return typeof date === 'object' && date !== null ? (date as { value?: unknown }).value : null
}
