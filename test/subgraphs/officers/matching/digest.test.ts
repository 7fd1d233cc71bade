import { describe, expect, it } from 'vitest'
import { candidateDigestInput } from '../../../../subgraphs/officers/matching/index.js'
import { candidate, type Person } from './people.js'

const digest = (person: Person) => candidateDigestInput(candidate(person))
const quist: Person = { given: 'Mary Ann', middle: 'Inès', family: "O'Quist", suffix: 'Jr.', born: '1984-03-07' }

describe('the text that binds a case to one candidate', () => {
  it.each<[string, Partial<Person>]>([
    ['case', { given: 'MARY ANN', family: "o'quist" }],
    ['spacing and hyphens', { given: ' Mary-Ann ', family: 'O Quist' }],
    ['diacritics', { family: "O'Quíst" }],
    ['a middle initial for the name', { middle: 'I.' }],
    ['the suffix in the surname cell', { family: "O'Quist, Jr" }],
    ['what is added later', { certificates: ['XA 1'], agencies: ['Port Ellery PD'], aliases: ['Ann Quist'] }],
  ])('is the same under %s', (_what, change) => {
    expect(digest({ ...quist, ...change })).toBe(digest(quist))
  })

  it.each<[string, Partial<Person>]>([
    ['given name', { given: 'Marian' }],
    ['surname', { family: 'Quist' }],
    ['middle name', { middle: 'Jo' }],
    ['suffix', { suffix: 'III' }],
    ['date of birth', { born: '1984-03-08' }],
    ['precision', { born: '1984-03' }],
  ])('differs by %s', (_what, change) => {
    expect(digest({ ...quist, ...change })).not.toBe(digest(quist))
  })
})
