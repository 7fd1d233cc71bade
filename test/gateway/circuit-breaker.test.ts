import { describe, expect, it } from 'vitest'
import { CircuitBreaker } from '../../gateway/circuit-breaker.js'

function broken() {
  const clock = { now: 0 }
  const breaker = new CircuitBreaker(() => clock.now)
  for (let i = 0; i < 5; i++) breaker.failed()
  return { breaker, clock }
}

describe('the circuit breaker', () => {
  it('leaves a subgraph alone after five failures in a row, for five seconds', () => {
    const { breaker, clock } = broken()
    expect(breaker.admits()).toBe(false)
    clock.now = 4_999
    expect(breaker.admits()).toBe(false)
    clock.now = 5_000
    expect(breaker.admits()).toBe(true)
  })

  it('lets one request try, and the others wait for what comes of it', () => {
    const { breaker, clock } = broken()
    clock.now = 5_000
    expect([breaker.admits(), breaker.admits()]).toEqual([true, false])
    breaker.failed()
    clock.now = 9_999
    expect(breaker.admits()).toBe(false)
    clock.now = 10_000
    expect(breaker.admits()).toBe(true)
    breaker.succeeded()
    expect([breaker.admits(), breaker.admits()]).toEqual([true, true])
  })

  it('counts failures in a row only', () => {
    const breaker = new CircuitBreaker(() => 0)
    for (let i = 0; i < 20; i++) {
      breaker.failed()
      if (i % 4 === 3) breaker.succeeded()
    }
    expect(breaker.admits()).toBe(true)
  })
})
