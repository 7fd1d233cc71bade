import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  nameFrequencies,
  type NameFrequencyTable,
  type NameRarity,
} from '../../../../prisma/seed/population/frequencies.js'
import { ROOT } from '../../../support/sources.js'

const shipped = JSON.parse(
  readFileSync(join(ROOT, 'subgraphs', 'officers', 'matching', 'model', 'name-frequencies.json'), 'utf8'),
) as NameFrequencyTable

function bitsOf({ listed, unlisted }: NameRarity, name: string): number {
  const found = Object.entries(listed).find(([, names]) => names.split(' ').includes(name))
  return found ? Number(found[0]) : unlisted
}

describe('the model’s table of name frequencies', () => {
  it('is that of the generator, within what 6,000 people can tell of 100,000', () => {
    const counted = nameFrequencies(6000, 'others')
    for (const name of ['smith', 'garcia', 'nguyen', 'kim'])
      expect(Math.abs(bitsOf(counted.family, name) - bitsOf(shipped.family, name)), name).toBeLessThanOrEqual(1)
    for (const name of ['michael', 'jose', 'jennifer'])
      expect(Math.abs(bitsOf(counted.given, name) - bitsOf(shipped.given, name)), name).toBeLessThanOrEqual(1)
  })

  it('says the same for the same people', () => {
    expect(nameFrequencies(500, 'same')).toEqual(nameFrequencies(500, 'same'))
  })

  it('a rare name is worth more bits than a common one, one not listed most', () => {
    expect(bitsOf(shipped.family, 'smith')).toBe(7)
    expect(bitsOf(shipped.family, 'smith')).toBeLessThan(bitsOf(shipped.family, 'gutierrez'))
    expect(bitsOf(shipped.family, 'featherstonehaugh')).toBeGreaterThan(bitsOf(shipped.family, 'gutierrez'))
    for (const { listed, unlisted } of [shipped.given, shipped.family])
      expect(Math.max(...Object.keys(listed).map(Number))).toBeLessThan(unlisted)
  })

  it('lists each name once, in normal form', () => {
    for (const { listed } of [shipped.given, shipped.family]) {
      const names = Object.values(listed).flatMap((line) => line.split(' '))
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter((name) => !/^[a-z0-9]+$/.test(name))).toEqual([])
    }
  })
})
