import { describe, expect, it } from 'vitest'
import { ReplayMemory } from '../../contract/replay-memory.js'

describe('the memory of used signatures', () => {
  it('knows an id until it expires', () => {
    const memory = new ReplayMemory()
    expect(memory.remember('a', 30, 0)).toBe(true)
    expect(memory.remember('a', 30, 29)).toBe(false)
  })

  it('refuses new ids when it is full of live ones, rather than forget one', () => {
    const memory = new ReplayMemory(2)
    memory.remember('a', 30, 0)
    memory.remember('b', 31, 1)
    expect(memory.remember('c', 32, 2)).toBe(false)
    expect(memory.remember('a', 30, 2)).toBe(false)
  })

  it('makes room as ids expire', () => {
    const memory = new ReplayMemory(2)
    memory.remember('a', 30, 0)
    memory.remember('b', 31, 1)
    expect(memory.remember('c', 60, 30)).toBe(true)
    expect(memory.remember('d', 61, 30)).toBe(false)
  })
})
