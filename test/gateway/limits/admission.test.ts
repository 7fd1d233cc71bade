import { describe, expect, test } from 'vitest'
import { Admission, type AdmissionOptions } from '../../../gateway/limits/admission.js'
import { LoopDelay } from '../../../gateway/limits/loop-delay.js'

/** Requests that ask to be let in, in this order; what became of each so far. */
function crowd(options: AdmissionOptions, size: number) {
  const admission = new Admission(options)
  const states: string[] = []
  const leaves: (() => void)[] = []
  const gone = Array.from({ length: size }, () => new AbortController())
  for (const [index, { signal }] of gone.entries()) {
    states[index] = 'waits'
    admission.enter(signal).then(
      (leave) => {
        states[index] = 'in'
        leaves[index] = leave
      },
      (error: { code?: string; message: string }) => (states[index] = error.code ?? error.message),
    )
  }
  const settled = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    return [...states]
  }
  return { admission, leaves, gone, settled }
}

describe('two are answered at once, two may wait', () => {
  const options = { concurrency: 2, queue: 2, patience: 60_000 }

  test('and the fifth is refused at once', async () => {
    const { admission, settled, leaves } = crowd(options, 5)
    expect(await settled()).toEqual(['in', 'in', 'waits', 'waits', 'OVERLOADED'])
    expect([admission.running, admission.waiting]).toEqual([2, 2])
    expect(() => admission.assertRoom()).toThrow(expect.objectContaining({ code: 'OVERLOADED' }) as Error)
    leaves[0]?.()
    // Twice, as `finish` and `close` do: one place becomes free, not two.
    leaves[0]?.()
    expect(await settled()).toEqual(['in', 'in', 'in', 'waits', 'OVERLOADED'])
    expect(() => admission.assertRoom()).not.toThrow()
    for (const leave of [1, 2]) leaves[leave]?.()
    await settled()
    leaves[3]?.()
    expect([admission.running, admission.waiting]).toEqual([0, 0])
  })

  test('who goes while waiting gives the place to the next', async () => {
    const { gone, settled, admission, leaves } = crowd(options, 4)
    gone[2]?.abort(new Error('went'))
    expect(await settled()).toEqual(['in', 'in', 'went', 'waits'])
    expect(admission.waiting).toBe(1)
    leaves[1]?.()
    expect(await settled()).toEqual(['in', 'in', 'went', 'in'])
  })

  test('nobody waits longer than the patience', async () => {
    const { admission } = crowd({ ...options, patience: 1 }, 2)
    await expect(admission.enter()).rejects.toMatchObject({ code: 'OVERLOADED' })
    expect(admission.waiting).toBe(0)
  })
})

test('an event loop that is late is given an eighth of the work until it has caught up', async () => {
  let lateness = 900
  const { settled, leaves } = crowd({ concurrency: 16, queue: 20, lateness: () => lateness }, 20)
  const inside = (states: readonly string[]) => states.filter((state) => state === 'in').length
  expect(inside(await settled())).toBe(2)
  lateness = 0
  leaves[0]?.()
  expect(inside(await settled())).toBe(1 + 16)
  for (const leave of leaves) leave()
})

test('lateness is what a timer is late, also while it has not run', () => {
  let now = 0
  const loop = new LoopDelay(() => now)
  loop.stop()
  now = 50
  loop.look()
  expect(loop.milliseconds()).toBe(0)
  now = 700
  expect(loop.milliseconds()).toBe(600)
  loop.look()
  now = 720
  expect(loop.milliseconds()).toBe(600)
  now = 750
  loop.look()
  expect(loop.milliseconds()).toBe(0)
})
