import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeAgency, normalizeName, type NameParts } from '../../../../subgraphs/officers/matching/index.js'
import { compareNames } from '../../../../subgraphs/officers/matching/features/name.js'
import { normalizeParts } from '../../../../subgraphs/officers/matching/normalize.js'
import { words } from '../../../../subgraphs/officers/matching/text.js'
import { SCRIPTS } from './scripts.cases.js'

/** Cells of the table in any order, whole or in pieces, and any text of Unicode. */
const CELLS = [
  ...new Set(
    SCRIPTS.flatMap(({ same, other }) => [...same, ...other].flatMap(([left, right]) => [left, right]))
      .flatMap((cells) => cells.split('|'))
      .map((cell) => cell.trim()),
  ),
]
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CELLS) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...CELLS), fc.constantFrom(...CELLS)).map((both) => both.join(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)
const name: fc.Arbitrary<NameParts> = fc.record({
  given: cell,
  middle: fc.option(cell),
  family: cell,
  suffix: fc.constant(null),
})

/** Names made to cost: the longest, and signs that libraries expand, compose or read in several ways. */
const HOSTILE = [
  'a'.repeat(10_000),
  'ah'.repeat(5_000),
  'ya'.repeat(5_000),
  'e\u0301'.repeat(5_000),
  `e${'\u0301'.repeat(10_000)}`,
  'ﷺ'.repeat(10_000),
  'محمد'.repeat(2_500),
  'و'.repeat(10_000),
  'כהן '.repeat(2_500),
  'â€™'.repeat(3_000),
  '&#39;'.repeat(2_000),
  'shch'.repeat(2_500),
  '김'.repeat(10_000),
  'Nguyễn '.repeat(1_500),
  '\ud800'.repeat(10_000),
  '\u202e\u200b'.repeat(5_000),
]

describe('names in any script', () => {
  it('compare the same in both directions', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [left, right] = [normalizeParts(a), normalizeParts(b)]
        expect(compareNames(right, left)).toEqual(compareNames(left, right))
      }),
      { numRuns: 600 },
    )
  })

  it('are the same as themselves', () => {
    fc.assert(
      fc.property(name, (one) => {
        const normal = normalizeParts(one)
        const { given, family } = compareNames(normal, normalizeParts({ ...one }))
        expect(['EXACT', 'ABSENT', 'INITIAL']).toContain(given)
        expect(['EXACT', 'ABSENT']).toContain(family)
      }),
      { numRuns: 300 },
    )
  })

  it('are in normal form once and for all', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(words(words(text).join(' '))).toEqual(words(text))
        expect(normalizeName(normalizeName(text))).toBe(normalizeName(text))
      }),
      { numRuns: 500 },
    )
  })

  // A cost that grows with the square of a length, or a doubling one, would not end before the test's own limit.
  it('of 10,000 characters, and floods of accents, cost no more than others', () => {
    const names = HOSTILE.flatMap((text) => [
      normalizeParts({ given: text, middle: text, family: text, suffix: text }),
      normalizeParts({ given: text, middle: null, family: 'Holloway', suffix: null }),
    ])
    for (const a of names) for (const b of names) expect(compareNames(a, b)).toEqual(compareNames(b, a))
    for (const text of HOSTILE) expect(normalizeAgency(text).tokens.length).toBeLessThanOrEqual(8)
  })
})
