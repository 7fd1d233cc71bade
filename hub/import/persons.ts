import { newId, type IdKind } from '../../contract/ids.js'
import type { Stage } from '../../policy/types.js'
import type { Agencies } from './agencies.js'
import type { Changes } from './changes.js'
import type { Existing, ExistingRecord } from './existing.js'
import { issue, type RowIssue } from './issue.js'
import {
  certificationRow,
  employmentRow,
  identityRow,
  incidentRow,
  nameColumns,
  type Employer,
  type RowContext,
  type RowIdentity,
} from './person-rows.js'
import type { PlannedPerson } from './plan.js'
import { digestOf } from './digest.js'

export type RowOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REJECTED'

export interface PersonResult {
  readonly outcome: RowOutcome
  readonly rejected: RowIssue | null
  readonly warnings: readonly RowIssue[]
}

/** What an owner or a court has done at the hub since the import; a list that does not know of it may not undo it. */
const DECIDED_AT_HUB: ReadonlySet<Stage> = new Set<Stage>([
  'OVERTURNED',
  'VACATED',
  'REOPENED',
  'REMANDED',
  'SEALED',
  'EXPUNGED',
  'RETENTION_EXPIRED',
])

const HELD_ON_REINSTATEMENT = 'held-on-reinstatement'

/** Compares planned persons with what earlier imports left, and collects the difference. */
export class Persons {
  private readonly namesakes: ReadonlySet<string>

  constructor(
    private readonly existing: Existing,
    private readonly agencies: Agencies,
    private readonly context: RowContext,
    private readonly changes: Changes,
  ) {
    this.namesakes = new Set(
      [...existing.identities.values()].map((each) => `${each.normalizedFamily} ${each.normalizedGiven}`),
    )
  }

  collect(person: PlannedPerson): PersonResult {
    const { sourceKey } = person
    const matters = [this.existing.incidents.get(sourceKey), this.existing.certifications.get(sourceKey)]
    if (matters.some((matter) => matter && (matter.sealed || DECIDED_AT_HUB.has(matter.stage)))) {
      return { outcome: 'REJECTED', rejected: issue(person.tab, person.row, 'row', 'DECIDED_AT_HUB'), warnings: [] }
    }
    const warnings: RowIssue[] = []
    const employers = person.agencies.map((agency): Employer => {
      const { id, near } = this.agencies.resolve(agency)
      if (near) warnings.push(issue(person.tab, person.row, 'agency', 'AGENCY_NEAR_NAME'))
      return { ...agency, agencyId: id }
    })
    const known = this.existing.identities.get(sourceKey)
    if (!known && this.namesakes.has(nameOf(person)))
      warnings.push(issue(person.tab, person.row, 'name', 'NAMESAKE_LISTED'))

    const recordId = known?.id ?? newId('IdentityRecord')
    const changed = [
      this.identity(person, recordId),
      ...employers.map((employer, index) => this.employment(person, recordId, employer, index)),
      this.certification(person, recordId),
      this.incident(person, recordId, employers[0] as Employer),
    ].some(Boolean)
    return { outcome: !known ? 'CREATED' : changed ? 'UPDATED' : 'UNCHANGED', rejected: null, warnings }
  }

  private identity(person: PlannedPerson, recordId: string): boolean {
    const digest = digestOf([person.name, person.aliases, person.knowable, person.stage])
    const known = this.existing.identities.get(person.sourceKey)
    if (known?.digest === digest) return false
    const at = { id: recordId, version: (known?.version ?? 0) + 1, sourceKey: person.sourceKey, digest }
    const row = identityRow(this.context, at, person)
    if (known) {
      this.changes.update('IdentityRecord', row)
      this.changes.replaceAliases(recordId)
    } else {
      // One hub person for each record: whether two are one person is for matching and an adjudicator.
      const officerId = newId('Officer')
      this.changes.create('Officer', { id: officerId, created_at: this.context.recordedAt })
      this.changes.create('IdentityRecord', { ...row, officer_id: officerId })
    }
    for (const alias of person.aliases) {
      this.changes.insert('officers.identity_alias', {
        id: newId('IdentityAlias'),
        record_id: recordId,
        kind: 'ALSO_KNOWN_AS',
        ...alias,
      })
    }
    return true
  }

  private employment(person: PlannedPerson, recordId: string, employer: Employer, index: number): boolean {
    const sourceKey = `${person.sourceKey}#${index + 1}`
    const digest = digestOf([
      person.employment,
      employer.name,
      employer.normalized,
      person.knowable,
      person.stage,
      person.incident?.groundCodeVersion,
    ])
    const at = this.at('Employment', this.existing.employments.get(sourceKey), sourceKey, digest)
    if (!at) return false
    this.write('Employment', at, employmentRow(this.context, at, person, recordId, employer))
    return true
  }

  private certification(person: PlannedPerson, recordId: string): boolean {
    const digest = digestOf([person.certification, person.stage, person.knowable, person.statusRaw])
    const known = this.existing.certifications.get(person.sourceKey)
    const at = this.at('Certification', known, person.sourceKey, digest)
    if (!at) return false
    this.write('Certification', at, certificationRow(this.context, at, person, recordId))
    const { status, statusOn } = person.certification
    this.changes.insert('credentials.certification_status', {
      id: newId('CertificationStatus'),
      certification_id: at.id,
      status,
      status_raw: person.statusRaw,
      effective_on: statusOn,
      precision: statusOn === null ? 'NONE' : 'DAY',
      stage: person.stage,
      recorded_at: this.context.recordedAt,
    })
    return true
  }

  private incident(person: PlannedPerson, recordId: string, employer: Employer): boolean {
    const known = this.existing.incidents.get(person.sourceKey)
    if (!person.incident) {
      if (!known || known.digest === HELD_ON_REINSTATEMENT) return false
      // Reinstated since: the list does not say whether the decision was undone, so it is held for its owner (ADR 0010).
      const { recordedAt } = this.context
      this.changes.update('Incident', {
        id: known.id,
        version: known.version + 1,
        stage: 'HELD',
        admitted: false,
        admission_basis: 'NONE',
        source_digest: HELD_ON_REINSTATEMENT,
        effective_at: recordedAt,
        recorded_at: recordedAt,
      })
      return true
    }
    const digest = digestOf([person.incident, person.stage, person.admitted, person.statusRaw, employer.normalized])
    const at = this.at('Incident', known, person.sourceKey, digest)
    if (!at) return false
    this.write('Incident', at, incidentRow(this.context, at, person, recordId, employer.agencyId))
    return true
  }

  private at(kind: IdKind, known: ExistingRecord | undefined, sourceKey: string, digest: string): RowIdentity | null {
    if (known?.digest === digest) return null
    return { id: known?.id ?? newId(kind), version: (known?.version ?? 0) + 1, sourceKey, digest }
  }

  private write(
    type: 'Employment' | 'Certification' | 'Incident',
    at: RowIdentity,
    row: { readonly id: string },
  ): void {
    if (at.version === 1) this.changes.create(type, row)
    else this.changes.update(type, row)
  }
}

function nameOf(person: PlannedPerson): string {
  const { normalized_family, normalized_given } = nameColumns(person)
  return `${normalized_family} ${normalized_given}`
}
