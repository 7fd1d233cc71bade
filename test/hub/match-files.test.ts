import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { MODEL } from '../../subgraphs/officers/matching/index.js'
import { csv, everyPair, type PersonRow } from './match-files/every-pair.js'
import { ScratchFolder } from './match-files/scratch-folder.js'

/** Those who applied. */
const APPLICANTS: readonly PersonRow[] = [
  ['L1', 'Marisol', 'Ibarra', '1984-05-12'],
  ['L2', 'Robert', 'Castellan', '1979-11-30'],
  ['L3', 'Nadia', 'Petrova', '1990-02-07'],
  ['L4', 'Tomas', "O'Neill", '1975-08-21'],
  ['L5', 'Grace', 'Lindqvist', '1988-01-15'],
  ['L6', 'Grace', 'Halloran', '1962-09-09'],
]
/** The same people as another office wrote them, but for the last: nickname, names exchanged, apostrophe, a letter. */
const LISTED: readonly PersonRow[] = [
  ['R5', 'Grace', 'Lindquist', '1988-01-15'],
  ['R4', 'Tomas', 'O Neill', '1975-08-21'],
  ['R1', 'Marisol', 'Ibarra', '1984-05-12'],
  ['R3', 'Petrova', 'Nadia', '1990-02-07'],
  ['R2', 'Bob', 'Castellan', '1979-11-30'],
  ['R1b', 'Marisol', 'Ibarra', '1984-05-21'],
  ['R7', 'Quentin', 'Abernathy', '1951-03-03'],
]

const folder = new ScratchFolder()
afterAll(() => folder.remove())
beforeEach(() => {
  folder.write('left.csv', csv(APPLICANTS))
  folder.write('right.csv', csv(LISTED))
})

const idsOf = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2).join(' '))

describe('two files', () => {
  test('the pairs of a comparison of every row with every row, in the order of the files, and nothing else beside them', async () => {
    const report = await folder.match({ force: true })
    const pairs = folder.read('pairs.csv')
    expect(pairs).toBe(everyPair(APPLICANTS, LISTED))
    expect(idsOf(pairs)).toEqual(['L1 R1', 'L1 R1b', 'L2 R2', 'L3 R3', 'L4 R4', 'L5 R5'])
    expect(folder.list()).toEqual(['left.csv', 'pairs.csv', 'right.csv'])
    expect(report).toEqual({
      left: {
        file: folder.at('left.csv'),
        encoding: 'utf-8',
        rows: 6,
        withoutBirth: 0,
        unreadDates: 0,
        repairedCells: 0,
      },
      right: {
        file: folder.at('right.csv'),
        encoding: 'utf-8',
        rows: 7,
        withoutBirth: 0,
        unreadDates: 0,
        repairedCells: 0,
      },
      out: folder.at('pairs.csv'),
      likely: pairs.split(',LIKELY,').length - 1,
      possible: pairs.split(',POSSIBLE,').length - 1,
      compared: report.compared,
      leftOut: { keys: 0, pairs: 0, rows: { left: 0, right: 0 } },
      grouped: null,
      shieldedLines: 0,
      profile: 'STRICT',
      dates: 'ymd',
      model: MODEL.version,
    })
    expect(report.likely + report.possible).toBe(6)
    expect(report.compared).toBeGreaterThanOrEqual(6)
  })

  test.each([1, 2, 3, 7])('in chunks of %i rows: the same bytes', async (chunk) => {
    const whole = await folder.match({ force: true })
    const expected = folder.read('pairs.csv')
    const report = await folder.match({ force: true, chunk })
    expect(folder.read('pairs.csv')).toBe(expected)
    expect(report).toEqual(whole)
    expect(folder.list()).toEqual(['left.csv', 'pairs.csv', 'right.csv'])
  })

  test('left and right exchanged: the same pairs with the same score', async () => {
    await folder.match({ force: true })
    const turned = (line: string): string => line.replace(/^([^,]*),([^,]*)/, '$2,$1')
    const expected = folder.read('pairs.csv').trimEnd().split('\n').slice(1).map(turned).sort()
    await folder.match({ force: true, left: folder.at('right.csv'), right: folder.at('left.csv') })
    expect(folder.read('pairs.csv').trimEnd().split('\n').slice(1).sort()).toEqual(expected)
  })

  test('columns that the right file calls otherwise', async () => {
    await folder.match({ force: true })
    const expected = folder.read('pairs.csv')
    folder.write('right.csv', csv(LISTED).replace('id,given,family,dob', 'number,given,family,birth date'))
    await folder.match({
      force: true,
      rightColumns: new Map([
        ['id', 'number'],
        ['dob', 'birth date'],
      ]),
    })
    expect(folder.read('pairs.csv')).toBe(expected)
  })

  test('a year of birth more or less counts as the profile says', async () => {
    const older = LISTED.map(([id, given, family, dob]): PersonRow => [id, given, family, dob.replace('1979', '1980')])
    folder.write('right.csv', csv(older))
    for (const profile of ['STRICT', 'EXPANDED_DOB'] as const) {
      await folder.match({ force: true, profile })
      expect(folder.read('pairs.csv')).toBe(everyPair(APPLICANTS, older, profile))
    }
    expect(everyPair(APPLICANTS, older, 'STRICT')).not.toBe(everyPair(APPLICANTS, older, 'EXPANDED_DOB'))
  })

  test('nobody in common: a header and no pair', async () => {
    folder.write('right.csv', csv(LISTED.slice(-1)))
    expect(await folder.match({ force: true })).toMatchObject({ likely: 0, possible: 0 })
    expect(folder.read('pairs.csv')).toBe('id_left,id_right,score,outcome,explanation\n')
  })

  test('a name alone is never LIKELY', async () => {
    const nameless = (rows: readonly PersonRow[]) => csv(rows.map(([id, given, family]) => [id, given, family, '']))
    folder.write('left.csv', nameless(APPLICANTS))
    folder.write('right.csv', nameless(LISTED))
    const report = await folder.match({ force: true })
    expect(report.left.withoutBirth).toBe(6)
    expect(report.likely).toBe(0)
  })
})

describe('one file with itself', () => {
  const ROSTER = [...APPLICANTS, ...LISTED]
  beforeEach(() => folder.write('left.csv', csv(ROSTER)))

  test('each pair once, the earlier row first, no row with itself', async () => {
    await folder.match({ force: true, right: null })
    const pairs = folder.read('pairs.csv')
    expect(pairs).toBe(everyPair(ROSTER, null))
    expect(idsOf(pairs)).toEqual(['L1 R1', 'L1 R1b', 'L2 R2', 'L3 R3', 'L4 R4', 'L5 R5', 'R1 R1b'])
  })

  test.each([1, 2, 5, 12, 13])('in chunks of %i rows: the same bytes and counts', async (chunk) => {
    const whole = await folder.match({ force: true, right: null })
    const expected = folder.read('pairs.csv')
    expect(await folder.match({ force: true, right: null, chunk })).toEqual(whole)
    expect(folder.read('pairs.csv')).toBe(expected)
  })
})

describe('a key that very many rows share', () => {
  /** Forty people of one name, two of whom state the same day of birth. */
  const CROWD = Array.from({ length: 40 }, (_, index): PersonRow => [
    `C${index}`,
    'Jan',
    'Novak',
    index === 7 || index === 31 ? '1980-04-05' : '',
  ])
  beforeEach(() => folder.write('left.csv', csv(CROWD)))

  test('is left out and counted; who agrees in more is compared under another key', async () => {
    const report = await folder.match({ force: true, right: null, keyPairs: 100 })
    expect(idsOf(folder.read('pairs.csv'))).toEqual(['C7 C31'])
    expect(report.compared).toBe(1)
    expect(report.leftOut.keys).toBeGreaterThan(0)
    expect(report.leftOut.pairs).toBe((report.leftOut.keys * 40 * 39) / 2)
    expect(report.leftOut.rows).toEqual({ left: 38, right: 0 })
  })

  test('whatever the chunks', async () => {
    const whole = await folder.match({ force: true, right: null, keyPairs: 100 })
    expect(await folder.match({ force: true, right: null, keyPairs: 100, chunk: 9 })).toEqual(whole)
  })

  test('of two files the rows of each are counted', async () => {
    folder.write('right.csv', csv(CROWD.map(([id, ...rest]) => [`R${id}`, ...rest])))
    const report = await folder.match({ force: true, keyPairs: 100, chunk: 15 })
    expect(report.leftOut.rows).toEqual({ left: 38, right: 38 })
    expect(report.compared).toBe(4)
  })

  test('within the limit nothing is left out', async () => {
    const report = await folder.match({ force: true, right: null, keyPairs: 780 })
    expect(report.leftOut).toEqual({ keys: 0, pairs: 0, rows: { left: 0, right: 0 } })
    expect(report.compared).toBe(780)
  })
})

describe('ids that a spreadsheet would run', () => {
  const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', "'x", '＝1', 'plain-1', 'a,b']

  test('have one apostrophe more, which taken away gives the id back', async () => {
    folder.write('left.csv', csv(HOSTILE.map((id) => [id, 'Marisol', 'Ibarra', '1984-05-12'])))
    folder.write('right.csv', csv([['R1', 'Marisol', 'Ibarra', '1984-05-12']]))
    const report = await folder.match({ force: true })
    const ids = folder
      .read('pairs.csv')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',R1,')[0])
    expect(ids).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "''x", "'＝1", 'plain-1', '"a,b"'])
    expect(report.shieldedLines).toBe(6)
  })

  test('are as they are with rawIds', async () => {
    folder.write('left.csv', csv([['=1+1', 'Marisol', 'Ibarra', '1984-05-12']]))
    folder.write('right.csv', csv([['@R1', 'Marisol', 'Ibarra', '1984-05-12']]))
    expect(await folder.match({ force: true, rawIds: true })).toMatchObject({ shieldedLines: 0 })
    expect(idsOf(folder.read('pairs.csv'))).toEqual(['=1+1 @R1'])
  })
})
