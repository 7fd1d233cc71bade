import { INCIDENT_KINDS, type IncidentKind } from '../../policy/types.js'

/** How a jurisdiction of the demo world takes part. Invented, like everything here: it says nothing of real law. */
export interface Terms {
  readonly participates: 'FULL' | 'POINTERS' | 'NONE' | 'CONSENT_ONLY'
  readonly canDecertify: boolean
  /** Kinds that its owners submit. */
  readonly kinds: readonly IncidentKind[]
  /** The owner's law lets others see a separation pointer and the status of a certificate under appeal. */
  readonly pointers: boolean
}

const NOT_TAKING_PART = new Set(['US-AK', 'US-MS', 'US-ND', 'US-VT', 'US-WY', 'US-AS'])
const POINTERS_ONLY = new Set(['US-ID', 'US-ME', 'US-MT', 'US-SD', 'US-WV', 'US-VI'])
const CANNOT_DECERTIFY = new Set(['US-HI', 'US-NJ', 'US-RI', 'US-AS', 'US-MP', 'US-FED'])
const WITHHOLDS_INVESTIGATIONS = new Set(['US-DE', 'US-NH', 'US-KY', 'US-LA', 'US-NV', 'US-SC', 'US-HI'])

export function termsOf(jurisdiction: string): Terms {
  const tribal = jurisdiction.startsWith('TRIBE-')
  const canDecertify = !tribal && !CANNOT_DECERTIFY.has(jurisdiction)
  if (NOT_TAKING_PART.has(jurisdiction)) return { participates: 'NONE', canDecertify, kinds: [], pointers: false }
  const pointers = !tribal && !WITHHOLDS_INVESTIGATIONS.has(jurisdiction)
  const shared = INCIDENT_KINDS.filter((kind) => kind !== 'DECERTIFICATION' || canDecertify).filter(
    (kind) => kind !== 'SEPARATION_UNDER_INVESTIGATION' || pointers || tribal,
  )
  if (POINTERS_ONLY.has(jurisdiction)) {
    const kinds = shared.filter((kind) => kind === 'DECERTIFICATION' || kind === 'SEPARATION_UNDER_INVESTIGATION')
    return { participates: 'POINTERS', canDecertify, kinds, pointers }
  }
  return { participates: tribal ? 'CONSENT_ONLY' : 'FULL', canDecertify, kinds: shared, pointers }
}
