import type { AssertionRow, CertificationRow, IncidentRow } from './rows.js'

/** Version 1 of each record, as its owner asserted it: where the history of a record begins. */
export function assertions(
  recordType: 'Incident' | 'Certification',
  rows: readonly (IncidentRow | CertificationRow)[],
): AssertionRow[] {
  return rows.map((row) => ({
    recordType,
    recordId: row.id,
    version: row.version,
    payload: row,
    actor: 'demo-world',
    authority: row.decidingAuthority,
    documentRef: 'sourceFileRef' in row ? row.sourceFileRef : null,
    effectiveAt: row.effectiveAt,
    recordedAt: row.recordedAt,
  }))
}
