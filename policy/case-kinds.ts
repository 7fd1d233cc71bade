import type { CaseKind, Purpose } from './types.js'

/** The kind of case whose grants a purpose reads under. Purposes that are not here have no case. */
const CASE_KIND: Partial<Record<Purpose, CaseKind>> = {
  J: 'HIRING',
  C: 'PROSECUTION',
  'hub:CERT': 'CERTIFICATION',
}

export function caseKindOf(purpose: Purpose): CaseKind | null {
  return CASE_KIND[purpose] ?? null
}
