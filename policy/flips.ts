import type { Access } from './access.js'
import { caseKindOf } from './case-kinds.js'
import { changedRules } from './cell-changes.js'
import type { PolicySet } from './policy-set.js'
import type { RecordGroup, Recipient } from './preview.js'
import { ROLE_TERMS } from './purposes.js'
import type { Rule } from './rule.js'
import { JURISDICTION_CLASSES, ROLES } from './types.js'
import type {
  Action,
  EpochDay,
  JurisdictionClass,
  OwnerAuthorization,
  PolicyViewer,
  Purpose,
  RecordFacts,
  RecordType,
  Role,
} from './types.js'

/** Decisions about records that are other ones under another set of rules. Counts alone: no id, no name. */
export interface Flip {
  readonly ownerJurisdiction: string
  readonly recordType: RecordType
  /** `read:P4`, `know:Incident`, `match`. */
  readonly action: Action
  readonly role: Role
  readonly purpose: Purpose
  /** CLOSES: allowed before and not after. */
  readonly change: 'CLOSES' | 'OPENS'
  /** How those stand to the owner for whom it changes: OWN_AGENCY, OWN_JURISDICTION, DECIDING_AUTHORITY, a class elsewhere, a code. */
  readonly viewers: readonly string[]
  readonly records: number
}

export interface FlipQuestion {
  readonly before: PolicySet
  readonly after: PolicySet
  readonly day: EpochDay
  readonly authorizations: readonly OwnerAuthorization[]
  /** Whoever an authorization in force names by code or agency. */
  readonly recipients: readonly Recipient[]
}

/** The person of every record that is asked about, and of the case that opens it. */
export const ANY_PERSON = 'ANYBODY'
/** Belongs to no place in particular. */
const ELSEWHERE = 'ELSEWHERE'

type Standing = Pick<PolicyViewer, 'agency' | 'jurisdiction' | 'jurisdictionClass'> & { readonly title: string }
type Asked = readonly [Role, Purpose]

const ASKED: readonly Asked[] = ROLES.flatMap((role) =>
  ROLE_TERMS[role].purposes.map((purpose): Asked => [role, purpose]),
)

/**
 * Asks both sets about each group of records, for representative viewers of each role: the case is live, its waiver covers,
 * and it has opened the person of the record, so that what counts is what a rule of the owner takes away or gives.
 * Call `ask` with each group, then read `flips`.
 */
export function flipCounter(question: FlipQuestion): { ask(group: RecordGroup): void; flips(): Flip[] } {
  const counted = new Map<string, { flip: Omit<Flip, 'viewers' | 'records'>; viewers: Set<string>; records: number }>()
  const asking = accesses(question)
  const changed = changedRules(question.before, question.after, question.day)
  const actionsOn = touched(question.before, changed)

  function ask({ type, facts, records }: RecordGroup): void {
    if (!reaches(changed, facts)) return
    const actions = actionsOn(type)
    if (actions.length === 0) return
    for (const [role, purpose] of ASKED) {
      const here = new Map<string, { flip: Omit<Flip, 'viewers' | 'records'>; viewers: Set<string> }>()
      for (const standing of standingsOf(facts, question.recipients)) {
        const [before, after] = asking(role, purpose, standing)
        for (const action of actions) {
          const [was, is] = [open(before, action, type, facts), open(after, action, type, facts)]
          if (was === is) continue
          const change = was ? ('CLOSES' as const) : ('OPENS' as const)
          const key = `${facts.ownerJurisdiction}|${type}|${action}|${role}|${purpose}|${change}`
          const flip = { ownerJurisdiction: facts.ownerJurisdiction, recordType: type, action, role, purpose, change }
          const entry = here.get(key) ?? { flip, viewers: new Set<string>() }
          entry.viewers.add(standing.title)
          here.set(key, entry)
        }
      }
      // A record counts once, however many kinds of viewers it changes for.
      for (const [key, { flip, viewers }] of here) {
        const entry = counted.get(key) ?? { flip, viewers: new Set<string>(), records: 0 }
        for (const viewer of viewers) entry.viewers.add(viewer)
        entry.records += records
        counted.set(key, entry)
      }
    }
  }

  return {
    ask,
    flips: () =>
      [...counted]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { flip, viewers, records }]) => ({ ...flip, viewers: [...viewers].sort(), records })),
  }
}

function open(access: Access, action: Action, type: RecordType, facts: RecordFacts): boolean {
  if (!access.allows(action, type, facts)) return false
  return !action.startsWith('read:') || access.allows(`know:${type}`, type, facts)
}

/** A bundle's rule is asked of its own records alone: the lint of every load holds it to that. */
function reaches(changed: readonly Rule[], { ownerJurisdiction }: RecordFacts): boolean {
  return changed.some(({ bundle }) => bundle === null || bundle === ownerJurisdiction)
}

/** Of a type, what a changed rule can decide: whether it may be known, its classes, whether it is compared. */
function touched(set: PolicySet, changed: readonly Rule[]): (type: RecordType) => readonly Action[] {
  const known = new Map<RecordType, readonly Action[]>()
  return (type) => {
    const found = known.get(type)
    if (found) return found
    const rules = changed.filter((rule) => rule.type === null || rule.type === type)
    const decides = (action: string): boolean => rules.some((rule) => rule.actions.has(action))
    const actions = [...set.appliesTo].flatMap(([action, types]): Action[] => {
      // What is submitted is not there yet.
      if (action === 'store' || !types.includes(type)) return []
      // A class is read of a record that may be known of.
      const hangsOn = action.startsWith('read:') && decides(`know:${type}`)
      return decides(action) || hangsOn ? [action as Action] : []
    })
    known.set(type, actions)
    return actions
  }
}

function standingsOf(facts: RecordFacts, recipients: readonly Recipient[]): readonly Standing[] {
  const { ownerJurisdiction: jurisdiction, ownerClass: jurisdictionClass, ownerAgency, decidingAuthority } = facts
  const own = (title: string, agency: string): Standing => ({ title, agency, jurisdiction, jurisdictionClass })
  return [
    own('OWN_AGENCY', ownerAgency),
    own('DECIDING_AUTHORITY', decidingAuthority),
    own('OWN_JURISDICTION', ELSEWHERE),
    ...JURISDICTION_CLASSES.map((each: JurisdictionClass): Standing => ({
      title: each,
      agency: ELSEWHERE,
      jurisdiction: ELSEWHERE,
      jurisdictionClass: each,
    })),
    ...recipients.map(({ named, ...place }): Standing => ({ title: named, ...place })),
  ]
}

/** Both sets' accesses. Those of an owner's own people are kept while its records are asked about, one after the other. */
function accesses({ before, after, day, authorizations }: FlipQuestion) {
  const kept = new Map<string, readonly [Access, Access]>()
  const KEPT_MAX = 2_000
  return (role: Role, purpose: Purpose, standing: Standing): readonly [Access, Access] => {
    const { agency, jurisdiction, jurisdictionClass } = standing
    const key = `${role}|${purpose}|${agency}|${jurisdiction}|${jurisdictionClass}`
    const found = kept.get(key)
    if (found) return found
    const viewer = { subject: ANY_PERSON, agency, jurisdiction, jurisdictionClass, roles: [role], assurance: 3 }
    const facts = {
      purpose,
      today: day,
      caseKind: caseKindOf(purpose) ?? ('NONE' as const),
      caseLive: true,
      waiverCovers: true,
      granted: [ANY_PERSON],
      self: [ANY_PERSON],
      authorizations,
    }
    const made = [before.forRequest(viewer, facts), after.forRequest(viewer, facts)] as const
    if (kept.size >= KEPT_MAX) kept.clear()
    kept.set(key, made)
    return made
  }
}
