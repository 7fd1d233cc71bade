import { describe, expect, it } from 'vitest'
import { rankPersons } from '../../../../subgraphs/officers/check/rank-persons.js'

const BOUND = 3

describe('who is compared first', () => {
  it('is whoever shares the stronger key', () => {
    const hits = [
      { key: 's:SM0:j', persons: ['off_sound'] },
      { key: 'd:19840307:SM0', persons: ['off_birth'] },
      { key: 'n:SM0:john', persons: ['off_name'] },
      { key: 'c:123456', persons: ['off_number'] },
    ]
    expect(rankPersons(hits, BOUND)).toEqual(['off_birth', 'off_number', 'off_name', 'off_sound'])
  })

  it('a birth and a name together are more than either', () => {
    const hits = [
      { key: 'f:john:smith', persons: ['off_namesake', 'off_both'] },
      { key: 'i:19840307:j', persons: ['off_both', 'off_birthday'] },
    ]
    expect(rankPersons(hits, BOUND)[0]).toBe('off_both')
  })

  it('seven keys of one name are one evidence: they do not outweigh a birth date with another surname', () => {
    const name = ['f:john:smith', 'k:smith:joh', 'l:smith:ohn', 'n:SM0:john', 'g:john:smi', 'h:john:ith', 's:SM0:j']
    const hits = [
      ...name.map((key) => ({ key, persons: ['off_namesake'] })),
      { key: 'd:19840307:SM0', persons: ['off_birth'] },
    ]
    expect(rankPersons(hits, BOUND)).toEqual(['off_birth', 'off_namesake'])
  })

  it('a key that more rows hold than are looked at brings nobody; one that just fits brings all', () => {
    const persons = ['off_1', 'off_2', 'off_3']
    expect(rankPersons([{ key: 's:SM0:j', persons: [...persons, 'off_4'] }], BOUND)).toEqual([])
    expect(rankPersons([{ key: 's:SM0:j', persons }], BOUND)).toEqual(persons)
  })

  it('equals come in the order of their ids, whatever order the rows came in', () => {
    const rows = ['off_2', 'off_3', 'off_1']
    const expected = ['off_1', 'off_2', 'off_3']
    expect(rankPersons([{ key: 'f:john:smith', persons: rows }], BOUND)).toEqual(expected)
    expect(rankPersons([{ key: 'f:john:smith', persons: [...rows].reverse() }], BOUND)).toEqual(expected)
  })

  it('whoever is recorded without a birth comes before a namesake of another birth, and after one of the same', () => {
    const hits = [
      { key: 'f:john:smith', persons: ['off_other', 'off_undated', 'off_same'] },
      { key: 'uf:john:smith', persons: ['off_undated'] },
      { key: 'd:19840307:SM0', persons: ['off_same'] },
    ]
    expect(rankPersons(hits, BOUND)).toEqual(['off_same', 'off_undated', 'off_other'])
  })
})
