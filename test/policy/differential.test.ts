import { describe, expect, it } from 'vitest'
import { evaluate, explain, explainViewer } from '../../policy/index.js'
import type { Explanation, ViewerAction } from '../../policy/index.js'
import type { ScopeAction } from '../../policy/index.js'
import { balanced } from './support/balanced.js'
import { cedar } from './support/cedar.js'
import type { Verdict } from './support/cedar.js'
import { FILES, POLICIES } from './support/policy.js'
import { seeded } from './support/random.js'
import type { Sample } from './support/sample.js'

const SEED = Number(process.env['COMITY_TEST_SEED'] ?? 13929)
const SAMPLES = Number(process.env['COMITY_TEST_SAMPLES'] ?? 4000)

function ours({ viewer, request, action, type, facts }: Sample): Explanation {
  const access = POLICIES.forRequest(viewer, request)
  return type === 'Hub' ? explainViewer(access, action as ViewerAction) : explain(access, action, type, facts)
}

function verdictOf({ decision, grounds }: Explanation): Verdict {
  return { effect: decision.effect, reason: grounds.map(({ policy }) => policy.id).sort() }
}

function same(a: Verdict, b: Verdict): boolean {
  return a.effect === b.effect && a.reason.join() === b.reason.join()
}

const random = seeded(SEED)
const oracle = cedar(FILES, POLICIES)
const next = balanced(random)
const samples = Array.from({ length: SAMPLES }, next)
const verdicts = samples.map(oracle)

describe(`the fold against Cedar's own evaluator (seed ${SEED}, ${SAMPLES} samples)`, () => {
  it('agrees on the effect and on every policy that determined it', () => {
    const differing = samples.filter((one, index) => !same(verdictOf(ours(one)), verdicts[index] as Verdict))
    expect(differing.slice(0, 1)).toEqual([])
  })

  it('names one of the determining policies', () => {
    const misnamed = samples.filter((one, index) => {
      const named = ours(one).decision.policy?.id
      const { reason } = verdicts[index] as Verdict
      return named === undefined ? reason.length > 0 : !reason.includes(named)
    })
    expect(misnamed.slice(0, 1)).toEqual([])
  })

  it('lists the rows that it allows, one by one', () => {
    const differing = samples.filter(({ viewer, request, action, type, facts }) => {
      if (type === 'Hub' || action === 'store') return false
      const access = POLICIES.forRequest(viewer, request)
      const { predicate } = access.scope(action as ScopeAction, type)
      return evaluate(predicate, facts) !== access.allows(action, type, facts)
    })
    expect(differing.slice(0, 1)).toEqual([])
  })

  it('is not vacuous: every policy determines at least 1 % of the samples, and 5 to 60 % are allowed', () => {
    const share = (count: number): number => count / SAMPLES
    const rare = POLICIES.heads
      .map(({ id }) => [id, share(verdicts.filter(({ reason }) => reason.includes(id)).length)] as const)
      .filter(([, part]) => part < 0.01)
    expect(rare).toEqual([])
    const allowed = share(verdicts.filter(({ effect }) => effect === 'allow').length)
    expect(allowed).toBeGreaterThan(0.05)
    expect(allowed).toBeLessThan(0.6)
  })
})
