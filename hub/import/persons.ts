import { newId, type IdKind } from '../../contract/ids.js'
import type { Access, Stage } from '../../policy/index.js'
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
import { hand, write, type Write } from './writes.js'

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
    private readonly access: Access,
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
    const writes = [
      this.identity(person, recordId),
      ...employers.map((employer, index) => this.employment(person, recordId, employer, index)),
      this.certification(person, recordId),
      this.incident(person, recordId, employers[0] as Employer),
    ].filter((each) => each !== null)
    if (!writes.every((each) => this.storable(each))) {
      return { outcome: 'REJECTED', rejected: issue(person.tab, person.row, 'row', 'STORE_FORBIDDEN'), warnings: [] }
    }
    hand(writes, this.changes)
    return {
      outcome: !known ? 'CREATED' : writes.length > 0 ? 'UPDATED' : 'UNCHANGED',
      rejected: null,
      warnings,
    }
  }

  /** "As permissible" limits collection too (rulings.md, Due process). */
  private storable({ type, facts }: Write): boolean {
    return facts === null || this.access.allows('store', type, facts)
  }

  private identity(person: PlannedPerson, recordId: string): Write | null {
    const digest = digestOf([person.name, person.aliases, person.knowable, person.stage])
    const known = this.existing.identities.get(person.sourceKey)
    if (known?.digest === digest) return null
    const at = { id: recordId, version: (known?.version ?? 0) + 1, sourceKey: person.sourceKey, digest }
    const row = identityRow(this.context, at, person)
    const aliases = person.aliases.map((alias) => ({
      id: newId('IdentityAlias'),
      record_id: recordId,
      kind: 'ALSO_KNOWN_AS',
      ...alias,
    }))
    if (known) return write('IdentityRecord', row, { aliases })
    // One hub person for each record: whether two are one person is for matching and an adjudicator.
    const officer = { id: newId('Officer'), created_at: this.context.recordedAt }
    return write('IdentityRecord', { ...row, officer_id: officer.id }, { officer, aliases })
  }

  private employment(person: PlannedPerson, recordId: string, employer: Employer, index: number): Write | null {
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
    return at && write('Employment', employmentRow(this.context, at, person, recordId, employer))
  }

  private certification(person: PlannedPerson, recordId: string): Write | null {
    const digest = digestOf([person.certification, person.stage, person.knowable, person.statusRaw])
    const known = this.existing.certifications.get(person.sourceKey)
    const at = this.at('Certification', known, person.sourceKey, digest)
    if (!at) return null
    const { status, statusOn } = person.certification
    const entry = {
      id: newId('CertificationStatus'),
      certification_id: at.id,
      status,
      status_raw: person.statusRaw,
      effective_on: statusOn,
      precision: statusOn === null ? 'NONE' : 'DAY',
      stage: person.stage,
      recorded_at: this.context.recordedAt,
    }
    return write('Certification', certificationRow(this.context, at, person, recordId), { status: entry })
  }

  private incident(person: PlannedPerson, recordId: string, employer: Employer): Write | null {
    const known = this.existing.incidents.get(person.sourceKey)
    if (!person.incident) return known && known.digest !== HELD_ON_REINSTATEMENT ? this.holdBack(known) : null
    const digest = digestOf([person.incident, person.stage, person.admitted, person.statusRaw, employer.normalized])
    const at = this.at('Incident', known, person.sourceKey, digest)
    return at && write('Incident', incidentRow(this.context, at, person, recordId, employer.agencyId))
  }

  /** Reinstated since: the list does not say whether the decision was undone, so it is held for its owner (ADR 0010). */
  private holdBack(known: ExistingRecord): Write {
    const { recordedAt } = this.context
    const row = {
      id: known.id,
      version: known.version + 1,
      stage: 'HELD',
      admitted: false,
      admission_basis: 'NONE',
      source_digest: HELD_ON_REINSTATEMENT,
      effective_at: recordedAt,
      recorded_at: recordedAt,
    }
    return { type: 'Incident', created: false, row, facts: null, officer: null, aliases: [], status: null }
  }

  private at(kind: IdKind, known: ExistingRecord | undefined, sourceKey: string, digest: string): RowIdentity | null {
    if (known?.digest === digest) return null
    return { id: known?.id ?? newId(kind), version: (known?.version ?? 0) + 1, sourceKey, digest }
  }
}

function nameOf(person: PlannedPerson): string {
  const { normalized_family, normalized_given } = nameColumns(person)
  return `${normalized_family} ${normalized_given}`
}
