import {
  generatePeople,
  type GeneratedPerson,
  MUTATION_CLASSES,
  mutatedPeople,
  type Written,
} from '../../prisma/seed/population/index.js'
import { createRng } from '../../prisma/seed/rng.js'
import type { Candidate } from '../../subgraphs/officers/matching/index.js'

/** A person as the index knows them. */
export interface IndexedPerson {
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly suffix: string | null
  readonly birthDate: string | null
  readonly birthPrecision: 'DAY' | 'YEAR' | 'NONE'
  readonly certificate: string | null
}

const SEED = 'bench-search'

/** Of twenty records one knows only the year of birth, and one no birth at all. */
function indexed({ given, middle, family, suffix, born, certificate }: GeneratedPerson, index: number): IndexedPerson {
  const birthPrecision = index % 20 === 7 ? 'YEAR' : index % 20 === 13 ? 'NONE' : 'DAY'
  return {
    given,
    middle,
    family,
    suffix,
    birthDate: birthPrecision === 'NONE' ? null : born,
    birthPrecision,
    certificate: index % 10 === 9 ? null : certificate,
  }
}

/** The first `count` people of one endless stream: a smaller index holds the beginning of a larger one. */
export function* peopleOf(count: number): Generator<IndexedPerson> {
  let index = 0
  for (const person of generatePeople(count, SEED)) yield indexed(person, index++)
}

/** As recorded, wrong in each of the ways that a form makes names and dates wrong, and with less than a desk has. */
export const CLASSES = [
  'as recorded',
  ...MUTATION_CLASSES,
  'no middle name, no date of birth',
  'year of birth alone',
] as const
export type QueryClass = (typeof CLASSES)[number]

/** A candidate who is the `about`th person of the index. */
export interface SearchQuery {
  readonly class: QueryClass
  readonly about: number
  readonly candidate: Candidate
}

function candidateOf(written: Written, dateOfBirth: Candidate['dateOfBirth']): Candidate {
  return {
    givenName: written.given,
    middleName: written.middle,
    familyName: written.family,
    suffix: written.suffix,
    otherNames: [],
    dateOfBirth,
    certificates: [],
    formerEmployers: [],
  }
}

function writtenOf(name: QueryClass, people: readonly GeneratedPerson[], count: number) {
  const rng = createRng(`${SEED}/${name}`)
  const mutation = MUTATION_CLASSES.find((one) => one === name)
  if (mutation) return mutatedPeople(people, mutation, count, rng)
  return rng
    .shuffle(people)
    .slice(0, count)
    .map((person) => ({ person, written: person }))
}

function birthOf(name: QueryClass, { born }: Written): Candidate['dateOfBirth'] {
  if (name === 'no middle name, no date of birth') return null
  if (name === 'year of birth alone') return { value: born.slice(0, 4), precision: 'YEAR' }
  return { value: born, precision: 'DAY' }
}

/** `each` queries of every class about people among the first `known`, the classes in turn. */
export function queriesAbout(known: number, each: number): SearchQuery[] {
  const people = [...generatePeople(known, SEED)]
  const byClass = CLASSES.map((name) =>
    writtenOf(name, people, each).map(({ person, written }): SearchQuery => {
      const stated = name === 'no middle name, no date of birth' ? { ...written, middle: null } : written
      // Ids are the numbers in the stream, from 1.
      return {
        class: name,
        about: Number(person.id.slice(1)) - 1,
        candidate: candidateOf(stated, birthOf(name, written)),
      }
    }),
  )
  return Array.from({ length: each }, (_, index) => byClass.map((queries) => queries[index] as SearchQuery)).flat()
}
