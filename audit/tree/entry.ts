import type { DisclosureEntryInput } from '../../contract/disclosure-log.js'
import { canonicalJson } from './canonical-json.js'

/** An entry in its place in the log. */
export interface LoggedEntry extends DisclosureEntryInput {
  /** Of its leaf in the tree, from 0. */
  readonly index: number
  readonly id: string
}

/**
 * What a leaf of the log holds: the entry as canonical JSON (RFC 8785), UTF-8, `at` in ISO 8601 with milliseconds, UTC.
 * The index is in it, so that an entry cannot be moved unseen. `service` is a member where there was one: entries from
 * before it was logged keep their bytes.
 */
export function canonicalEntry(entry: LoggedEntry): Buffer {
  const { index, id, at, viewer, service, agency, jurisdiction, purpose, caseReference, operation, policyVersion } =
    entry
  const text = canonicalJson({
    index,
    id,
    at: at.toISOString(),
    viewer,
    ...(service !== null && { service }),
    agency,
    jurisdiction,
    purpose,
    caseReference,
    operation,
    policyVersion,
    records: entry.records.map(({ type, id, subjects, classes }) => ({ type, id, subjects, classes })),
    subjects: entry.subjects,
  })
  return Buffer.from(text, 'utf8')
}
