import type { Stage } from '../../policy/types.js'
import type { Dated } from './dates.js'
import type { AgencyRow, CertificateStatus, EmploymentRow, IdentityAliasRow, Separation } from './rows.js'

/** What is decided about the world before its rows are written: incidents end spells and change certificates first. */
export interface PersonName {
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly suffix: string | null
}

export interface SpellPlan {
  readonly id: string
  readonly agency: AgencyRow
  /** As the owner of the spell writes it. */
  readonly employerName: string
  readonly start: Dated
  end: Dated
  ended: boolean
  readonly rank: string
  readonly officerClass: EmploymentRow['officerClass']
  separation: Separation
  separationRaw: string | null
  investigationActive: EmploymentRow['investigationActive']
  investigationRelatesForce: EmploymentRow['investigationRelatesForce']
}

export interface StatusPlan {
  readonly status: CertificateStatus
  readonly raw: string
  readonly on: Dated
  /** Of the decision behind the status; NONE where there was none. */
  readonly stage: Stage
}

export interface CertificatePlan {
  readonly id: string
  /** Hub agency id of the commission. */
  readonly authority: string
  readonly number: string
  readonly certificateClass: 'LAW_ENFORCEMENT' | 'JAIL' | 'RESERVE'
  /** Oldest first, at least one; the last one is the certificate's status. */
  readonly history: StatusPlan[]
  admitted: boolean
  pointerAllowed: boolean
}

export interface RecordPlan {
  readonly id: string
  readonly officerId: string
  readonly jurisdiction: string
  /** Whose record it is where no spell says so: the commission, or the agency that raised the matter. */
  readonly keeper: AgencyRow
  readonly name: PersonName
  readonly birth: Dated
  readonly aliases: readonly (PersonName & { readonly kind: IdentityAliasRow['kind'] })[]
  /** Oldest first. */
  readonly spells: SpellPlan[]
  readonly certificates: CertificatePlan[]
  /** The stage of the only matter through which the record is known; NONE for whoever is on a roster. */
  readonly matter: Stage
}

export interface PersonPlan {
  readonly id: string
  readonly records: readonly RecordPlan[]
}

export function lastSpell(record: RecordPlan): SpellPlan | null {
  return record.spells.at(-1) ?? null
}

/** The spell that is not over, if there is one. */
export function currentSpell(record: RecordPlan): SpellPlan | null {
  const last = lastSpell(record)
  return last && !last.ended ? last : null
}
