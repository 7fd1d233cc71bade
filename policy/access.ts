import { classAsked, contextFor } from './authorized.js'
import type { RuleContext } from './attributes.js'
import { CLASS_TEXTS } from './classes.js'
import { compile } from './evaluate.js'
import type { Test } from './evaluate.js'
import { fold } from './fold.js'
import type { Predicate, RowScope } from './predicate.js'
import type { Rule } from './rule.js'
import { FALSE, and, isConst, not, or } from './simplify.js'
import type {
  Action,
  DataClass,
  Decision,
  PolicyHead,
  PolicyViewer,
  RecordFacts,
  RecordType,
  RequestFacts,
  ViewerAction,
} from './types.js'
import { HUB_TYPE } from './vocabulary.js'

export type ScopeAction = 'match' | `know:${RecordType}` | `read:${DataClass}`

/** The rules in effect that can decide an action on a type, in the order in which they are asked. */
export type Slice = (
  action: Action,
  type: string,
) => { readonly permits: readonly Rule[]; readonly forbids: readonly Rule[] }

/** What one viewer may do with one request's facts. Immutable; decisions are compiled on first use and kept. */
export interface Access {
  /** The rows of a type on which the viewer may do this. */
  scope(action: ScopeAction, type: RecordType): RowScope
  /** The rows that a filter or sort by fields of these classes may look at: known, and each class readable. */
  scopeForFilter(type: RecordType, classes: readonly DataClass[]): RowScope
  decide(action: Action, type: RecordType, facts: RecordFacts): Decision
  allows(action: Action, type: RecordType, facts: RecordFacts): boolean
  decideViewer(action: ViewerAction): Decision
  /** Each rule that can decide, with what it asks of the record once viewer and request are put in. */
  residuals(action: Action, type: RecordType | typeof HUB_TYPE): readonly Residual[]
}

export interface Residual {
  readonly rule: Rule
  readonly predicate: Predicate
}

interface Judgement extends Residual {
  readonly test: Test
  readonly decision: Decision
}

interface Compiled {
  readonly permits: readonly Judgement[]
  /** Those that can speak of a record of this jurisdiction. */
  readonly forbidsOf: (owner: string) => readonly Judgement[]
  readonly scope: RowScope
  readonly otherwise: Decision
}

export function createAccess(slice: Slice, viewer: PolicyViewer, facts: RequestFacts): Access {
  const compiled = new Map<string, Compiled>()
  const contexts = new Map<DataClass | null, RuleContext>()

  function contextOf(action: Action): RuleContext {
    const key = classAsked(action)
    const found = contexts.get(key) ?? contextFor(viewer, facts, action)
    contexts.set(key, found)
    return found
  }

  function residualsOf(rules: readonly Rule[], action: Action, type: string): Residual[] {
    const known = { viewer, context: contextOf(action), type }
    return rules.map((rule) => ({ rule, predicate: fold(rule.condition, known) }))
  }

  function compiledFor(action: Action, type: string): Compiled {
    const key = `${action} ${type}`
    const found = compiled.get(key)
    if (found) return found
    const { permits, forbids } = slice(action, type)
    const made = judge(action, residualsOf(permits, action, type), residualsOf(forbids, action, type))
    compiled.set(key, made)
    return made
  }

  function decide(action: Action, type: string, record: RecordFacts): Decision {
    const { forbidsOf, permits, otherwise } = compiledFor(action, type)
    for (const forbid of forbidsOf(record.ownerJurisdiction)) if (forbid.test(record)) return forbid.decision
    for (const permit of permits) if (permit.test(record)) return permit.decision
    return otherwise
  }

  return {
    scope: (action, type) => compiledFor(action, type).scope,
    scopeForFilter: (type, classes) =>
      toScope(
        and([
          compiledFor(`know:${type}`, type).scope.predicate,
          ...classes.map((dataClass) => compiledFor(`read:${dataClass}`, type).scope.predicate),
        ]),
      ),
    decide,
    allows: (action, type, record) => decide(action, type, record).effect === 'allow',
    decideViewer: (action) => decide(action, HUB_TYPE, NO_RECORD),
    residuals: (action, type) => {
      const { permits, forbids } = slice(action, type)
      return residualsOf([...forbids, ...permits], action, type)
    },
  }
}

/** The schema gives `Hub` no attributes, so that no rule that decides on it reads a record. */
const NO_RECORD = {} as RecordFacts

function toScope(predicate: Predicate): RowScope {
  return { predicate } as RowScope
}

function judge(action: Action, permits: readonly Residual[], forbids: readonly Residual[]): Compiled {
  const live = ({ predicate }: Residual): boolean => !isConst(predicate, false)
  const judgement = (residual: Residual, decision: Decision): Judgement => ({
    ...residual,
    test: compile(residual.predicate),
    decision,
  })
  const permitted = or(permits.map(({ predicate }) => predicate))
  const forbidden = or(forbids.map(({ predicate }) => predicate))
  return {
    permits: permits.filter(live).map((residual) => judgement(residual, allow(residual.rule.head))),
    forbidsOf: byOwner(forbids.filter(live).map((residual) => judgement(residual, deny(action, residual.rule.head)))),
    scope: toScope(isConst(permitted, false) ? FALSE : and([permitted, not(forbidden)])),
    otherwise: unpermitted(
      action,
      permits.map(({ rule }) => rule),
    ),
  }
}

/**
 * The forbids by whose record is asked about, in their order: the baseline's, and those of the owner's own bundle, which
 * can hold for no other's (bundle.ts). With hundreds of bundle rules a decision asks a dozen of them, not all.
 */
function byOwner(forbids: readonly Judgement[]): Compiled['forbidsOf'] {
  const baseline = forbids.filter(({ rule }) => rule.bundle === null)
  const bundles = new Set(forbids.map(({ rule }) => rule.bundle))
  const kept = new Map<string, readonly Judgement[]>()
  return (owner) => {
    const found = kept.get(owner)
    if (found) return found
    if (!bundles.has(owner)) return baseline
    const own = forbids.filter(({ rule }) => rule.bundle === null || rule.bundle === owner)
    kept.set(owner, own)
    return own
  }
}

function allow(policy: PolicyHead): Decision {
  return { effect: 'allow', policy, sentence: `${policy.title}.` }
}

export function deny(action: Action, policy: PolicyHead): Decision {
  return { effect: 'deny', policy, sentence: policy.revealsReason ? `${policy.title}.` : generic(action) }
}

function generic(action: Action): string {
  const dataClass = classAsked(action)
  return dataClass === null
    ? 'This operation is not open to this viewer for this purpose.'
    : CLASS_TEXTS[dataClass].withheld
}

/** An operation's denial is the same for every record, so it may say whom the operation is open to. */
function whomItIsOpenTo(action: Action, permits: readonly Rule[]): string {
  if (!action.startsWith('do:')) return generic(action)
  const open = permits.map(({ head }) => `${head.title} (${head.id}).`)
  return [generic(action), ...open].join(' ')
}

/** What is said where no policy permits. */
export function unpermitted(action: Action, permits: readonly Rule[]): Decision {
  return { effect: 'deny', policy: null, sentence: whomItIsOpenTo(action, permits) }
}
