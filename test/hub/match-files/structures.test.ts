import { describe, expect, test } from 'vitest'
import { hash32 } from '../../../hub/match-files/hash.js'
import { KeyCounts } from '../../../hub/match-files/key-counts.js'
import { KeyIndex } from '../../../hub/match-files/key-index.js'
import { LineOfId } from '../../../hub/match-files/line-of-id.js'
import { repaired } from '../../../hub/match-files/mojibake.js'
import { createRng } from '../../../prisma/seed/rng.js'

describe('what holds rows in little memory answers as a map would', () => {
  const rng = createRng('match-files')
  const entries = Array.from({ length: 20_000 }, (_, row) => ({ key: `k:${rng.int(0, 4_000)}`, row }))
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
    const counts = new KeyCounts()
    const wrong = () => [...byKey].filter(([key, rows]) => counts.of(hash32(key)) !== rows.length).length
    const tooLow = () => [...byKey].filter(([key, rows]) => counts.of(hash32(key)) < rows.length).length
    for (const { key } of entries) counts.add(hash32(key))
    expect(wrong()).toBe(0)
    expect(counts.of(hash32('k:none'))).toBe(0)
    for (let other = 0; other < 150_000; other++) counts.add(hash32(`other:${other}`))
    expect(tooLow()).toBe(0)
    expect(wrong()).toBeLessThan(0.01 * byKey.size)
  })

  test('the lines of ids', () => {
    const lines = new LineOfId()
    const ids = Array.from({ length: 20_000 }, (_, index) => `rec-${index}-org`)
    expect(ids.filter((id, index) => lines.add(id, index + 2) !== null)).toEqual([])
    expect(lines.add('rec-0-org', 99_999)).toBe(2)
    expect(lines.add('rec-19999-org', 99_999)).toBe(20_001)
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
