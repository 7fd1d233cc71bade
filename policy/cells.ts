import { possible } from './possible.js'
import type { PartlyKnown } from './possible.js'
import type { PolicySet } from './policy-set.js'
import type { Rule } from './rule.js'
import type { Action, Purpose, Role } from './types.js'

/** What the policies say to one role, for one purpose, about one action. */
export interface Cell {
  /** Policies that can permit it, for some viewer of the role and some record. */
  readonly permits: readonly Rule[]
  /** Policies that can take it away again. */
  readonly narrows: readonly Rule[]
  /** Policies that always take it away: with one of these the cell is closed. */
  readonly closes: readonly Rule[]
}

/** The rules of a cell: all that are in force, or those in effect on one day. */
export type RulesAsked = Pick<PolicySet, 'rules' | 'appliesTo'>

/** Derived from the parsed conditions, with role and purpose put in and everything else left open. */
export function cell(set: RulesAsked, role: Role, purpose: Purpose, action: Action): Cell {
  const permits = new Set<Rule>()
  const narrows = new Set<Rule>()
  const closes = new Set<Rule>()
  for (const type of set.appliesTo.get(action) ?? []) {
    const rules = set.rules.filter((rule) => rule.actions.has(action) && (rule.type === null || rule.type === type))
    const speaks = rules.map((rule) => ({ rule, holds: possible(rule.condition, archetype(role, purpose, type)) }))
    const forbids = speaks.filter(({ rule, holds }) => rule.head.effect === 'forbid' && holds !== false)
    const closing = forbids.filter(({ holds }) => holds === true)
    for (const { rule } of closing) closes.add(rule)
    if (closing.length > 0) continue
    const open = speaks.filter(({ rule, holds }) => rule.head.effect === 'permit' && holds !== false)
    for (const { rule } of open) permits.add(rule)
    if (open.length > 0) for (const { rule } of forbids) narrows.add(rule)
  }
  const inOrder = (rules: ReadonlySet<Rule>): readonly Rule[] => set.rules.filter((rule) => rules.has(rule))
  return { permits: inOrder(permits), narrows: inOrder(narrows), closes: permits.size > 0 ? [] : inOrder(closes) }
}

/** Who is asked about in a cell: one role, one purpose, one type of record; everything else is open. */
function archetype(role: Role, purpose: Purpose, type: string): PartlyKnown {
  return {
    type,
    scalar: ({ from, name }) => (from === 'context' && name === 'purpose' ? purpose : null),
    set: ({ from, name }) => (from === 'viewer' && name === 'roles' ? [role] : null),
  }
}
