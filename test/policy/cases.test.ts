import { describe, expect, it } from 'vitest'
import { CASES } from './cases/index.js'
import { decideCase, expectedOf, nameOf, outcomeOf } from './support/decide-case.js'

describe('cases about named people', () => {
  it.each(CASES.map((one) => [nameOf(one), one] as const))('%s', (_name, one) => {
    const explanation = decideCase(one)
    expect(outcomeOf(explanation)).toEqual(expectedOf(one))
    if (one.spares) expect(explanation.grounds.map(({ policy }) => policy.id)).not.toContain(one.spares)
  })
})
