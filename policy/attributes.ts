import type { PolicyViewer, RecordFacts } from './types.js'
import type { FactName } from './predicate.js'

/** What a rule may read of the viewer: the attributes of the Cedar entity `Viewer`. The subject's name is no reason. */
export type ViewerAttribute = Exclude<keyof PolicyViewer, 'subject'>

/** The Cedar context: the request's facts, with authorizations reduced to the owners and kinds authorised. */
export interface RuleContext {
  readonly purpose: string
  readonly today: number
  /** The same day of the calendar seven years before: a window is a comparison with a cut-off date. */
  readonly sevenYearsAgo: number
  readonly caseKind: string
  readonly caseLive: boolean
  readonly waiverCovers: boolean
  readonly granted: ReadonlySet<string>
  readonly self: ReadonlySet<string>
  readonly authorized: ReadonlySet<string>
}
export type ContextAttribute = keyof RuleContext

export type Shape = 'string' | 'number' | 'boolean' | 'set'

export const VIEWER_SHAPES: Record<ViewerAttribute, Shape> = {
  agency: 'string',
  jurisdiction: 'string',
  jurisdictionClass: 'string',
  roles: 'set',
  assurance: 'number',
}

export const CONTEXT_SHAPES: Record<ContextAttribute, Shape> = {
  purpose: 'string',
  today: 'number',
  sevenYearsAgo: 'number',
  caseKind: 'string',
  caseLive: 'boolean',
  waiverCovers: 'boolean',
  granted: 'set',
  self: 'set',
  authorized: 'set',
}

export const FACT_SHAPES: Record<FactName, Shape> = {
  id: 'string',
  ownerJurisdiction: 'string',
  ownerClass: 'string',
  ownerAgency: 'string',
  decidingAuthority: 'string',
  subjectRecord: 'string',
  kind: 'string',
  ownerKind: 'string',
  stage: 'string',
  admitted: 'boolean',
  admissionBasis: 'string',
  sealed: 'boolean',
  subjectNoticed: 'boolean',
  counterSigned: 'boolean',
  nexus: 'string',
  pointerAllowed: 'boolean',
  decidedEarliest: 'number',
  decidedLatest: 'number',
  validFrom: 'number',
  validUntil: 'number',
  namedOwners: 'set',
}

export const FACT_NAMES = Object.keys(FACT_SHAPES) as readonly (keyof RecordFacts)[]
