import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { generatePeople, ORIGINS, type GeneratedPerson } from '../../../../prisma/seed/population/index.js'

const COUNT = 50_000
const people = [...generatePeople(COUNT, 'distribution')]

function countBy(list: readonly GeneratedPerson[], key: (person: GeneratedPerson) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const person of list) counts.set(key(person), (counts.get(key(person)) ?? 0) + 1)
  return counts
}

const topOf = (counts: ReadonlyMap<string, number>, many: number): string[] =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, many)
    .map(([name]) => name)

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '')

describe('people of mixed origin', () => {
  it('are the same for the same seed, on every machine', () => {
    const digest = createHash('sha256')
      .update(JSON.stringify([...generatePeople(1000, 'same')]))
      .digest('hex')
    expect(digest.slice(0, 16)).toBe('4bccf765ec135fb4')
  })

  it('come one at a time: the first of a million are there at once, and are those of a thousand', () => {
    const endless = generatePeople(1_000_000, 'same')
    const [first] = generatePeople(1000, 'same')
    expect(endless.next().value).toEqual(first)
  })

  it('are others for another seed', () => {
    const [one, other] = ['a', 'b'].map((seed) =>
      [...generatePeople(100, seed)].map(({ family, born }) => family + born),
    )
    expect(one?.filter((person) => other?.includes(person))).toEqual([])
  })

  it('have the well-known surnames at the head of each origin', () => {
    const headOf = (origin: string, many: number): string[] =>
      topOf(
        countBy(
          people.filter((person) => person.origin === origin),
          ({ family }) => plain(family),
        ),
        many,
      )
    expect(
      topOf(
        countBy(people, ({ family }) => family),
        5,
      ),
    ).toEqual(expect.arrayContaining(['Smith', 'Johnson', 'Williams']))
    expect(headOf('VIETNAMESE', 2)).toEqual(['Nguyen', 'Tran'])
    expect(headOf('KOREAN', 2)).toEqual(['Kim', 'Lee'])
    expect(headOf('HISPANIC', 5)).toEqual(expect.arrayContaining(['Garcia', 'Rodriguez', 'Martinez']))
    expect(headOf('IRISH_SCOTTISH', 5)).toContain('Murphy')
  })

  it('Smith is of one in 100 to 150, and about half of all surnames occur once', () => {
    const families = countBy(people, ({ family }) => family)
    const smiths = (families.get('Smith') ?? 0) / COUNT
    expect(smiths).toBeGreaterThan(1 / 150)
    expect(smiths).toBeLessThan(1 / 100)
    const once = [...families.values()].filter((count) => count === 1).length
    expect(once / families.size).toBeGreaterThan(0.4)
    expect(once / families.size).toBeLessThan(0.6)
  })

  it('one in six of 50,000 shares given name and surname with another, hardly one the birth as well', () => {
    const sharing = (key: (person: GeneratedPerson) => string): number =>
      [...countBy(people, key).values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0) / COUNT
    const names = sharing(({ given, family }) => `${given} ${family}`)
    expect(names).toBeGreaterThan(0.12)
    expect(names).toBeLessThan(0.2)
    expect(sharing(({ given, family, born }) => `${given} ${family} ${born}`)).toBeLessThan(0.001)
  })

  it('every origin is there in its share, with ages of a working life and before', () => {
    const all = ORIGINS.reduce((sum, { share }) => sum + share, 0)
    const found = countBy(people, ({ origin }) => origin)
    for (const { name, share } of ORIGINS) {
      const expected = (share / all) * COUNT
      expect(Math.abs((found.get(name) ?? 0) - expected), name).toBeLessThan(5 * Math.sqrt(expected))
    }
    const births = people.map(({ born }) => born).sort()
    expect(births[0]?.slice(0, 4)).toBe('1954')
    expect(births.at(-1)?.slice(0, 4)).toBe('2004')
  })

  it('names follow the decade: no Brittany of the fifties, no Deborah of this century', () => {
    const years = (given: string): number[] =>
      people.filter((person) => person.given === given).map(({ born }) => Number(born.slice(0, 4)))
    expect(Math.min(...years('Brittany'))).toBeGreaterThanOrEqual(1980)
    expect(Math.max(...years('Deborah'))).toBeLessThan(1980)
  })

  it('writes the names of every tradition', () => {
    const families = people.map(({ family }) => family)
    for (const form of [
      /^O'[A-Z]/,
      /^Mc[A-Z]/,
      /^(?:von|van|de|del|du) /,
      /^[A-Z]\p{L}+ [A-Z]\p{L}+$/u,
      /^\p{L}+-\p{L}+$/u,
    ])
      expect(families.filter((family) => form.test(family)).length, String(form)).toBeGreaterThan(20)
    expect(families).toContain('Nguyễn')
    expect(people.filter(({ given }) => /^\p{L}+-\p{Ll}/u.test(given)).length).toBeGreaterThan(100)
  })
})
