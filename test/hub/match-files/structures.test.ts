import { describe, expect, test } from 'vitest'
import { Grouping } from '../../../hub/match-files/grouping.js'
import { hash32 } from '../../../hub/match-files/hash.js'
import { KeyCounts } from '../../../hub/match-files/key-counts.js'
import { KeyIndex } from '../../../hub/match-files/key-index.js'
import { LineOfId } from '../../../hub/match-files/line-of-id.js'
import { repaired } from '../../../hub/match-files/mojibake.js'
import { createRng } from '../../../prisma/seed/rng.js'
import { FORBIDDEN } from '../../../subgraphs/officers/matching/linkage/groups.js'
import type { LinkedPair } from '../../../subgraphs/officers/matching/linkage/index.js'

describe('what holds rows in little memory answers as a map would', () => {
  const rng = createRng('match-files')
  const entries = Array.from({ length: 5_000 }, (_, row) => ({ key: `k:${rng.int(0, 1_000)}`, row }))
  const byKey = new Map<string, number[]>()
  for (const { key, row } of entries) byKey.set(key, [...(byKey.get(key) ?? []), row])

  test('the index of keys', () => {
    const index = new KeyIndex()
    for (const { key, row } of entries) index.add(hash32(key), row)
    const rowsOf = (key: string): number[] => {
      const found: number[] = []
      index.each(hash32(key), (row) => found.push(row))
      return found.reverse()
    }
    expect(new Map([...byKey.keys()].map((key) => [key, rowsOf(key)]))).toEqual(byKey)
    expect(rowsOf('k:none')).toEqual([])
  })

  test('the counts of keys: exact of few keys, never too low of very many', () => {
    const counts = new KeyCounts(2_000)
    const wrong = () => [...byKey].filter(([key, rows]) => counts.of(hash32(key)) !== rows.length).length
    const tooLow = () => [...byKey].filter(([key, rows]) => counts.of(hash32(key)) < rows.length).length
    for (const { key } of entries) counts.add(hash32(key))
    expect(wrong()).toBe(0)
    expect(counts.of(hash32('k:none'))).toBe(0)
    for (let other = 0; other < 2_000; other++) counts.add(hash32(`other:${other}`))
    expect(tooLow()).toBe(0)
    expect(wrong()).toBeLessThan(0.01 * byKey.size)
  })

  test('the lines of ids', () => {
    const lines = new LineOfId()
    const ids = Array.from({ length: 5_000 }, (_, index) => `rec-${index}-org`)
    expect(ids.filter((id, index) => lines.add(id, index + 2) !== null)).toEqual([])
    expect(lines.add('rec-0-org', 99_999)).toBe(2)
    expect(lines.add('rec-4999-org', 99_999)).toBe(5_001)
  })
})

describe('UTF-8 that somebody read as Windows-1252', () => {
  test.each(['José', 'Nguyễn Văn', 'O’Neill', 'Łukasz', 'Ólafur', 'Иван', 'Zoë', 'Çelik'])('%s', (name) => {
    const bytes = Buffer.from(name)
    // What has no character in Windows-1252 is a control character to whoever reads it so.
    const misread = new TextDecoder('windows-1252').decode(bytes)
    expect(misread).not.toBe(name)
    expect(repaired(misread)).toBe(name)
  })

  test.each(['José', 'Ana', '', 'Ã', 'Saõ', 'Ÿvette', 'Иван', 'Ã©Иван'])('%j stays as it is', (name) => {
    expect(repaired(name)).toBe(null)
  })
})

describe('the groups of one file', () => {
  const pair = (a: number, b: number, odds: number, outcome: LinkedPair['outcome']) => ({
    a,
    b,
    left: String(a),
    right: String(b),
    births: [0, 0] as const,
    pair: { score: 0.5, total: 0, bits: odds, odds, outcome, explanation: 'given EXACT +6' },
  })

  test('a third row that one of two brings along is a pair with the other too', () => {
    const grouping = new Grouping()
    grouping.add(pair(4, 7, 12, 'LIKELY'), true)
    grouping.add(pair(7, 9, 12, 'LIKELY'), true)
    grouping.add(pair(1, 2, -1, 'POSSIBLE'), true)
    grouping.add(pair(2, 3, -5, null), false)
    const groups = grouping.close()
    expect(groups?.rightOf).toEqual(
      new Map([
        [1, [2]],
        [4, [7, 9]],
        [7, [9]],
      ]),
    )
    expect(groups?.settled(pair(4, 9, -3, null)).pair.outcome).toBe('LIKELY')
    expect(groups?.settled(pair(1, 2, -1, 'POSSIBLE')).pair.outcome).toBe('POSSIBLE')
  })

  test('what tells two persons apart is not outvoted by their other rows', () => {
    const grouping = new Grouping()
    grouping.add(pair(4, 7, 12, 'LIKELY'), true)
    grouping.add(pair(7, 9, 12, 'LIKELY'), true)
    const contradicting = pair(4, 9, FORBIDDEN, null)
    expect(grouping.close()?.settled(contradicting)).toBe(contradicting)
  })

  test('of too many pairs there are none', () => {
    const grouping = new Grouping(2)
    grouping.add(pair(1, 2, 12, 'LIKELY'), true)
    grouping.add(pair(1, 3, -9, null), false)
    grouping.add(pair(2, 3, 12, 'LIKELY'), true)
    expect(grouping.close()).not.toBe(null)
    grouping.add(pair(3, 4, 12, 'LIKELY'), true)
    expect(grouping.close()).toBe(null)
  })
})
