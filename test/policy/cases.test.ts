import { describe, expect, it } from 'vitest'
import { CASES } from './cases/index.js'
import { decideCase, nameOf } from './support/decide-case.js'

describe('cases about named people', () => {
  it.each(CASES.map((one) => [nameOf(one), one] as const))('%s', (_name, one) => {
    const { decision, grounds } = decideCase(one)
    expect({ effect: decision.effect, policy: decision.policy?.id ?? null }).toEqual(
      'allow' in one
        ? { effect: 'allow', policy: one.allow }
        : { effect: 'deny', policy: 'deny' in one ? one.deny : null },
    )
    if (one.spares) expect(grounds.map(({ policy }) => policy.id)).not.toContain(one.spares)
  })
})
