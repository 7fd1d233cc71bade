import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  KEYS_VERSION,
  keysForCandidate,
  keysForRecord,
  questionsFor,
  scoreRecord,
} from '../../../../subgraphs/officers/matching/index.js'
import { kindOf } from '../../../../subgraphs/officers/matching/key-kinds.js'
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

  it.each([
    ['عمر', 'محمد', 'Omar', 'Mohamed'],
    ['عائشة', 'إبراهيم', 'Aisha', 'Ibrahim'],
    ['عادل', 'علي', 'Adel', 'Ali'],
    ['جمال', 'عثمان', 'Gamal', 'Othman'],
  ])('a script that writes no vowels does not hide the initial: %s %s is %s %s', (given, family, latin, surname) => {
    const [there, here] = [
      { given, family, born: '1980-02-03' },
      { given: latin, family: surname, born: '1980-02-03' },
    ]
    expect(meet(there, here)).toBe(true)
    expect(meet(here, there)).toBe(true)
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

describe('what is asked for a candidate', () => {
  const rounds = (person: Person) => {
    const asked = questionsFor(candidate(person))
    const of = (round: 1 | 2) => asked.filter((one) => one.round === round).map(({ key }) => key)
    return { first: of(1), second: of(2), whole: asked.filter(({ whole }) => whole).map(({ key }) => key) }
  }
  const kinds = (keys: readonly string[]) => [...new Set(keys.map((key) => key.replace(/:.*/, '')))].sort()

  it('without a birth: the name, and last its sound with an initial', () => {
    const { first, second, whole } = rounds({ given: 'Robert', family: 'Ames' })
    expect(kinds(first)).toEqual(['f', 'g', 'h', 'k', 'l', 'n', 'r', 'w'])
    expect(kinds(second)).toEqual(['s'])
    expect(whole).toContain('n:AMS:robert')
    expect(kinds(whole)).toEqual(['n'])
  })

  it('with a date of birth: keys that hold it, and those of records without one, before the name alone', () => {
    const { first, second, whole } = rounds({ given: 'Robert', family: 'Ames', born: '1984-03-07' })
    expect(kinds(first)).toEqual(['d', 'e', 'f', 'i', 'm', 'uf', 'ug', 'uh', 'uk', 'ul', 'un', 'ur', 'us', 'uw', 'y'])
    expect(kinds(second)).toEqual(['g', 'h', 'k', 'l', 'n', 'r', 's', 'w'])
    expect(whole).toEqual(expect.arrayContaining(['e:1984:AMS:robert', 'un:AMS:robert']))
    expect(kinds(whole)).toEqual(['e', 'un'])
  })

  it('of an initial alone, everybody of that initial is meant', () => {
    expect(kinds(rounds({ given: 'R.', family: 'Ames' }).whole)).toEqual(['s'])
    expect(kinds(rounds({ given: 'R.', family: 'Ames', born: '1984' }).whole)).toEqual(['us', 'y'])
  })

  it('strongest first: what does not fit is the weakest', () => {
    const bits = questionsFor(
      candidate({ given: 'Robert', family: 'Ames', born: '1984-03-07', certificates: ['XA 1234'] }),
    ).map(({ key }) => kindOf(key))
    expect(bits[0]?.number).toBe(20)
    expect(bits.at(-1)).toEqual({ birth: 0, name: 12, number: 0 })
  })

  // Whoever agrees with all that is stated holds every key that says so: otherwise the answer would ask for more in vain.
  it.each([
    { born: '1984-03-07', known: '1984-03-07' },
    { born: '1984-03-07', known: '1984' },
    { born: '1984', known: '1984-03-07' },
    { born: '1984-03-07', known: undefined },
    { born: undefined, known: '1984-03-07' },
    { born: undefined, known: undefined },
  ])('asked with the birth $born, a record with $known is among them', ({ born, known }) => {
    const person = { given: 'Robert', family: 'Ames' }
    const stored = new Set(keysForRecord(record({ ...person, ...(known !== undefined && { born: known }) })))
    const { whole } = rounds({ ...person, ...(born !== undefined && { born }) })
    expect(whole.some((key) => stored.has(key))).toBe(true)
  })
})

describe('the version of the keys', () => {
  const PEOPLE: readonly Person[] = [
    { given: 'Robert', middle: 'James', family: 'Ames', born: '1984-03-07', certificates: ['XA 1234'] },
    { given: 'María Elena', family: 'García López', born: '1979' },
    { given: 'Siobhán', family: 'O’Neill-Smith', suffix: 'Jr.' },
    { given: 'Thuy', middle: 'Thi', family: 'Nguyen', born: '1990-11-30', aliases: ['Tina Nguyen'] },
    { given: 'Yusuf', family: 'al-Rashid', born: '1988-01-12' },
  ]

  it('is raised with every change of what a record is keyed by, so that stored records are keyed anew', () => {
    const keys = PEOPLE.map((person) => keysForRecord(record(person)))
    const digest = createHash('sha256').update(JSON.stringify(keys)).digest('hex').slice(0, 16)
    // Other keys? Raise KEYS_VERSION (keys.ts), and write both here.
    expect({ version: KEYS_VERSION, digest }).toEqual({ version: 3, digest: 'b21ee977cef54fdb' })
  })
})
