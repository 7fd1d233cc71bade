import type { Condition, Term } from '../../../policy/condition.js'
import { createAccess } from '../../../policy/access.js'
import { sliceOf } from '../../../policy/policy-set.js'
import type { Rule } from '../../../policy/index.js'
import { CASES } from '../cases/index.js'
import type { Case } from '../cases/case.js'
import { decideCase, expectedOf, outcomeOf, typeOf } from './decide-case.js'
import type { AccessFor } from './decide-case.js'
import { POLICIES } from './policy.js'

/** A rule with one thing taken out of its condition. `without` says what, for whoever reads the failure. */
export interface Mutant {
  readonly rule: Rule
  readonly without: string
}

/** Every rule that results from leaving out one part of an `&&` or `||`, or one element of a list. */
export function mutantsOf(rule: Rule): Mutant[] {
  return variants(rule.condition).map(([condition, without]) => ({ rule: { ...rule, condition }, without }))
}

type Variant<T> = readonly [T, string]

function variants(condition: Condition): Variant<Condition>[] {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const { op } = condition
      const of = flattened(condition)
      const left =
        of.length > 1 ? of.map((part, at): Variant<Condition> => [{ op, of: dropped(of, at) }, said(part)]) : []
      const deeper = of.flatMap((part, at) =>
        variants(part).map(([changed, without]): Variant<Condition> => [{ op, of: of.with(at, changed) }, without]),
      )
      return [...left, ...deeper]
    }
    case 'not':
      return variants(condition.of).map(([of, without]) => [{ op: 'not', of }, without])
    case 'contains':
      return shortened(condition.set).map(([set, without]) => [{ ...condition, set }, without])
    case 'containsAny':
      return shortened(condition.term).map(([term, without]) => [{ ...condition, term }, without])
    default:
      return []
  }
}

/** The parts of a chain of the same operator: `a && b && c` is three, not two. */
function flattened(condition: Extract<Condition, { op: 'and' | 'or' }>): readonly Condition[] {
  return condition.of.flatMap((part) => (part.op === condition.op ? flattened(part) : [part]))
}

function shortened(term: Term): Variant<Term>[] {
  if (term.from !== 'list') return []
  return term.of.map((element, at) => [{ ...term, of: dropped(term.of, at) }, `${saidTerm(element)} of a list`])
}

function dropped<T>(parts: readonly T[], at: number): readonly T[] {
  return parts.filter((_, index) => index !== at)
}

function said(condition: Condition): string {
  switch (condition.op) {
    case 'const':
      return String(condition.value)
    case 'and':
    case 'or':
      return `(${condition.of.map(said).join(condition.op === 'and' ? ' && ' : ' || ')})`
    case 'not':
      return `!${said(condition.of)}`
    case 'if':
      return 'if …'
    case 'truth':
      return saidTerm(condition.term)
    case 'isType':
      return `is ${condition.type}`
    case 'contains':
    case 'containsAny':
      return `${saidTerm(condition.set)} ${condition.op} ${saidTerm(condition.term)}`
    default:
      return `${saidTerm(condition.left)} ${condition.op} ${saidTerm(condition.right)}`
  }
}

function saidTerm(term: Term): string {
  if (term.from === 'literal') return JSON.stringify(term.value)
  return term.from === 'list' ? `[${term.of.map(saidTerm).join(', ')}]` : `${term.from} ${term.name}`
}

/** The first case whose effect or deciding policy, or what it says is left alone, is another under these rules. */
export function noticing(accessFor: AccessFor, cases: readonly Case[] = CASES): Case | undefined {
  return cases.find((one) => {
    const explanation = decideCase(one, accessFor)
    const [expected, actual] = [expectedOf(one), outcomeOf(explanation)]
    const spoke = one.spares !== undefined && explanation.grounds.some(({ policy }) => policy.id === one.spares)
    return spoke || actual.effect !== expected.effect || actual.policy !== expected.policy
  })
}

/** The shipped rules with the mutant in the place of its original; asked of the cases on which the rule can speak. */
export function noticesMutant({ rule }: Mutant): Case | undefined {
  const rules = POLICIES.rules.map((one) => (one.head.id === rule.head.id ? rule : one))
  const slice = sliceOf(rules, POLICIES.appliesTo)
  const can = CASES.filter((one) => rule.actions.has(one.action) && (rule.type === null || rule.type === typeOf(one)))
  // The rule's own cases first: they are the likeliest to notice, and the first that does ends the search.
  const [own, others] = [can.filter((one) => isOf(one, rule)), can.filter((one) => !isOf(one, rule))]
  return noticing(({ viewer, facts }) => createAccess(slice, viewer, facts), [...own, ...others])
}

function isOf(one: Case, { head }: Rule): boolean {
  return expectedOf(one).policy === head.id || one.spares === head.id
}
