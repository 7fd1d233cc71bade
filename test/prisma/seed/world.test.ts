import { beforeAll, describe, expect, test } from 'vitest'
import { INCIDENT_KINDS, STAGES } from '../../../policy/types.js'
import { buildWorld } from '../../../prisma/seed/index.js'
import { digestOf } from '../../../prisma/seed/digest.js'
import type { World } from '../../../prisma/seed/rows.js'
import { validateWorld } from '../../../prisma/seed/validate.js'
import { countBy, NOW, smallWorld } from './worlds.js'

describe('the world is a pure function of seed, size and day', () => {
  const digest = (more: Parameters<typeof smallWorld>[0] = {}) => digestOf(smallWorld(more))

  test('the same thrice gives the same rows, ids included', () => {
    expect(digest()).toBe(digest())
    expect(digest({ now: new Date('2026-11-24T23:59:59Z') })).toBe(digest())
  })

  test('another seed, day or size gives another', () => {
    const digests = [
      digest(),
      digest({ seed: 'another' }),
      digest({ now: new Date('2026-11-25T09:00:00Z') }),
      digest({ officers: 401 }),
    ]
    expect(new Set(digests).size).toBe(4)
  })

  test('a clock before the history ends, and a world too small for every stage, are refused', () => {
    expect(() => smallWorld({ now: new Date('2025-12-31T00:00:00Z') })).toThrow(RangeError)
    expect(() => smallWorld({ officers: 399 })).toThrow(RangeError)
  })
})

describe('the world as it ships', () => {
  let world: World
  beforeAll(() => {
    world = buildWorld({ now: NOW })
  })

  test('contradicts itself nowhere', () => {
    expect(validateWorld(world)).toEqual([])
  })

  test('has the numbers that are promised', () => {
    expect(world['officers.officer']).toHaveLength(5_000)
    expect(world['officers.employment']).toHaveLength(12_000)
    expect(world['incidents.incident']).toHaveLength(1_500)
    expect(world['agencies.agency'].length).toBeGreaterThanOrEqual(290)
    expect(world['agencies.agency'].length).toBeLessThanOrEqual(310)
    expect(countBy(world['agencies.jurisdiction'], (row) => row.class)).toEqual({
      STATE: 51,
      TERRITORIAL: 5,
      FEDERAL: 1,
      TRIBAL: 6,
    })
  })

  test('every jurisdiction has an agency and says how it takes part', () => {
    const withAgency = new Set(world['agencies.agency'].map((row) => row.jurisdictionCode))
    expect(world['agencies.jurisdiction'].filter(({ code }) => !withAgency.has(code))).toEqual([])
    expect(
      world['hub.participation'].map(({ jurisdiction, name, ownerClass }) => [jurisdiction, name, ownerClass]),
    ).toEqual(world['agencies.jurisdiction'].map((row) => [row.code, row.name, row.class]))
    expect(Object.keys(countBy(world['hub.participation'], (row) => row.participates)).sort()).toEqual([
      'CONSENT_ONLY',
      'FULL',
      'NONE',
      'POINTERS',
    ])
  })

  test('every kind, every stage, and more than one kind among the final ones', () => {
    const incidents = world['incidents.incident']
    // A record without a process is no instance; nothing else is missing.
    expect(STAGES.filter((stage) => stage !== 'NONE' && !incidents.some((row) => row.stage === stage))).toEqual([])
    const final = incidents.filter((row) => row.stage === 'FINAL')
    expect(INCIDENT_KINDS.filter((kind) => !incidents.some((row) => row.kind === kind))).toEqual([])
    expect(new Set(final.map((row) => row.kind)).size).toBe(5)
    expect(final.length).toBeGreaterThan(500)
  })

  test('every fact is there, the employer as written included', () => {
    for (const row of world['officers.employment']) expect(row.employerName).not.toBe('')
    const written = world['officers.employment'].filter((row) => {
      const agency = world['agencies.agency'].find(({ id }) => id === row.agencyId)
      return agency?.name !== row.employerName
    })
    expect(written.length).toBeGreaterThan(500)
  })

  test('is marked: whatever is about a person or an agency is synthetic', () => {
    const marked = [
      ...world['agencies.agency'],
      ...world['officers.identity_record'],
      ...world['officers.employment'],
      ...world['credentials.certification'],
      ...world['credentials.agency_credential'],
      ...world['incidents.incident'],
    ]
    expect(marked.every((row) => row.synthetic)).toBe(true)
    expect(world['agencies.jurisdiction'].filter((row) => row.synthetic).every((row) => row.class === 'TRIBAL')).toBe(
      true,
    )
    expect(world['hub.participation'].every((row) => row.statement.endsWith('(synthetic)'))).toBe(true)
  })

  test('no telephone number can ring anywhere', () => {
    const numbers = [
      ...world['hub.participation'].map((row) => row.nextPhone),
      ...world['incidents.incident'].map((row) => row.sourceContact),
    ].flatMap((text) => text?.match(/\d[\d-]{6,}/g) ?? [])
    expect(numbers.length).toBeGreaterThan(1_500)
    expect(numbers.filter((number) => !/^555-01\d\d$/.test(number))).toEqual([])
  })
})
