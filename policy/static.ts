import { deny, unpermitted } from './access.js'
import type { Slice } from './access.js'
import type { ViewerAttribute } from './attributes.js'
import { possible } from './possible.js'
import type { PartlyKnown } from './possible.js'
import type { Rule } from './rule.js'
import type { Action, Decision, EpochDay, PolicyViewer, Purpose, RecordType } from './types.js'
import type { HUB_TYPE } from './vocabulary.js'

/** What is certain of a request before anything is fetched: not its case, nor what the case or an owner has opened. */
export interface Moment {
  readonly purpose: Purpose
  readonly today: EpochDay
}

/**
 * What can be said of an action before there is a record. `ALLOW` and `DENY` hold for every record of the type, whatever
 * case, grants and authorizations turn out to be; `DENY` carries the decision that is shown for each of them. `ROW` is
 * everything else.
 */
export type StaticDecision = { readonly kind: 'ALLOW' | 'ROW' } | { readonly kind: 'DENY'; readonly decision: Decision }

export interface StaticAccess {
  decide(action: Action, type: RecordType | typeof HUB_TYPE): StaticDecision
}

const ALLOW: StaticDecision = { kind: 'ALLOW' }
const ROW: StaticDecision = { kind: 'ROW' }

/** Decisions before planning (design.md, "A request's way" step 3). Immutable; each is made on first use and kept. */
export function createStaticAccess(slice: Slice, viewer: PolicyViewer, moment: Moment): StaticAccess {
  const decided = new Map<string, StaticDecision>()
  return {
    decide(action, type) {
      const key = `${action} ${type}`
      const found = decided.get(key) ?? decideStatically(slice(action, type), action, knownOf(viewer, moment, type))
      decided.set(key, found)
      return found
    },
  }
}

function decideStatically({ permits, forbids }: ReturnType<Slice>, action: Action, known: PartlyKnown): StaticDecision {
  const canFire = (rule: Rule) => possible(rule.condition, known) !== false
  const fires = (rule: Rule) => possible(rule.condition, known) === true
  const forbidding = forbids.filter(canFire)
  const surely = forbidding.findIndex(fires)
  // The first forbid that holds is the one that is named; what comes after one that always holds is never asked.
  const denials = (surely < 0 ? forbidding : forbidding.slice(0, surely + 1)).map(({ head }) => deny(action, head))
  if (surely >= 0) return alike(denials)
  if (!permits.some(canFire)) return alike([...denials, unpermitted(action, permits)])
  return forbidding.length === 0 && permits.some(fires) ? ALLOW : ROW
}

/** Every record is denied by one of these: a DENY where the viewer is told the same of each. */
function alike(denials: readonly Decision[]): StaticDecision {
  const last = denials.at(-1)
  return last && denials.every((decision) => isShownAs(decision, last)) ? { kind: 'DENY', decision: last } : ROW
}

/** A policy that does not reveal its reason is named to nobody, so that two of them are told apart by nobody. */
function isShownAs(a: Decision, b: Decision): boolean {
  return a.sentence === b.sentence && shownPolicy(a) === shownPolicy(b)
}

function shownPolicy({ policy }: Decision): string | null {
  return policy?.revealsReason ? policy.id : null
}

function knownOf(viewer: PolicyViewer, { purpose, today }: Moment, type: string): PartlyKnown {
  const known = { purpose, today }
  return {
    type,
    scalar: (term) => {
      if (term.from === 'viewer') return viewer[term.name as Exclude<ViewerAttribute, 'roles'>]
      return term.from === 'context' && Object.hasOwn(known, term.name) ? known[term.name as keyof typeof known] : null
    },
    set: (term) => (term.from === 'viewer' ? viewer[term.name as 'roles'] : null),
  }
}
