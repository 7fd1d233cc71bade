import { describe, expect, it } from 'vitest'
import {
  generatePeople,
  mutatedPeople,
  MUTATIONS,
  MUTATION_CLASSES,
  type GeneratedPerson,
  type MutationClass,
} from '../../../../prisma/seed/population/index.js'
import { createRng } from '../../../../prisma/seed/rng.js'

const people = [...generatePeople(4000, 'mutations')]
const CELLS = ['given', 'middle', 'family', 'suffix', 'born'] as const
type Cell = (typeof CELLS)[number]

const changedCells = (person: GeneratedPerson, written: GeneratedPerson): Cell[] =>
  CELLS.filter((cell) => person[cell] !== written[cell])

/** The written forms of some persons by one named mutation. */
function writtenBy(name: string, many = 20) {
  const [mutationClass] = MUTATION_CLASSES.filter((one) => MUTATIONS[one].some((mutation) => mutation.name === name))
  const all = MUTATIONS[mutationClass as MutationClass]
  const found = mutatedPeople(people, mutationClass as MutationClass, many * all.length, createRng(name))
  return found.filter(({ mutation }) => mutation.name === name)
}

/** What a mutation may touch, and what it must. */
const TOUCHES: Readonly<Record<MutationClass, readonly Cell[]>> = {
  typo: ['given', 'family'],
  swap: ['given', 'family'],
  nickname: ['given'],
  transliteration: ['given', 'middle', 'family'],
  'dob slip': ['born'],
  'missing middle': ['middle'],
  hyphenation: ['middle', 'family'],
  order: ['given', 'middle', 'family'],
}

/** Levenshtein, a neighbour exchange as one. */
function edits(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j))
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = rows[i] as number[]
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(at(i, j), at(i - 2, j - 2) + 1)
    }
  return at(a.length, b.length)
}

describe('mutations', () => {
  it.each(MUTATION_CLASSES)('%s: changes what it says and nothing else', (mutationClass) => {
    const found = mutatedPeople(people, mutationClass, 200, createRng(mutationClass))
    expect(found).toHaveLength(200)
    expect(new Set(found.map(({ mutation }) => mutation.name)).size).toBe(MUTATIONS[mutationClass].length)
    for (const { person, written, mutation } of found) {
      const changed = changedCells(person, written)
      expect(changed.length, mutation.name).toBeGreaterThan(0)
      expect(
        changed.filter((cell) => !TOUCHES[mutationClass].includes(cell)),
        mutation.name,
      ).toEqual([])
      expect({ ...written, given: '', middle: '', family: '', suffix: '', born: '' }).toEqual({
        ...person,
        given: '',
        middle: '',
        family: '',
        suffix: '',
        born: '',
      })
    }
  })

  it('are the same for the same seed', () => {
    const once = (): string => JSON.stringify(mutatedPeople(people, 'transliteration', 50, createRng('same')))
    expect(once()).toBe(once())
  })

  it('a typo is one slip in one word', () => {
    for (const { person, written, mutation } of mutatedPeople(people, 'typo', 400, createRng('slip'))) {
      const [cell, other] = changedCells(person, written)
      expect(other).toBeUndefined()
      const [before, after] = [person[cell as 'given'], written[cell as 'given']].map((name) => name.toLowerCase())
      expect(edits(before as string, after as string), mutation.name).toBe(1)
    }
  })

  it('a slip in a date leaves a date, of another day', () => {
    for (const { written, person } of mutatedPeople(people, 'dob slip', 400, createRng('date'))) {
      expect(new Date(`${written.born}T00:00:00Z`).toISOString().slice(0, 10)).toBe(written.born)
      expect(written.born).not.toBe(person.born)
      expect(
        [...written.born].sort().join('') === [...person.born].sort().join('') ||
          edits(written.born, person.born) === 1,
      ).toBe(true)
    }
  })

  it('day and month are exchanged as they stand', () => {
    for (const { person, written } of writtenBy('day and month exchanged')) {
      const [year, month, day] = person.born.split('-')
      expect(written.born).toBe(`${year}-${day}-${month}`)
    }
  })

  it('cells are exchanged whole', () => {
    for (const { person, written } of writtenBy('given name and surname exchanged'))
      expect([written.given, written.family]).toEqual([person.family, person.given])
    for (const { person, written } of writtenBy('surname first, in cells that expect it last'))
      expect([written.given, written.middle, written.family]).toEqual([person.family, person.given, person.middle])
  })

  it.each([
    ['Sergei', 'Petrov', 'CYRILLIC', 'Cyrillic letters', 'Сергей Петров'],
    ['Galina', 'Shevchuk', 'CYRILLIC', 'Cyrillic letters', 'Галина Шевчук'],
    ['Mohamed', 'Haddad', 'ARABIC', 'Arabic letters', 'محمد حداد'],
    ['Xiaoming', 'Zhang', 'CHINESE', 'Chinese characters', '晓明 张'],
    ['Wei', 'Zhang', 'CHINESE', 'another romanisation', 'Wei Chang'],
    ['Minh', 'Nguyen', 'VIETNAMESE', 'diacritics left out or restored', 'Minh Nguyễn'],
    ['José', 'Núñez', 'HISPANIC', 'diacritics left out or restored', 'Jose Nunez'],
    ['Karl', 'Muller', 'GERMAN', 'a letter with diacritics as two letters', 'Karl Mueller'],
  ] as const)('%s %s (%s), %s: %s', (given, family, origin, name, expected) => {
    const mutation = MUTATIONS.transliteration.find((one) => one.name === name)
    const person = { ...(people[0] as GeneratedPerson), given, family, origin, middle: null }
    const changes = mutation?.apply(person, createRng('one'))
    expect(`${changes?.given ?? given} ${changes?.family ?? family}`).toBe(expected)
  })

  it('a short form is one of the shipped table', () => {
    const robert = { ...(people[0] as GeneratedPerson), given: 'Robert' }
    const [mutation] = MUTATIONS.nickname
    const forms = Array.from({ length: 200 }, (_, index) => mutation?.apply(robert, createRng(`${index}`))?.given)
    expect(forms).toEqual(expect.arrayContaining(['Bob', 'Rob']))
  })

  it('says which mutation nobody of the list admits', () => {
    const anglo = people.filter(({ origin, family }) => origin === 'ANGLO' && !/[ -]/.test(family)).slice(0, 20)
    expect(() => mutatedPeople(anglo, 'hyphenation', 10, createRng('none'))).toThrow('nobody admits: double surname')
  })
})
