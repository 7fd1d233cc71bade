import { describe, expect, it } from 'vitest'
import { matchCandidate, PROFILES, type Profile, scoreRecord } from '../../../../subgraphs/officers/matching/index.js'
import { CASES, RANKINGS } from './cases.js'
import { candidate, record, type Person } from './people.js'

describe('outcomes', () => {
  it.each(CASES)('$outcome: $because', (row) => {
    const { outcome, total, explanations, gates } = scoreRecord(candidate(row.candidate), record(row.record))
    expect({ outcome, total, gates, explanations }).toMatchObject({ outcome: row.outcome })
  })

  it('the table decides each outcome several times', () => {
    for (const outcome of ['LIKELY', 'POSSIBLE', null]) {
      expect(CASES.filter((row) => row.outcome === outcome).length).toBeGreaterThan(8)
    }
  })
})

describe('ranking', () => {
  it.each(RANKINGS)('$because', (row) => {
    const asked = candidate(row.candidate)
    expect(scoreRecord(asked, record(row.better)).total).toBeGreaterThan(scoreRecord(asked, record(row.worse)).total)
  })
})

describe('profiles', () => {
  const [asked, known] = ['1984-03-17', '1985-03-17'].map((born): Person => ({
    given: 'Marcus',
    family: 'Holloway',
    born,
  }))
  const scored = (profile: Profile) =>
    scoreRecord(candidate(asked as Person), record(known as Person), undefined, profile)

  it('a year more or less is a contradiction to the strict one unless it is a slip, and allowed by the expanded one', () => {
    const apart: Person = { given: 'Marcus', family: 'Holloway', born: '1990-03-17' }
    const before: Person = { ...apart, born: '1989-03-17' }
    const score = (profile: Profile) => scoreRecord(candidate(before), record(apart), undefined, profile)
    expect(score('STRICT').gates).toContain('CONTRADICTION')
    expect(score('EXPANDED_DOB').gates).not.toContain('CONTRADICTION')
    expect(score('EXPANDED_DOB').total).toBeGreaterThan(score('STRICT').total)
  })

  it('what the expanded one adds is never enough for LIKELY by itself', () => {
    for (const profile of PROFILES) expect(scored(profile).outcome).toBe('POSSIBLE')
  })
})

describe('rarity', () => {
  it('the same rare surname is worth more than the same common one; different ones are worth the same', () => {
    const of = (family: string, other = family) =>
      scoreRecord(candidate({ given: 'Marcus', family }), record({ given: 'Marcus', family: other })).total
    expect(of('Featherstonehaugh')).toBeGreaterThan(of('Smith') + 3)
    expect(of('Featherstonehaugh', 'Holloway')).toBe(of('Smith', 'Holloway'))
  })
})

describe('several persons', () => {
  const byBirth: Person = { given: 'Marcus', family: 'Holloway', born: '1984-03-17' }
  const asked: Person = { ...byBirth, agencies: ['Port Ellery PD'] }

  it('two of equal evidence are POSSIBLE, both', () => {
    const matches = matchCandidate(candidate(asked), [record(asked, 'idr_2'), record(asked, 'idr_1')])
    expect(matches.map(({ officerId, outcome, gates }) => ({ officerId, outcome, gates }))).toEqual([
      { officerId: 'off_1', outcome: 'POSSIBLE', gates: ['SEVERAL_PERSONS'] },
      { officerId: 'off_2', outcome: 'POSSIBLE', gates: ['SEVERAL_PERSONS'] },
    ])
  })

  it('at most one is LIKELY, the one that leads clearly', () => {
    const matches = matchCandidate(candidate(asked), [record(byBirth, 'idr_1'), record(asked, 'idr_2')])
    expect(matches.map(({ officerId, outcome }) => ({ officerId, outcome }))).toEqual([
      { officerId: 'off_2', outcome: 'LIKELY' },
      { officerId: 'off_1', outcome: 'POSSIBLE' },
    ])
  })

  it('a namesake without corroboration does not hold the LIKELY one back', () => {
    const namesake = record({ given: 'Marcus', family: 'Holloway' }, 'idr_1')
    const matches = matchCandidate(candidate(asked), [namesake, record(asked, 'idr_2')])
    expect(matches.map(({ outcome }) => outcome)).toEqual(['LIKELY', 'POSSIBLE'])
  })

  it('linked records are one match; the best speaks and a contradiction holds it back', () => {
    const records = [record(asked, 'idr_1', 'off_1'), record({ ...byBirth, born: '1961-11-02' }, 'idr_2', 'off_1')]
    const [match, ...others] = matchCandidate(candidate(asked), records)
    expect(others).toEqual([])
    expect(match).toMatchObject({ recordId: 'idr_1', outcome: 'POSSIBLE', gates: ['LINKED_RECORD_CONTRADICTS'] })
    expect(match?.records.map(({ recordId, outcome }) => [recordId, outcome])).toEqual([
      ['idr_1', 'LIKELY'],
      ['idr_2', null],
    ])
  })

  it('the order of the records and repetitions change nothing', () => {
    const records = [record(asked, 'idr_3'), record(byBirth, 'idr_1'), record(asked, 'idr_2', 'off_3')]
    const again = [...records, ...records].reverse()
    expect(matchCandidate(candidate(asked), again)).toEqual(matchCandidate(candidate(asked), records))
  })
})
