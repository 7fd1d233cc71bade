import { demoId } from './demo-id.js'
import { commissionId } from './named-agencies.js'
import type { Owner } from './facts.js'
import type { AgencyKind, AgencyRow } from './rows.js'
import { termsOf } from './terms.js'

const EMPLOYERS: readonly AgencyKind[] = [
  'POLICE',
  'SHERIFF',
  'STATE_POLICE',
  'TRIBAL_POLICE',
  'CORRECTIONS',
  'CAMPUS',
  'FEDERAL_AGENCY',
]

/** The agencies as the other parts of the world look them up. */
export interface Directory {
  readonly rows: readonly AgencyRow[]
  get(id: string): AgencyRow
  employers(jurisdiction: string): readonly AgencyRow[]
  /** Null for the United States and for nations: they certify through no commission. */
  commission(jurisdiction: string): AgencyRow | null
  court(jurisdiction: string): AgencyRow | null
  /** Who counter-signs and decides: the commission, else the attorney general, else the head of the agency itself. */
  decidingAuthority(agency: AgencyRow): string
}

export function directoryOf(rows: readonly AgencyRow[]): Directory {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const employers = new Map<string, AgencyRow[]>()
  for (const row of rows.filter(({ kind }) => EMPLOYERS.includes(kind))) {
    employers.set(row.jurisdictionCode, [...(employers.get(row.jurisdictionCode) ?? []), row])
  }
  const commission = (jurisdiction: string): AgencyRow | null => byId.get(commissionId(jurisdiction)) ?? null
  return {
    rows,
    get: (id) => {
      const row = byId.get(id)
      if (!row) throw new RangeError(`no agency ${id}`)
      return row
    },
    employers: (jurisdiction) => employers.get(jurisdiction) ?? [],
    commission,
    court: (jurisdiction) => byId.get(demoId('Agency', `court-${jurisdiction}`)) ?? null,
    decidingAuthority: (agency) => {
      const { jurisdictionCode } = agency
      const board = termsOf(jurisdictionCode).canDecertify ? commission(jurisdictionCode) : null
      return board?.id ?? byId.get(demoId('Agency', `attorney-general-${jurisdictionCode}`))?.id ?? agency.id
    },
  }
}

export function ownerOf(agency: AgencyRow): Owner {
  return { jurisdiction: agency.jurisdictionCode, class: agency.jurisdictionClass, agency: agency.id }
}
