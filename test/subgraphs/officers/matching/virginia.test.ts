import { describe, expect, it } from 'vitest'
import { keysForCandidate, keysForRecord, matchCandidate } from '../../../../subgraphs/officers/matching/index.js'
import { candidate, record, type Person } from './people.js'
import { sharedRows } from './shared-data.js'

/** Real people: counted, never printed. */
const rows = sharedRows('virginia/present.csv')

function person(row: Record<string, string>): Person {
  const middle = row.middle_initial === 'NA' ? {} : { middle: row.middle_initial ?? '' }
  return { given: row.first_name ?? '', family: row.last_name ?? '', ...middle, agencies: [row.agency ?? ''] }
}

const outcomesOf = (asked: (known: Person) => Person): Record<string, number> => {
  const people = (rows ?? []).map(person)
  const records = people.map((one, i) => record(one, `idr_${i}`))
  const index = records.map((one) => ({ one, keys: new Set(keysForRecord(one)) }))
  const counts: Record<string, number> = {}
  people.forEach((known, i) => {
    const input = candidate(asked(known))
    const keys = keysForCandidate(input)
    const hits = index.filter((entry) => keys.some((key) => entry.keys.has(key))).map(({ one }) => one)
    const outcome = matchCandidate(input, hits).find(({ recordId }) => recordId === `idr_${i}`)?.outcome ?? 'none'
    counts[outcome] = (counts[outcome] ?? 0) + 1
  })
  return counts
}

describe.skipIf(rows === null)("Virginia's list (skipped where ../shared/data/virginia is absent)", () => {
  it('by name alone each person comes back POSSIBLE', () => {
    expect(outcomesOf(({ given, family, middle = '' }) => ({ given, family, middle }))).toEqual({
      POSSIBLE: rows?.length,
    })
  })

  it('with the agency of the list among the former employers nearly each comes back LIKELY', () => {
    const counts = outcomesOf((known) => ({ ...known, agencies: ['Port Ellery PD', ...(known.agencies ?? [])] }))
    console.log('Virginia, with agency:', JSON.stringify(counts))
    expect(counts.none).toBeUndefined()
    // Not necessarily all: two entries of one name and agency would be for a person to decide.
    expect(counts.LIKELY).toBeGreaterThan(0.95 * (rows?.length ?? 0))
  })
})
