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

  it('one birth date and another given name: of a common surname two persons, of a rare one somebody has to look', () => {
    const born = '1982-10-11'
    expect(outcome({ given: 'Kenneth', family: 'Smith', born }, { given: 'Tyler', family: 'Smith', born })).toBeNull()
    const [one, other] = ['Kenneth', 'Tyler'].map((given): Person => ({ given, family: 'Featherstonehaugh', born }))
    expect(outcome(one as Person, other as Person)).toBe('POSSIBLE')
  })

  it('an agency that both name brings even the common surname back: given names are changed, too', () => {
    const known = { family: 'Smith', born: '1982-10-11', agencies: ['Port Ellery PD'] }
    expect(outcome({ ...known, given: 'Kenneth' }, { ...known, given: 'Tyler' })).toBe('POSSIBLE')
  })
})
