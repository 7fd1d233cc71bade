import { describe, expect, it } from 'vitest'
import { scoreRecord } from '../../../../subgraphs/officers/matching/index.js'
import { candidate, record, type Person } from './people.js'

const outcome = (one: Person, other: Person) => scoreRecord(candidate(one), record(other)).outcome

describe('where both births are known to the day, more has to agree', () => {
  const meyer: Person = { given: 'Paul', family: 'Meyer' }
  const maier: Person = { given: 'Paul', family: 'Maier' }

  it('Meyer and Maier, born three days apart by the digit, are two persons', () => {
    expect(outcome({ ...meyer, born: '1980-04-24' }, { ...maier, born: '1980-04-21' })).toBeNull()
  })

  it('without a date, or with the year alone, a person has to look', () => {
    expect(outcome(meyer, maier)).toBe('POSSIBLE')
    expect(outcome({ ...meyer, born: '1980' }, { ...maier, born: '1980-04-21' })).toBe('POSSIBLE')
  })

  it('one slip is still one person’s: in the date, or in the name', () => {
    const baker: Person = { given: 'Kenneth', family: 'Baker', born: '1982-10-11' }
    expect(outcome(baker, { ...baker, born: '1982-10-12' })).toBe('POSSIBLE')
    expect(outcome({ ...meyer, born: '1980-04-24' }, { ...maier, born: '1980-04-24' })).not.toBeNull()
  })
})
