import { describe, expect, it } from 'vitest'
import { FIELDS } from '../../policy/index.js'
import { CASES } from './cases/index.js'
import { typeOf } from './support/decide-case.js'
import { freeTextBelowP5, unclassified } from './support/coordinates.js'
import { POLICIES } from './support/policy.js'

describe('every policy has a case that it decides and one that it leaves alone', () => {
  it.each(POLICIES.rules.map((rule) => [rule.head.id, rule] as const))('%s', (id, rule) => {
    const decided = CASES.filter((one) => ('allow' in one && one.allow === id) || ('deny' in one && one.deny === id))
    expect(decided, `${id} decides no case: add one to test/policy/cases`).not.toHaveLength(0)
    const always = rule.condition.op === 'and' && rule.condition.of.length === 0
    const spared = CASES.filter((one) => one.spares === id).filter(
      (one) => always || (rule.actions.has(one.action) && (rule.type === null || rule.type === typeOf(one))),
    )
    expect(spared, `${id} leaves no case alone of those on which it could speak`).not.toHaveLength(0)
  })

  it('names policies that exist', () => {
    const ids = new Set(POLICIES.heads.map(({ id }) => id))
    const named = CASES.flatMap((one) => [
      ...('allow' in one ? [one.allow] : 'deny' in one ? [one.deny] : []),
      ...(one.spares ? [one.spares] : []),
    ])
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('every field is in exactly one class', () => {
  it('has nothing unclassified in the table itself', () => {
    expect(unclassified(Object.keys(FIELDS))).toEqual([])
  })

  it('names a field that nobody classified', () => {
    expect(unclassified(['Officer.name', 'Officer.shoeSize', 'OfficerConnection.edges', 'PageInfo.endCursor'])).toEqual(
      ['Officer.shoeSize'],
    )
  })

  it('keeps free text in P5 or higher', () => {
    expect(freeTextBelowP5(Object.keys(FIELDS))).toEqual([])
  })
})
