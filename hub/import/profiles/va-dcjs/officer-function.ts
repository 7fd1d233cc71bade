import type { PlannedCertification, PlannedEmployment } from '../../plan.js'

export interface OfficerFunction {
  readonly officerClass: PlannedEmployment['officerClass']
  readonly certificateClass: PlannedCertification['certificateClass']
}

/** Spellings vary (`Law Enfrocement`, `Law- Enforcement & Jail`); the two words that matter do not. Null: neither. */
export function readFunction(text: string): OfficerFunction | null {
  if (/\blaw\b/i.test(text)) return { officerClass: 'SWORN', certificateClass: 'LAW_ENFORCEMENT' }
  if (/\bjail\b/i.test(text)) return { officerClass: 'CORRECTIONS', certificateClass: 'JAIL' }
  return null
}
