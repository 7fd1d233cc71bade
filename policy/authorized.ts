import { INCIDENT_KINDS } from './types.js'
import type {
  Action,
  DataClass,
  EpochDay,
  OwnerAuthorization,
  PolicyViewer,
  RecordKind,
  RequestFacts,
} from './types.js'
import type { RuleContext } from './attributes.js'

const ALL_KINDS: readonly RecordKind[] = [...INCIDENT_KINDS, 'NONE']

/**
 * The class whose authorization an action needs. That a record exists is part of its index identity, so `know`,
 * `match` and `store` ask for P1; an operation asks for none.
 */
export function classAsked(action: Action): DataClass | null {
  if (action.startsWith('read:')) return action.slice('read:'.length) as DataClass
  return action.startsWith('do:') ? null : 'P1'
}

/** The ownerKinds (`US-VA/NONE`) whose owner authorises this viewer, for this purpose, to have this class. */
export function authorizedFor(
  viewer: PolicyViewer,
  facts: RequestFacts,
  dataClass: DataClass | null,
): ReadonlySet<string> {
  const ownerKinds = new Set<string>()
  if (dataClass === null) return ownerKinds
  for (const authorization of facts.authorizations) {
    if (!authorization.classes.includes(dataClass) || !authorization.purposes.includes(facts.purpose)) continue
    if (!names(authorization, viewer)) continue
    const kinds = authorization.kinds.includes('*') ? ALL_KINDS : authorization.kinds
    for (const kind of kinds) ownerKinds.add(`${authorization.owner}/${kind}`)
  }
  return ownerKinds
}

function names({ recipients }: OwnerAuthorization, viewer: PolicyViewer): boolean {
  return (
    recipients.includes('*') ||
    recipients.includes(viewer.jurisdiction) ||
    recipients.includes(viewer.jurisdictionClass) ||
    (viewer.agency !== 'NONE' && recipients.includes(viewer.agency))
  )
}

/** The Cedar context of one action. `NONE` names no person, so nothing that lists persons holds it. */
export function contextFor(viewer: PolicyViewer, facts: RequestFacts, action: Action): RuleContext {
  return {
    purpose: facts.purpose,
    today: facts.today,
    sevenYearsAgo: yearsBefore(facts.today, 7),
    caseKind: facts.caseKind,
    caseLive: facts.caseLive,
    waiverCovers: facts.waiverCovers,
    granted: new Set(facts.granted.filter((record) => record !== 'NONE')),
    self: new Set(facts.self.filter((record) => record !== 'NONE')),
    authorized: authorizedFor(viewer, facts, classAsked(action)),
  }
}

const DAY = 86_400_000

/** 29 February of a year that has one is 1 March of a year that has none. */
function yearsBefore(today: EpochDay, years: number): EpochDay {
  const date = new Date(today * DAY)
  return date.setUTCFullYear(date.getUTCFullYear() - years) / DAY
}
