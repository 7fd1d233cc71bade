import type { JurisdictionClass } from '../../policy/types.js'

interface KindRule {
  readonly name: RegExp
  readonly kind: string
}

/** Read from top to bottom, of the normalised name (agency-name.ts). */
const KINDS: readonly KindRule[] = [
  { name: /\b(academy|training|communications?|911|e911|emergency|dispatch)\b/, kind: 'OTHER' },
  { name: /\bsheriffs?\b/, kind: 'SHERIFF' },
  { name: /^(?!.*university).*\bstate police\b/, kind: 'STATE_POLICE' },
  { name: /\b(university|college)\b/, kind: 'CAMPUS' },
  { name: /\bpolice\b/, kind: 'POLICE' },
  { name: /\b(jail|detention|correctional|corrections|prison|diversion|security center)\b/, kind: 'CORRECTIONS' },
]

export function agencyKind(normalized: string): string {
  return KINDS.find((rule) => rule.name.test(normalized))?.kind ?? 'OTHER'
}

/** A State's own departments and prisons; everything else of a State's list is local. */
export function agencyClass(normalized: string): JurisdictionClass {
  return /\bstate (police|prison)\b|\bdepartment of (?!police)|\bcorrectional (center|unit)\b/.test(normalized)
    ? 'STATE'
    : 'LOCAL'
}
