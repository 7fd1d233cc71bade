import { describe, expect, it } from 'vitest'
import { createAccess } from '../../policy/access.js'
import { sliceOf } from '../../policy/policy-set.js'
import { mutantsOf, noticesMutant, noticing } from './support/mutants.js'
import { POLICIES } from './support/policy.js'

describe('a policy that is taken out', () => {
  it('is missed by a case, each of them', () => {
    const unnoticed = POLICIES.rules.filter((rule) => {
      const slice = sliceOf(
        POLICIES.rules.filter((one) => one !== rule),
        POLICIES.appliesTo,
      )
      return noticing(({ viewer, facts }) => createAccess(slice, viewer, facts)) === undefined
    })
    expect(unnoticed.map(({ head }) => head.id)).toEqual([])
  })
})

/** Said twice: a forbid holds the same, so that no decision can tell. Part -> the forbid. */
const SAID_TWICE: Readonly<Record<string, string>> = {
  'COM-3 without fact ownerAgency == viewer agency': 'CHK-1',
  'HIR-2 without fact ownerAgency == viewer agency': 'CHK-1',
  'MAT-1 without fact admitted': 'DP-2',
  'MAT-1 without !fact sealed': 'DP-1',
  'MAT-2 without !fact sealed': 'DP-1',
  'MAT-3 without !fact sealed': 'DP-1',
  'MAT-4 without !fact sealed': 'DP-1',
  'MAT-5 without fact admitted': 'DP-2',
  'MAT-5 without !fact sealed': 'DP-1',
  'PRO-3 without fact ownerAgency == viewer agency': 'CHK-1',
  'SUB-2 without context purpose == "hub:SELF"': 'CLS-10',
  'SUB-2 without context self contains fact subjectRecord': 'CLS-10',
}

describe('a condition without one of its parts', () => {
  it('is noticed by a case, unless a forbid says the same', () => {
    const mutants = POLICIES.rules.flatMap(mutantsOf)
    expect(mutants.length).toBeGreaterThan(150)
    const unnoticed = mutants.filter((mutant) => noticesMutant(mutant) === undefined)
    expect(unnoticed.map(({ rule, without }) => `${rule.head.id} without ${without}`)).toEqual(Object.keys(SAID_TWICE))
  })
})
