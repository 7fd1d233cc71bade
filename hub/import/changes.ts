import type { TableRow } from './database.js'
import { RECORD_TABLES, type Written, type WrittenType } from './report.js'

/** Where a record type lives, and which assertion log its changes are appended to. */
const TABLES: Readonly<Record<WrittenType, { readonly table: string; readonly log: string | null }>> = {
  Agency: { table: 'agencies.agency', log: 'agencies.assertion' },
  Officer: { table: 'officers.officer', log: null },
  IdentityRecord: { table: 'officers.identity_record', log: 'officers.assertion' },
  Employment: { table: 'officers.employment', log: 'officers.assertion' },
  Certification: { table: 'credentials.certification', log: 'credentials.assertion' },
  Incident: { table: 'incidents.incident', log: 'incidents.assertion' },
}

/** In this order the foreign keys hold. */
export const WRITE_ORDER = [
  'agencies.jurisdiction',
  'agencies.agency',
  'agencies.assertion',
  'officers.officer',
  'officers.identity_record',
  'officers.identity_alias',
  'officers.employment',
  'officers.assertion',
  'credentials.certification',
  'credentials.certification_status',
  'credentials.assertion',
  'incidents.incident',
  'incidents.assertion',
] as const

export interface Provenance {
  readonly actor: string
  /** The law under which the list is kept. */
  readonly authority: string
  /** The file: profile and digest. */
  readonly documentRef: string
  readonly recordedAt: string
}

/** Free text is in the row alone: an assertion is never deleted, and a text may have to be. */
function asserted(row: TableRow): TableRow {
  const { ground_raw: ground, status_raw: status, ...coded } = row
  return ground === undefined && status === undefined ? row : coded
}

/** Everything that one import will write, collected before the first write. */
export class Changes {
  readonly inserts = new Map<string, TableRow[]>()
  readonly updates = new Map<string, TableRow[]>()
  /** Identity records whose aliases are replaced. */
  readonly aliasesOf: string[] = []
  private readonly counts = new Map<WrittenType, { created: number; updated: number }>(
    RECORD_TABLES.map((type) => [type, { created: 0, updated: 0 }]),
  )

  constructor(private readonly provenance: Provenance) {}

  /** A new record, version 1, with the assertion that it is. */
  create(type: WrittenType, row: TableRow & { readonly id: string }): void {
    this.push(this.inserts, TABLES[type].table, row)
    this.count(type).created++
    this.assert(type, row)
  }

  /** A new version of a record, with the assertion of what it says now. */
  update(type: WrittenType, row: TableRow & { readonly id: string }): void {
    this.push(this.updates, TABLES[type].table, row)
    this.count(type).updated++
    this.assert(type, row)
  }

  /** A row that is no record of its own: an alias, a status in a history, a jurisdiction. */
  insert(table: string, row: TableRow): void {
    this.push(this.inserts, table, row)
  }

  replaceAliases(recordId: string): void {
    this.aliasesOf.push(recordId)
  }

  get none(): boolean {
    return this.inserts.size === 0 && this.updates.size === 0
  }

  written(): Written {
    return Object.fromEntries(this.counts) as unknown as Written
  }

  private count(type: WrittenType): { created: number; updated: number } {
    const found = this.counts.get(type)
    if (!found) throw new Error(`no such record type: ${type}`)
    return found
  }

  private assert(type: WrittenType, row: TableRow & { readonly id: string }): void {
    const { log } = TABLES[type]
    if (log === null) return
    const { actor, authority, documentRef, recordedAt } = this.provenance
    this.push(this.inserts, log, {
      record_type: type,
      record_id: row.id,
      version: row['version'],
      payload: asserted(row),
      actor,
      authority,
      document_ref: documentRef,
      effective_at: row['effective_at'],
      recorded_at: recordedAt,
    })
  }

  private push(into: Map<string, TableRow[]>, table: string, row: TableRow): void {
    const rows = into.get(table)
    if (rows) rows.push(row)
    else into.set(table, [row])
  }
}
