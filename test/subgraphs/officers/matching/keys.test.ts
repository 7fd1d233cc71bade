import { describe, expect, it } from 'vitest'
import { keysForCandidate, keysForRecord, scoreRecord } from '../../../../subgraphs/officers/matching/index.js'
import { LIMITS } from '../../../../subgraphs/officers/matching/model.js'
import { CASES } from './cases.js'
import { candidate, record, type Person } from './people.js'

function meet(asked: Person, known: Person): boolean {
  const stored = new Set(keysForRecord(record(known)))
  return keysForCandidate(candidate(asked)).some((key) => stored.has(key))
}

describe('blocking keys', () => {
  it.each(CASES.filter((row) => row.outcome !== null))('find the record: $because', (row) => {
    expect(meet(row.candidate, row.record)).toBe(true)
  })

  it('do not bring strangers together', () => {
    expect(meet({ given: 'Marcus', family: 'Holloway' }, { given: 'Yolanda', family: 'Pendergrass' })).toBe(false)
    expect(meet({ given: 'Marcus', family: 'Holloway' }, { given: 'Yolanda', family: 'Holloway' })).toBe(false)
  })

  it('are sorted, without repetitions, and few', () => {
    const long = 'Maximiliana Christophera Alexandrina Bartholomea Wilhelmina Josephina Elizabetha Margaretha'
    const many: Person = {
      given: long,
      middle: long,
      family: long,
      born: '1984-03-07',
      certificates: Array.from({ length: 50 }, (_, i) => `XA ${1000 + i}`),
      aliases: Array.from({ length: 50 }, (_, i) => `Chris${i} Alias${i}`),
    }
    const [stored, asked] = [keysForRecord(record(many)), keysForCandidate(candidate(many))]
    for (const keys of [stored, asked]) expect(keys).toEqual([...new Set(keys)].sort())
    expect(stored.length).toBeLessThanOrEqual(LIMITS.recordKeys)
    expect(asked.length).toBeLessThanOrEqual(LIMITS.candidateKeys)
  })

  it('an ordinary record has a few dozen', () => {
    const keys = keysForRecord(
      record({ given: 'Robert', middle: 'James', family: 'Ames', born: '1984-03-07', certificates: ['XA 1234'] }),
    )
    expect(keys.length).toBeLessThan(40)
  })

  // A cost that grows with the square of a name's length would not end before the test's own limit.
  it('names of 10,000 characters have keys and scores like others', () => {
    const endless: Person = { given: 'Ann-'.repeat(2500), family: 'ﷺ'.repeat(10_000), agencies: ['x'.repeat(10_000)] }
    expect(keysForRecord(record(endless)).length).toBeLessThanOrEqual(LIMITS.recordKeys)
    expect(keysForCandidate(candidate(endless)).length).toBeLessThanOrEqual(LIMITS.candidateKeys)
    expect(scoreRecord(candidate(endless), record(endless))).not.toBeNull()
  })
})
