import { describe, expect, it } from 'vitest'
import { PlanCache } from '../../gateway/plan-cache.js'

type Plan = Parameters<PlanCache['set']>[1]
const plan = (size: number): Plan => ({ kind: 'QueryPlan', note: 'x'.repeat(size) }) as unknown as Plan
const BYTES = Buffer.byteLength(JSON.stringify(plan(0)))

describe('query plans that are kept', () => {
  it('are found again, and counted', async () => {
    const plans = new PlanCache(1_000)
    const kept = plan(10)
    expect(await plans.get('a')).toBeUndefined()
    await plans.set('a', kept)
    expect(await plans.get('a')).toBe(kept)
    expect(plans.counts).toEqual({ hits: 1, misses: 1, entries: 1, bytes: BYTES + 10 })
  })

  it('never weigh more than they may: those used longest ago go', async () => {
    const plans = new PlanCache(3 * (BYTES + 10))
    for (const key of ['a', 'b', 'c']) await plans.set(key, plan(10))
    await plans.get('a')
    await plans.set('d', plan(10))
    expect(plans.counts).toMatchObject({ entries: 3, bytes: 3 * (BYTES + 10) })
    expect(await plans.get('b')).toBeUndefined()
    expect(await plans.get('a')).toBeDefined()
  })

  it('do not hold one that is larger than all may be', async () => {
    const plans = new PlanCache(100)
    await plans.set('a', plan(1_000))
    expect(plans.counts).toEqual({ hits: 0, misses: 0, entries: 0, bytes: 0 })
  })

  it('count a plan once that is put in twice, and nothing once they are dropped', async () => {
    const plans = new PlanCache(1_000)
    await plans.set('a', plan(10))
    await plans.set('a', plan(20))
    expect(plans.counts).toMatchObject({ entries: 1, bytes: BYTES + 20 })
    expect(await plans.delete('a')).toBe(true)
    expect(await plans.delete('a')).toBe(false)
    await plans.set('b', plan(1))
    plans.clear()
    expect(plans.counts).toMatchObject({ entries: 0, bytes: 0 })
  })
})
