import { beforeAll, describe, expect, it } from 'vitest'
import { screen, type Asked, type ScreeningResult } from '../../../hub/screening/screen.js'
import { screeningTables } from '../../../bench/screening/table.js'
import { MODEL } from '../../../subgraphs/officers/matching/index.js'
import { generatePeople, MUTATION_CLASSES } from '../../../prisma/seed/population/index.js'

// The full size is `npm run bench:screening`: 50,000 and 5,000.
const [PEOPLE, QUERIES] = [3000, 400]

describe('screening as a hiring desk does it, 3,000 people in the index', () => {
  const asked: Asked[] = []
  let result: ScreeningResult
  beforeAll(async () => {
    result = await screen({ people: PEOPLE, queries: QUERIES, seed: 'suite', onAsked: (one) => asked.push(one) })
  })

  it.each(MUTATION_CLASSES)('%s: the person comes back, but for one of 25 at most', (mutationClass) => {
    const { asked: queries, likely, possible } = result.classes[mutationClass]
    expect(queries).toBe(25)
    expect(likely + possible).toBeGreaterThanOrEqual(24)
  })

  it('in all classes together at least 99 of 100 do', () => {
    const found = MUTATION_CLASSES.map((one) => result.classes[one].likely + result.classes[one].possible)
    expect(found.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(198)
  })

  it('of 200 who are not in the index one at most brings somebody, nobody as LIKELY', () => {
    expect(result.clean.asked).toBe(200)
    expect(result.clean.likely).toBe(0)
    expect(result.clean.possible).toBeLessThanOrEqual(1)
  })

  it('a slip in the date of birth is never LIKELY by itself', () => {
    expect(result.classes['dob slip'].likely).toBe(0)
  })

  it('half of the queries are about people of the index, no written form of whom is the record’s', () => {
    const about = asked.filter(({ kind, truth }) => truth !== null && kind !== 'surname replaced')
    expect(about).toHaveLength(QUERIES / 2)
    for (const { query, truth } of about) expect(JSON.stringify(query)).not.toBe(JSON.stringify(truth))
  })

  it('namesakes occur: some clean query has the given name and surname of a record', () => {
    const clean = asked.filter(({ truth }) => truth === null)
    const names = new Set([...generatePeople(PEOPLE, 'suite/index')].map(({ given, family }) => `${given} ${family}`))
    expect(clean.some(({ query }) => names.has(`${query.given} ${query.family}`))).toBe(true)
  })

  it('the printed tables have a row for each class, with its interval', () => {
    const text = screeningTables(result)
    for (const name of MUTATION_CLASSES) expect(text).toMatch(new RegExp(`\\| ${name} \\| 25 \\| [01]\\.\\d{4} \\(`))
    expect(text).toContain(`an index of ${PEOPLE} clean records`)
  })
})

it('people are found by the model that was handed over: one that takes nobody for anybody finds nobody', async () => {
  const never = { likely: Infinity, possible: Infinity, possibleToTheDay: Infinity, possibleOtherGiven: Infinity }
  const model = { ...MODEL, version: 'never', thresholds: never }
  const result = await screen({ people: 300, queries: 80, seed: 'suite', model })
  expect(result.model).toBe('never')
  for (const name of MUTATION_CLASSES) expect(result.classes[name]).toMatchObject({ asked: 5, likely: 0, possible: 0 })
})
