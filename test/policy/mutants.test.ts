import { describe, expect, it } from 'vitest'
import { loadPolicySet } from '../../policy/index.js'
import { noticing, withoutPolicy } from './support/mutants.js'
import { FILES, POLICIES } from './support/policy.js'

describe('a policy that is taken out of its file', () => {
  it('is missed by a case, each of them', () => {
    const unnoticed = POLICIES.rules.filter((rule) => {
      const set = loadPolicySet(withoutPolicy(FILES, rule))
      expect(set.rules).toHaveLength(POLICIES.rules.length - 1)
      return noticing(({ viewer, facts }) => set.forRequest(viewer, facts)) === undefined
    })
    expect(unnoticed.map(({ head }) => head.id)).toEqual([])
  })
})
