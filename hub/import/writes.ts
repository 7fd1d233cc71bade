import type { RecordFacts, RecordType } from '../../policy/index.js'
import type { Changes } from './changes.js'
import type { TableRow } from './database.js'
import { recordFacts, type FactColumns } from './facts.js'

/** The records that a list asserts. */
type ListedType = Exclude<RecordType, 'BackgroundCheck'>
type Identified = TableRow & { readonly id: string }

/** A record that differs from what is stored, with the rows that are no records of their own and go with it. */
export interface Write {
  readonly type: ListedType
  readonly created: boolean
  readonly row: Identified
  /** What the rules are asked about; null for a change that only takes something back. */
  readonly facts: RecordFacts | null
  /** The hub person of a new identity record. */
  readonly officer: Identified | null
  /** Of an identity record: those it has now, in place of those it had. */
  readonly aliases: readonly TableRow[]
  /** Of a certification: an entry of its history. */
  readonly status: TableRow | null
}

export function write(
  type: ListedType,
  row: FactColumns & Identified & { readonly version: number },
  more: Partial<Pick<Write, 'officer' | 'aliases' | 'status'>> = {},
): Write {
  const facts = recordFacts(row.id, row)
  return { type, created: row.version === 1, row, facts, officer: null, aliases: [], status: null, ...more }
}

/** Hands writes over, in an order in which the foreign keys hold. */
export function hand(writes: readonly Write[], changes: Changes): void {
  for (const { type, created, row, officer, aliases, status } of writes) {
    if (officer) changes.create('Officer', officer)
    if (created) changes.create(type, row)
    else changes.update(type, row)
    if (type === 'IdentityRecord' && !created) changes.replaceAliases(row.id)
    for (const alias of aliases) changes.insert('officers.identity_alias', alias)
    if (status) changes.insert('credentials.certification_status', status)
  }
}
