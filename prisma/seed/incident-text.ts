import type { IncidentKind } from '../../policy/types.js'
import type { Day } from './dates.js'

/** Coded grounds, by kind. A code says no more than what the order's clause asks for. */
export const GROUNDS: Readonly<Record<IncidentKind, readonly string[]>> = {
  EXCESSIVE_FORCE_FINDING: ['FORCE_EXCESSIVE', 'FORCE_DEADLY_UNJUSTIFIED', 'FORCE_ON_RESTRAINED_PERSON'],
  TERMINATION: ['FORCE_EXCESSIVE', 'FALSE_STATEMENT', 'EVIDENCE_TAMPERING', 'UNLAWFUL_SEARCH'],
  DECERTIFICATION: ['FORCE_EXCESSIVE', 'FALSE_STATEMENT', 'CRIMINAL_CONVICTION', 'EVIDENCE_TAMPERING'],
  CONVICTION_ON_DUTY: ['OFFENSE_ASSAULT', 'OFFENSE_CIVIL_RIGHTS', 'OFFENSE_FALSE_REPORT'],
  CIVIL_JUDGMENT_FORCE: ['FORCE_EXCESSIVE'],
  SEPARATION_UNDER_INVESTIGATION: ['INVESTIGATION_FORCE'],
}

/** Texas retired its old list of grounds; decisions before that keep the code of their time. */
export function groundSystemOf(jurisdiction: string, decided: Day | null): { system: string; version: string } {
  if (jurisdiction !== 'US-TX') return { system: 'COMITY-DEMO-GROUND', version: '1' }
  return {
    system: 'TX-DEMO-GROUND',
    version: decided !== null && decided < '2015-09-01' ? '2007 (retired 2015)' : '2015',
  }
}

const ALLEGATIONS: readonly string[] = [
  'Synthetic text. Four allegations in one instance: strikes after restraint, late report, no camera, no aid given.',
  'Synthetic text. A bystander of the invented town says that the person had already sat down.',
  'Synthetic text. The log of the evening and the camera of the car do not agree.',
  'Synthetic text. The invented complainant, a minor, was taken to a clinic that does not exist.',
]
const GROUND_TEXTS: readonly string[] = [
  'Synthetic ground as written by the source: see board minutes, item 4',
  'Synthetic ground as written by the source: policy 7.2 (b), repeated',
  'Synthetic ground as written by the source: general order 12; family member named in the file',
]

export function allegationText(index: number): string {
  return ALLEGATIONS[index % ALLEGATIONS.length] ?? ''
}

export function groundText(index: number): string {
  return GROUND_TEXTS[index % GROUND_TEXTS.length] ?? ''
}

/** Source statuses that nobody explained: held for the owner, not taken as final (rulings.md, Due process). */
export const UNEXPLAINED = ['FINALIZED*', 'AH.D.', 'Final?', 'Closed - see file'] as const

/** Numbers 555-0100 to 555-0199 are kept free for fiction. */
export function fictionalPhone(index: number): string {
  return `555-01${String(index % 100).padStart(2, '0')}`
}
