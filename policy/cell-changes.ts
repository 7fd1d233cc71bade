import { cell } from './cells.js'
import type { Cell, RulesAsked } from './cells.js'
import type { PolicySet } from './policy-set.js'
import type { Rule } from './rule.js'
import { DATA_CLASSES, OPERATIONS, PURPOSES, RECORD_TYPES, ROLES } from './types.js'
import type { Action, EpochDay, Purpose, Role } from './types.js'

/** Ids of the policies of one cell, in the order in which they are asked. */
export interface CellPolicies {
  readonly permits: readonly string[]
  /** Can take it away again. */
  readonly narrows: readonly string[]
  /** Always take it away. */
  readonly closes: readonly string[]
}

/** A cell of the matrix in which something else holds than before. */
export interface CellChange {
  readonly role: Role
  readonly purpose: Purpose
  readonly action: Action
  readonly before: CellPolicies
  readonly after: CellPolicies
  /** Policies of the cell, before and after, that ask something else now. */
  readonly rewritten: readonly string[]
}

/** Policies by id. */
export interface PolicyChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Another condition, effect, action or type. */
  readonly rewritten: readonly string[]
  /** Another title, citation or date: decides as before. */
  readonly relabelled: readonly string[]
}

export interface MatrixChanges {
  readonly policies: PolicyChanges
  readonly cells: readonly CellChange[]
}

/** Every action that the matrix has a column for. */
export const MATRIX_ACTIONS: readonly Action[] = [
  ...DATA_CLASSES.map((dataClass): Action => `read:${dataClass}`),
  ...RECORD_TYPES.map((type): Action => `know:${type}`),
  'match',
  'store',
  ...OPERATIONS.map((operation): Action => `do:${operation}`),
]

/** What one set of policies does that another does not, cell by cell, as both are in effect on a day. */
export function matrixChanges(before: PolicySet, after: PolicySet, day: EpochDay): MatrixChanges {
  const [was, is] = [on(before, day), on(after, day)]
  const policies = policyChanges(was.rules, is.rules)
  const { added, removed, rewritten } = policies
  if (added.length + removed.length + rewritten.length === 0) return { policies, cells: [] }
  // An action more or less is a cell more or less: in the other cells of the policy nothing changes.
  const otherwise = differing(was.rules, is.rules, conditionOf)
  const cells = ROLES.flatMap((role) =>
    PURPOSES.flatMap((purpose) =>
      MATRIX_ACTIONS.flatMap((action): readonly CellChange[] => {
        const sides = [idsOf(cell(was, role, purpose, action)), idsOf(cell(is, role, purpose, action))] as const
        const [here, there] = sides
        const spoken = new Set(sides.flatMap(({ permits, narrows, closes }) => [...permits, ...narrows, ...closes]))
        const changed = otherwise.filter((id) => spoken.has(id))
        if (changed.length === 0 && JSON.stringify(here) === JSON.stringify(there)) return []
        return [{ role, purpose, action, before: here, after: there, rewritten: changed }]
      }),
    ),
  )
  return { policies, cells }
}

/** The rules of either set that the other does not have in effect on the day, or has with another meaning. */
export function changedRules(before: PolicySet, after: PolicySet, day: EpochDay): readonly Rule[] {
  const [was, is] = [before.rulesOn(day), after.rulesOn(day)]
  const key = (rule: Rule): string => `${rule.head.id} ${meaningOf(rule)}`
  const [keysBefore, keysAfter] = [new Set(was.map(key)), new Set(is.map(key))]
  return [...was.filter((rule) => !keysAfter.has(key(rule))), ...is.filter((rule) => !keysBefore.has(key(rule)))]
}

function on(set: PolicySet, day: EpochDay): RulesAsked {
  return { rules: set.rulesOn(day), appliesTo: set.appliesTo }
}

function idsOf({ permits, narrows, closes }: Cell): CellPolicies {
  const ids = (rules: readonly Rule[]): readonly string[] => rules.map(({ head }) => head.id)
  return { permits: ids(permits), narrows: ids(narrows), closes: ids(closes) }
}

/** What a rule asks where it speaks; where it stands, and comments within it, decide nothing. */
function conditionOf({ head, type, condition }: Rule): string {
  return JSON.stringify([head.effect, head.revealsReason, type, condition])
}

function meaningOf(rule: Rule): string {
  return JSON.stringify([conditionOf(rule), [...rule.actions].sort()])
}

function labelOf({ head, effectiveFrom, effectiveUntil, source }: Rule): string {
  return JSON.stringify([head.title, head.citation, effectiveFrom, effectiveUntil, source])
}

/** Ids of the policies that are in both, and of which `of` is not the same. */
function differing(before: readonly Rule[], after: readonly Rule[], of: (rule: Rule) => string): readonly string[] {
  const is = byId(after)
  return [...byId(before)].flatMap(([id, rule]) => {
    const other = is.get(id)
    return other && of(rule) !== of(other) ? [id] : []
  })
}

function policyChanges(before: readonly Rule[], after: readonly Rule[]): PolicyChanges {
  const [was, is] = [byId(before), byId(after)]
  const rewritten = differing(before, after, meaningOf)
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    rewritten,
    relabelled: differing(before, after, labelOf).filter((id) => !rewritten.includes(id)),
  }
}

function byId(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  const sorted = [...rules].sort((a, b) => a.head.id.localeCompare(b.head.id, 'en', { numeric: true }))
  return new Map(sorted.map((rule) => [rule.head.id, rule]))
}
