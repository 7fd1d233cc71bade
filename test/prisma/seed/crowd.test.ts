import { beforeAll, describe, expect, test } from 'vitest'
import { crowd, CROWD_TABLES, type CrowdPart } from '../../../prisma/seed/crowd.js'
import { digestOf } from '../../../prisma/seed/digest.js'
import type { World } from '../../../prisma/seed/rows.js'
import { validateWorld } from '../../../prisma/seed/validate.js'
import { NOW, smallWorld } from './worlds.js'

describe('a crowd joins a world', () => {
  let world: World
  let parts: CrowdPart[]
  beforeAll(() => {
    world = smallWorld()
    parts = [...crowd({ seed: 'test', now: NOW, officers: 801, agencies: world['agencies.agency'], part: 401 })]
  })

  test('in parts of a size, with the proportions of the world', () => {
    expect(parts.map((part) => part['officers.officer'].length)).toEqual([400, 401])
    for (const part of parts) {
      const officers = part['officers.officer'].length
      expect(part['incidents.incident'].length).toBe(Math.round(officers * 0.3))
      expect(part['officers.employment'].length / officers).toBeCloseTo(2.4, 1)
    }
  })

  test('and the whole contradicts itself nowhere: no id and no certificate number is given twice', () => {
    const tables = CROWD_TABLES.map((table) => [table, [world, ...parts].flatMap((of) => [...of[table]])] as const)
    const whole = { ...world, ...Object.fromEntries(tables) }
    expect(validateWorld(whole)).toEqual([])
    const numbers = whole['officers.identity_certificate'].map((row) => `${row.authority} ${row.number}`)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('as a pure function of seed, day and part', () => {
    const [first] = crowd({ seed: 'test', now: NOW, officers: 801, agencies: world['agencies.agency'], part: 401 })
    expect(digestOf(first ?? {})).toBe(digestOf(parts[0] ?? {}))
    expect(digestOf(parts[1] ?? {})).not.toBe(digestOf(parts[0] ?? {}))
  })
})
