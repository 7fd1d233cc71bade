import type { AssertionRow, CertificationRow, IncidentRow } from './rows.js'

/** Free text is in the row alone: an assertion is never deleted, and a text may have to be. */
function asserted(row: IncidentRow | CertificationRow): object {
  return { ...row, statusRaw: undefined, groundRaw: undefined, allegationText: undefined }
}

/** Version 1 of each record, as its owner asserted it: where the history of a record begins. */
export function assertions(
  recordType: 'Incident' | 'Certification',
  rows: readonly (IncidentRow | CertificationRow)[],
): AssertionRow[] {
  return rows.map((row) => ({
    recordType,
    recordId: row.id,
    version: row.version,
    payload: asserted(row),
    actor: 'demo-world',
    authority: row.decidingAuthority,
    documentRef: 'sourceFileRef' in row ? row.sourceFileRef : null,
    effectiveAt: row.effectiveAt,
    recordedAt: row.recordedAt,
  }))
}
