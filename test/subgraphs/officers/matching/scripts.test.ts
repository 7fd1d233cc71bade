import { describe, expect, it } from 'vitest'
import {
  keysForCandidate,
  keysForRecord,
  scoreRecord,
  type NameParts,
} from '../../../../subgraphs/officers/matching/index.js'
import { compareNames } from '../../../../subgraphs/officers/matching/features/name.js'
import { MODEL, type Level } from '../../../../subgraphs/officers/matching/model.js'
import { normalizeParts } from '../../../../subgraphs/officers/matching/normalize.js'
import { candidate, record, type Person } from './people.js'
import { SCRIPTS, type Pair } from './scripts.cases.js'

function parts(cells: string): NameParts {
  const [given = '', ...rest] = cells.split('|').map((cell) => cell.trim())
  return { given, middle: rest.length > 1 ? (rest[0] ?? null) : null, family: rest.at(-1) ?? '', suffix: null }
}

function person(cells: string, born?: string): Person {
  const { given, middle, family } = parts(cells)
  return { given, family, ...(middle === null ? {} : { middle }), ...(born === undefined ? {} : { born }) }
}

const born = '1984-03-17'

function levelsOf([left, right]: Pair) {
  const [a, b] = [normalizeParts(parts(left)), normalizeParts(parts(right))]
  const [there, back] = [compareNames(a, b), compareNames(b, a)]
  expect(back).toEqual(there)
  return there
}

const outcomeOf = ([left, right]: Pair) =>
  scoreRecord(candidate(person(left, born)), record(person(right, born))).outcome

/** Found by a blocking key, whichever of the two is asked about. */
function meet([left, right]: Pair, date?: string): boolean {
  const [a, b] = [person(left, date), person(right, date)]
  return [[a, b] as const, [b, a] as const].every(([asked, known]) => {
    const stored = new Set(keysForRecord(record(known)))
    return keysForCandidate(candidate(asked)).some((key) => stored.has(key))
  })
}

describe.each(SCRIPTS)('$script', ({ same, other, slips = [] }) => {
  it.each([...same, ...slips])('%s | %s: given %s, family %s, which agree', (...pair) => {
    const { given, family } = levelsOf(pair)
    expect({ given, family }).toEqual({ given: pair[2], family: pair[3] })
    const levels: Level[] = [MODEL.levels.given[given], MODEL.levels.family[family]]
    expect(levels.map(({ nameAgrees }) => nameAgrees)).toEqual([true, true])
  })

  it.each(other)('%s | %s: given %s, family %s, which do not agree', (...pair) => {
    const { given, family } = levelsOf(pair)
    expect({ given, family }).toEqual({ given: pair[2], family: pair[3] })
    const levels: Level[] = [MODEL.levels.given[given], MODEL.levels.family[family]]
    expect(levels.map(({ nameAgrees }) => nameAgrees)).toContain(undefined)
  })

  it('of one date of birth, each spelling finds the other, and another name is never LIKELY', () => {
    for (const pair of [...same, ...slips]) {
      expect(meet(pair, born), pair.join(' | ')).toBe(true)
      expect(outcomeOf(pair), pair.join(' | ')).not.toBeNull()
    }
    for (const pair of other) expect(outcomeOf(pair), pair.join(' | ')).not.toBe('LIKELY')
  })

  it('by name alone each spelling finds the other', () => {
    expect(same.filter((pair) => !meet(pair)).map((pair) => pair.slice(0, 2).join(' / '))).toEqual([])
  })
})

describe('the table', () => {
  it('names a source for each script, and both that match and that do not', () => {
    for (const { source, same, other } of SCRIPTS) {
      expect(source.length).toBeGreaterThan(20)
      expect(Math.min(same.length, other.length)).toBeGreaterThan(1)
    }
  })
})
