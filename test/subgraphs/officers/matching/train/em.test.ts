import { describe, expect, it } from 'vitest'
import { JUDGEMENT, MODEL } from '../../../../../subgraphs/officers/matching/model.js'
import { readModelFile } from '../../../../../subgraphs/officers/matching/model-file.js'
import { estimate, rates, type LevelVector, type Rates } from '../../../../../subgraphs/officers/matching/train/em.js'
import { createRng } from '../../../../../prisma/seed/rng.js'

const M: Rates = { name: { SAME: 0.9, OTHER: 0.1 }, date: { SAME: 0.8, NEAR: 0.15, OTHER: 0.05 } }
const U: Rates = { name: { SAME: 0.02, OTHER: 0.98 }, date: { SAME: 0.001, NEAR: 0.009, OTHER: 0.99 } }

/** Pairs drawn from known rates, of which a share is one person's; EM is not told which. */
function drawn(count: number, share: number): LevelVector[] {
  const rng = createRng('em')
  const draw = (levels: Readonly<Record<string, number>>): string => {
    let left = rng.next()
    return Object.entries(levels).find(([, rate]) => (left -= rate) < 0)?.[0] ?? 'OTHER'
  }
  return Array.from({ length: count }, () => {
    const of = rng.chance(share) ? M : U
    return { name: draw(of.name ?? {}), date: draw(of.date ?? {}) }
  })
}

describe('expectation-maximisation', () => {
  it('finds the rates that the pairs were drawn from, and the share, without being told which pairs are whose', () => {
    const seen = drawn(40_000, 0.03).map((vector) => ({ vector, shift: 0 }))
    const start: Rates = { name: { SAME: 0.7, OTHER: 0.3 }, date: { SAME: 0.5, NEAR: 0.3, OTHER: 0.2 } }
    const { m, share } = estimate({ seen, pairs: seen.length, u: U, start })
    expect(share).toBeCloseTo(0.03, 2)
    for (const [feature, levels] of Object.entries(M))
      for (const [level, rate] of Object.entries(levels)) expect(m[feature]?.[level]).toBeCloseTo(rate, 1)
  })

  it('rates of a feature add up to one; a level that is missing says nothing', () => {
    const vectors: LevelVector[] = [{ name: 'SAME', date: 'NEAR' }, { name: 'OTHER' }]
    for (const levels of Object.values(rates(vectors, M)))
      expect(Object.values(levels).reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(1, 9)
  })
})

describe('the shipped model', () => {
  const file = readModelFile()

  it('has each row of the judgement, and says of each what it rests on', () => {
    for (const [feature, levels] of Object.entries(JUDGEMENT)) {
      expect(Object.keys(file.levels[feature] ?? {}).sort()).toEqual(Object.keys(levels).sort())
      for (const { basis, m, u } of Object.values(file.levels[feature] ?? {}))
        expect([m !== undefined, u !== undefined]).toEqual([basis === 'EM', basis === 'EM'])
    }
  })

  it('no level is worth more than EXACT, agreement is never negative, difference never positive, absence neutral', () => {
    for (const [feature, levels] of Object.entries(MODEL.levels)) {
      for (const [name, { verdict, points }] of Object.entries(levels)) {
        const label = `${feature}.${name}`
        if (verdict === 'AGREE') expect(points, label).toBeGreaterThan(0)
        if (verdict === 'DIFFER') expect(points, label).toBeLessThan(0)
        if (verdict === 'ABSENT') expect(points, label).toBe(0)
        expect(points * 8, label).toBe(Math.round(points * 8))
      }
      const [first] = Object.values(levels)
      if (feature !== 'certificateNumber' && feature !== 'formerAgency')
        for (const { points } of Object.values(levels)) expect(points).toBeLessThanOrEqual(first?.points ?? 0)
    }
  })

  it('states the errors at its thresholds, of files and of checks, and on how many they were measured', () => {
    const { files, check } = file.errors
    const { wrong, missed } = files
    const { strangerLikely, strangerBack, notLikely } = check
    for (const { of } of [wrong, missed, strangerLikely, strangerBack, check.missed, notLikely])
      expect(of).toBeGreaterThan(1_000)
    expect(files.wrong.value).toBeLessThan(0.05)
    expect(files.missed.value).toBeLessThan(0.05)
    // What a check must not do more often: five strangers in a thousand back, one person in a hundred missed.
    expect(check.strangerBack.value).toBeLessThanOrEqual(0.005)
    expect(check.strangerLikely.value).toBeLessThanOrEqual(check.strangerBack.value)
    expect(check.missed.value).toBeLessThanOrEqual(0.01)
    expect(check.missed.value).toBeLessThanOrEqual(check.notLikely.value)
    expect(MODEL.version).toBe(file.version)
  })
})
