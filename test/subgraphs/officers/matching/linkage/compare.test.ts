import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  comparePair,
  FrequencyCounter,
  GroupBuilder,
  type LinkageRow,
  prepareRow,
  settle,
} from '../../../../../subgraphs/officers/matching/linkage/index.js'

const NOBODY: LinkageRow = {
  id: '1',
  given: '',
  middle: '',
  family: '',
  suffix: '',
  dateOfBirth: '',
  certificate: '',
  extra: {},
}
const row = (cells: Partial<LinkageRow>): LinkageRow => ({ ...NOBODY, ...cells })

/** A file in which Smith and London are common, Featherstonehaugh and Ely are not. */
const FILE: readonly LinkageRow[] = Array.from({ length: 2_000 }, (_, i) =>
  row({
    id: String(i),
    given: ['Mary', 'John', 'Anna', 'Peter'][i % 4] ?? '',
    family: i % 4 === 0 ? 'Smith' : `Name${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + (i % 23))}`,
    dateOfBirth: `19${50 + (i % 50)}-0${1 + (i % 9)}-1${i % 10}`,
    extra: { city: i % 2 === 0 ? 'London' : `City${i}`, email: `p${i}@x.org` },
  }),
)

function frequenciesOf(rows: readonly LinkageRow[]) {
  const counter = new FrequencyCounter()
  for (const one of rows) counter.add(one)
  return counter.table()
}
const frequencies = frequenciesOf(FILE)
const linked = (a: Partial<LinkageRow>, b: Partial<LinkageRow>) =>
  comparePair(prepareRow(row(a)), prepareRow(row(b)), { frequencies })

const cells: fc.Arbitrary<Partial<LinkageRow>> = fc.record({
  given: fc.constantFrom('Mary', 'Marry', 'John', 'Featherstonehaugh', ''),
  family: fc.constantFrom('Smith', 'Smyth', 'Featherstonehaugh', 'Mary', 'Nameaa', ''),
  suffix: fc.constantFrom('', 'Jr', 'III'),
  dateOfBirth: fc.constantFrom('1984-03-07', '1984-07-03', '1985-03-07', '1983', '1991-12-30', '19841399', ''),
  certificate: fc.constantFrom('', '48213', '48214', '90377'),
  extra: fc.record({
    city: fc.constantFrom('London', 'Lodnon', 'Ely', ''),
    email: fc.constantFrom('m.smith@x.org', 'm.smith@y.org', 'p1@x.org', ''),
  }),
})

describe('two rows', () => {
  it('compare the same in both directions, and the figures of the explanation sum to the total', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const pair = linked(a, b)
        expect(linked(b, a)).toEqual(pair)
        const figures = [...pair.explanation.matchAll(/ ([+-][\d.]+)(?:;|$)/g)].map(([, bits]) => Number(bits))
        expect(figures.reduce((sum, bits) => sum + bits, 0)).toBe(pair.total)
      }),
      { numRuns: 100 },
    )
  })

  it('one more agreeing cell never lowers the total, however common its value; one more contradicting never raises it', () => {
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const [left, right] = [
          { ...a, dateOfBirth: '', certificate: '' },
          { ...b, dateOfBirth: '', certificate: '' },
        ]
        const before = linked(left, right).total
        const certificate = '55301'
        expect(linked({ ...left, certificate }, { ...right, certificate }).total).toBeGreaterThanOrEqual(before)
        expect(linked({ ...left, certificate }, { ...right, certificate: '77120' }).total).toBeLessThanOrEqual(before)
        const dated = linked({ ...left, dateOfBirth: '1984-03-07' }, { ...right, dateOfBirth: '1984-03-07' })
        expect(dated.total).toBeGreaterThanOrEqual(before)
        const apart = linked({ ...left, dateOfBirth: '1984-03-07' }, { ...right, dateOfBirth: '1951-11-22' })
        expect(apart.total).toBeLessThanOrEqual(before)
        for (const city of ['London', 'Ely']) {
          const bare = linked({ ...left, extra: {} }, { ...right, extra: {} }).total
          expect(linked({ ...left, extra: { city } }, { ...right, extra: { city } }).total).toBeGreaterThanOrEqual(bare)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('a common surname is worth less than a rare one', () => {
    const smith = linked({ given: 'Mary', family: 'Smith' }, { given: 'Mary', family: 'Smith' })
    const rare = linked({ given: 'Mary', family: 'Featherstonehaugh' }, { given: 'Mary', family: 'Featherstonehaugh' })
    expect(rare.total).toBeGreaterThan(smith.total + 4)
  })

  it('a slip that makes a name of its own says less than one that makes no name at all', () => {
    const barker = { given: 'Mary', family: 'Barker' }
    const of = (family: string) => linked(barker, { given: 'Mary', family })
    for (const family of ['Parker', 'Zarker']) expect(of(family).explanation).toContain('family TYPO')
    expect(of('Zarker').total - of('Parker').total).toBe(2)
  })

  it('certificates that differ, or suffixes, are never LIKELY whatever else agrees', () => {
    const mary = { given: 'Mary', family: 'Featherstonehaugh', dateOfBirth: '1984-03-07', extra: { email: 'm@x.org' } }
    expect(linked(mary, mary).outcome).toBe('LIKELY')
    expect(linked({ ...mary, certificate: '48213' }, { ...mary, certificate: '90377' }).outcome).not.toBe('LIKELY')
    expect(linked({ ...mary, suffix: 'Jr' }, { ...mary, suffix: 'III' }).outcome).not.toBe('LIKELY')
  })

  it('in files without dates of birth a name alone is never LIKELY, and something beside it makes it so', () => {
    const undated = frequenciesOf(FILE.map((one) => ({ ...one, dateOfBirth: '' })))
    const compare = (cells: Partial<LinkageRow>) =>
      comparePair(prepareRow(row(cells)), prepareRow(row(cells)), { frequencies: undated }).outcome
    const rare = { given: 'Featherstonehaugh', family: 'Cholmondeley' }
    expect(compare(rare)).toBe('POSSIBLE')
    expect(compare({ ...rare, extra: { email: 'f.c@x.org' } })).toBe('LIKELY')
  })

  it('the expanded profile takes a year more or less for one date; the strict one does not', () => {
    const [a, b] = [{ dateOfBirth: '1989-03-07' }, { dateOfBirth: '1990-03-07' }].map((cells) =>
      prepareRow(row({ given: 'Mary', family: 'Smith', ...cells })),
    )
    if (!a || !b) throw new Error('two rows')
    const [strict, expanded] = (['STRICT', 'EXPANDED_DOB'] as const).map((profile) =>
      comparePair(a, b, { frequencies, profile }),
    )
    expect(strict?.explanation).not.toContain('YEAR_OFF')
    expect(expanded?.explanation).toContain('YEAR_OFF')
    expect(expanded?.total).toBeGreaterThan(strict?.total ?? Infinity)
  })
})

describe('groups', () => {
  const UNDATED = [0, 0] as const

  it('three rows of one person are three pairs, also where two of them share nothing', () => {
    const builder = new GroupBuilder()
    builder.add(4, 1, 5, UNDATED)
    builder.add(4, 9, 5, UNDATED)
    const groups = builder.groups(0)
    expect(groups.of(9)).toEqual([1, 4, 9])
    expect(groups.together(1, 9)).toBe(true)
    expect(groups.of(2)).toEqual([2])
  })

  it('what is forbidden keeps two groups apart, in any order of the pairs', () => {
    const pairs = [
      [1, 2, 9],
      [3, 4, 9],
      [2, 3, 0.5],
      [1, 3, -20],
      [1, 4, -20],
      [2, 4, -20],
    ] as const
    for (const order of [pairs, [...pairs].reverse()]) {
      const builder = new GroupBuilder()
      for (const [a, b, odds] of order) builder.add(a, b, odds, UNDATED)
      expect(builder.groups(0).together(2, 3)).toBe(false)
    }
  })

  it('two dates that are stated twice each keep two groups of namesakes apart; a slip that is made once does not', () => {
    const [mine, yours] = [19700326, 19931009]
    const built = (bornLast: number) => {
      const builder = new GroupBuilder()
      builder.add(1, 2, 9, [mine, mine])
      builder.add(3, 4, 9, [yours, bornLast])
      for (const a of [1, 2]) {
        builder.add(a, 3, 0, [mine, yours])
        builder.add(a, 4, bornLast === mine ? 9 : 0, [mine, bornLast])
      }
      return builder.groups(0.25)
    }
    expect(built(yours).of(1)).toEqual([1, 2])
    expect(built(mine).of(1)).toEqual([1, 2, 3, 4])
  })

  it('a row without a date of birth does not make one person of two namesakes who each have their own', () => {
    const builder = new GroupBuilder()
    builder.add(1, 2, 0.5, [19810516, 0])
    builder.add(2, 3, 0.5, [0, 19891128])
    builder.add(1, 3, -4.5, [19810516, 19891128])
    const groups = builder.groups(0.25)
    expect(groups.together(1, 2)).toBe(true)
    expect(groups.of(3)).toEqual([3])
  })

  it('what other rows say of a pair is a line of its explanation, and the sum is at the threshold or just below', () => {
    const sum = (text: string) => [...text.matchAll(/ ([+-][\d.]+)/g)].reduce((all, [, bits]) => all + Number(bits), 0)
    const unlike = linked({ given: 'Mary', family: 'Smith' }, { given: 'Maria', family: 'Schmidt' })
    const alike = linked(
      { given: 'Mary', family: 'Smith', dateOfBirth: '1980-01-02' },
      { given: 'Mary', family: 'Smith', dateOfBirth: '1980-01-02' },
    )
    expect([unlike.outcome, alike.outcome]).toEqual([null, 'LIKELY'])
    const [grouped, heldBack] = [settle(unlike, true, 0.25), settle(alike, false, 0.25)]
    expect(grouped).toMatchObject({ outcome: 'LIKELY', bits: 0.25, score: 0.5432 })
    expect(grouped.explanation).toMatch(/; rows GROUPED \+[\d.]+$/)
    expect(heldBack).toMatchObject({ outcome: 'POSSIBLE', bits: 0.125, score: 0.5216 })
    expect(heldBack.explanation).toMatch(/; rows HELD_BACK -[\d.]+$/)
    for (const pair of [unlike, alike, grouped, heldBack]) expect(sum(pair.explanation)).toBe(pair.total)
    expect(settle(alike, true, 0.25)).toBe(alike)
    expect(settle(unlike, false, 0.25)).toBe(unlike)
  })
})
