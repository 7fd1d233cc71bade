import { describe, expect, it } from 'vitest'
import { TextCache } from '../../../gateway/operations/text-cache.js'

describe('What clients register', () => {
  it('is bounded in number: what was asked for longest ago goes', () => {
    const cache = new TextCache({ count: 2, bytes: 100 })
    cache.set('a', 'A')
    cache.set('b', 'B')
    cache.get('a')
    cache.set('c', 'C')
    expect(['a', 'b', 'c'].map((hash) => cache.get(hash))).toEqual(['A', undefined, 'C'])
    expect(cache.size).toEqual({ count: 2, bytes: 2 })
  })

  it('and in bytes of UTF-8, whatever is registered', () => {
    const cache = new TextCache({ count: 1_000, bytes: 10 })
    for (let i = 0; i < 10_000; i++) cache.set(String(i), 'é')
    expect(cache.size).toEqual({ count: 5, bytes: 10 })
    cache.set('long', 'x'.repeat(11))
    expect(cache.size).toEqual({ count: 0, bytes: 0 })
  })

  it('counts a text once, however often it is registered', () => {
    const cache = new TextCache({ count: 2, bytes: 100 })
    cache.set('a', 'A')
    cache.set('a', 'A')
    expect(cache.size).toEqual({ count: 1, bytes: 1 })
  })
})
