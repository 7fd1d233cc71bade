import { newId } from '../../contract/ids.js'
import { compareAgencies, normalizeAgency, type NormalAgency } from '../../subgraphs/officers/matching/index.js'
import { agencyClass, agencyKind } from './agency-kind.js'
import { normalizeAgencyName } from './agency-name.js'
import type { Changes } from './changes.js'
import type { ExistingAgency } from './existing.js'
import type { PlannedAgencyName } from './plan.js'
import type { SourceAuthority } from './profile.js'

export interface AgencyContext {
  readonly profile: string
  readonly authority: SourceAuthority
  readonly synthetic: boolean
  /** ISO instant. */
  readonly recordedAt: string
}

export type AgencyOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED'

interface Known {
  readonly name: string
  /** As names are compared; computed once. */
  readonly normal: NormalAgency
  swornCount: number | null
  /** What is to be written: the whole row of a new agency, the changed columns of a known one. */
  row: Record<string, unknown> & { readonly id: string; readonly version: number }
  state: AgencyOutcome
}

function agencyRow(context: AgencyContext, id: string, name: PlannedAgencyName, more: Record<string, unknown>) {
  return {
    id,
    name: name.name,
    normalized_name: name.normalized,
    kind: agencyKind(name.normalized),
    jurisdiction_class: agencyClass(name.normalized),
    jurisdiction_code: context.authority.jurisdiction.code,
    sworn_count: null as number | null,
    parent_id: null,
    synthetic: context.synthetic,
    version: 1,
    effective_at: context.recordedAt,
    recorded_at: context.recordedAt,
    source_system: context.profile,
    source_key: name.normalized,
    source_digest: null,
    ...more,
  }
}

/**
 * Which agency of the State a name means: the one whose name is equal once normalised, else a new one. Near names are
 * reported, never merged. What an existing agency is (kind, class, parent) is left as its owner recorded it.
 */
export class Agencies {
  private readonly byName = new Map<string, Known>()
  readonly authorityId: string

  constructor(
    existing: readonly ExistingAgency[],
    private readonly context: AgencyContext,
    private readonly changes: Changes,
  ) {
    for (const agency of existing) {
      const normalized = normalizeAgencyName(agency.name)
      if (this.byName.has(normalized)) continue
      const { id, name, swornCount, version } = agency
      const normal = normalizeAgency(name)
      this.byName.set(normalized, { name, normal, swornCount, row: { id, version }, state: 'UNCHANGED' })
    }
    this.authorityId = this.authority()
  }

  private authority(): string {
    const { name, alsoWritten } = this.context.authority
    const planned = { name, normalized: normalizeAgencyName(name) }
    // The body exists, whatever the file: it is never marked as invented.
    const known =
      this.byName.get(planned.normalized) ??
      this.add(planned, { kind: 'COMMISSION', jurisdiction_class: 'STATE', synthetic: false })
    for (const other of alsoWritten) this.byName.set(normalizeAgencyName(other), known)
    return known.row.id
  }

  private add(name: PlannedAgencyName, more: Record<string, unknown> = {}): Known {
    const row = agencyRow(this.context, newId('Agency'), name, more)
    const normal = normalizeAgency(name.name)
    const known: Known = { name: name.name, normal, swornCount: row.sworn_count, row, state: 'CREATED' }
    this.byName.set(name.normalized, known)
    return known
  }

  /** `near` is true where the agency is new and another of the State is spelt almost alike. */
  resolve(name: PlannedAgencyName): { readonly id: string; readonly near: boolean } {
    const found = this.byName.get(name.normalized)
    if (found) return { id: found.row.id, near: false }
    const normal = normalizeAgency(name.name)
    const near = [...this.byName.values()].some((other) => compareAgencies(other.normal, normal) !== 'DIFFERENT')
    return { id: this.add(name).row.id, near }
  }

  /** From a directory: the number of certified officers; null leaves what is known. */
  record(name: PlannedAgencyName, certified: number | null): AgencyOutcome {
    const known = this.byName.get(name.normalized)
    if (!known) {
      this.add(name, { sworn_count: certified })
      return 'CREATED'
    }
    if (certified === null || known.swornCount === certified) return 'UNCHANGED'
    const version = known.state === 'UNCHANGED' ? known.row.version + 1 : known.row.version
    const { recordedAt } = this.context
    known.row = { ...known.row, sworn_count: certified, version, effective_at: recordedAt, recorded_at: recordedAt }
    known.swornCount = certified
    if (known.state === 'UNCHANGED') known.state = 'UPDATED'
    return 'UPDATED'
  }

  /** Hands the collected agencies over; called once, when all rows are resolved. */
  flush(): void {
    for (const known of new Set(this.byName.values())) {
      if (known.state === 'CREATED') this.changes.create('Agency', known.row)
      if (known.state === 'UPDATED') this.changes.update('Agency', known.row)
    }
  }
}
