import { describe, expect, it } from 'vitest'
import { STEADY_STEP, steadily, type Timer } from '../../../../subgraphs/officers/check/steadily.js'

/** Time passes only by work and by sleep. */
class StandingTimer implements Timer {
  private at = 1_000
  now(): number {
    return this.at
  }
  sleep(milliseconds: number): Promise<void> {
    expect(milliseconds).toBeGreaterThanOrEqual(0)
    this.at += milliseconds
    return Promise.resolve()
  }
}

async function answeredAfter(work: number, fails = false): Promise<number> {
  const timer = new StandingTimer()
  const began = timer.now()
  const answer = steadily(async () => {
    await timer.sleep(work)
    if (fails) throw new Error('no database')
    return 'found'
  }, timer)
  if (fails) await expect(answer).rejects.toThrow('no database')
  else expect(await answer).toBe('found')
  return timer.now() - began
}

describe('a search answers at a whole number of steps', () => {
  it.each([
    { what: 'that steps over nobody', work: 18, steps: 1 },
    { what: 'that steps over a hidden record', work: 18.015, steps: 1 },
    { what: 'that steps over a thousand hidden records', work: 34, steps: 1 },
    { what: 'that takes a step to the dot', work: STEADY_STEP, steps: 1 },
    { what: 'that takes longer than a step', work: STEADY_STEP + 0.25, steps: 2 },
    { what: 'that takes many', work: 230, steps: 5 },
  ])('one $what: after $steps', async ({ work, steps }) => {
    expect(await answeredAfter(work)).toBe(steps * STEADY_STEP)
  })

  it('and one that fails does so no sooner', async () => {
    expect(await answeredAfter(3, true)).toBe(STEADY_STEP)
  })
})
