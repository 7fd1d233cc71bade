import { describe, expect, it } from 'vitest'
import { keysForCandidate, keysForRecord, scoreRecord } from '../../../../subgraphs/officers/matching/index.js'
import { candidate, record, type Person } from './people.js'
import { sharedRows } from './shared-data.js'

/** FEBRL 1: 500 people and one damaged copy of each. Given name, surname and date of birth alone, as a hiring desk has. */
const rows = sharedRows('matching/febrl1.csv')

function person(row: Record<string, string>): Person {
  const born = (row.date_of_birth ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return { given: row.given_name ?? '', family: row.surname ?? '', ...(born ? { born } : {}) }
}

/** `rec-122-org` and `rec-122-dup-0` are one person's. */
const cluster = (row: Record<string, string>) => (row.rec_id ?? '').split('-')[1]

interface Pair {
  readonly same: boolean
  readonly outcome: 'LIKELY' | 'POSSIBLE' | null
}

/** All pairs that share a key, as the database would find them. */
function comparedPairs(people: readonly { readonly person: Person; readonly cluster: string | undefined }[]): Pair[] {
  const index = new Map<string, number[]>()
  const records = people.map((one, i) => record(one.person, `idr_${i}`))
  records.forEach((one, i) => {
    for (const key of keysForRecord(one)) index.set(key, [...(index.get(key) ?? []), i])
  })
  return people.flatMap((asked, i) => {
    const input = candidate(asked.person)
    const hits = new Set(keysForCandidate(input).flatMap((key) => index.get(key) ?? []))
    return [...hits]
      .filter((j) => j > i)
      .map((j): Pair => {
        const known = records[j]
        if (!known) throw new Error('an index entry names a record')
        return { same: asked.cluster === people[j]?.cluster, outcome: scoreRecord(input, known).outcome }
      })
  })
}

function figures(pairs: readonly Pair[], counted: (pair: Pair) => boolean, truth: number) {
  const found = pairs.filter(counted)
  const right = found.filter(({ same }) => same).length
  const [precision, recall] = [right / found.length, right / truth]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

describe.skipIf(rows === null)('FEBRL 1 (skipped where ../shared/data/matching/febrl1.csv is absent)', () => {
  it('finds the copies and takes no two people for one', () => {
    const people = (rows ?? []).map((row) => ({ person: person(row), cluster: cluster(row) }))
    const truth = people.length - new Set(people.map((one) => one.cluster)).size
    const pairs = comparedPairs(people)
    const blocking = pairs.filter(({ same }) => same).length / truth
    const possible = figures(pairs, ({ outcome }) => outcome !== null, truth)
    const likely = figures(pairs, ({ outcome }) => outcome === 'LIKELY', truth)
    console.log('FEBRL 1:', JSON.stringify({ compared: pairs.length, blocking, possible, likely }))
    expect(blocking).toBeGreaterThan(0.93)
    expect(possible.recall).toBeGreaterThan(0.84)
    expect(possible.precision).toBeGreaterThan(0.99)
    expect(likely.precision).toBe(1)
    expect(likely.recall).toBeGreaterThan(0.6)
  }, 20_000)
})
