import { describe, expect, it } from 'vitest'
import { evaluate } from '../../policy/index.js'
import type { Predicate } from '../../policy/index.js'
import { FALSE, TRUE, and, meets, not, or, within } from '../../policy/simplify.js'
import { seeded } from './support/random.js'
import { sample } from './support/sample.js'

const random = seeded(13929)
const records = Array.from({ length: 40 }, () => sample(random).facts)

const LEAVES: readonly Predicate[] = [
  TRUE,
  FALSE,
  { op: 'eq', fact: 'sealed', value: true },
  { op: 'eq', fact: 'admitted', value: false },
  within('stage', ['FINAL', 'NONE']),
  within('kind', ['NONE']),
  within('nexus', []),
  meets('namedOwners', ['US-VA', 'US-IA']),
  { op: 'lt', fact: 'validFrom', value: records[0]?.validFrom ?? 0 },
]

function tree(depth: number): Predicate {
  if (depth === 0 || random.chance(0.2)) return random.pick(LEAVES)
  if (random.chance(0.4)) return not(tree(depth - 1))
  return (random.chance(0.5) ? and : or)(Array.from({ length: random.pick([0, 1, 2, 3]) }, () => tree(depth - 1)))
}

describe('a simplified condition says the same', () => {
  it('as its parts joined, or denied, for every record', () => {
    for (let round = 0; round < 500; round++) {
      const parts = [tree(3), tree(3)]
      for (const facts of records) {
        const [left, right] = parts.map((part) => evaluate(part, facts))
        expect(evaluate(not(parts[0] as Predicate), facts)).toBe(!left)
        expect(evaluate(and(parts), facts)).toBe(left && right)
        expect(evaluate(or(parts), facts)).toBe(left || right)
      }
    }
  })

  it('not not is nothing; nothing joined is true, of nothing one is false', () => {
    const stage = within('stage', ['FINAL', 'NONE'])
    expect(not(not(stage))).toEqual(stage)
    expect([and([]), or([]), within('stage', []), meets('namedOwners', [])]).toEqual([TRUE, FALSE, FALSE, FALSE])
  })
})
