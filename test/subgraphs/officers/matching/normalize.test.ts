import { describe, expect, it } from 'vitest'
import { normalizeName } from '../../../../subgraphs/officers/matching/index.js'
import { normalizeParts } from '../../../../subgraphs/officers/matching/normalize.js'

const name = (given: string, family: string, middle: string | null = null, suffix: string | null = null) =>
  normalizeParts({ given, middle, family, suffix })

describe('one cell', () => {
  it.each([
    ["O'Kinnear", 'okinnear'],
    ['O’Kinnear', 'okinnear'],
    ['O`Kinnear', 'okinnear'],
    ['Oʻkinnear', 'okinnear'],
    ['O\ufffdKinnear', 'okinnear'],
    ['O Kinnear', 'okinnear'],
    ['Mc Garvey', 'mcgarvey'],
    ['Saint-Amour', 'stamour'],
    ['St. Amour', 'stamour'],
    ['Núñez', 'nunez'],
    ['Nu\u0301n\u0303ez', 'nunez'],
    ['Łysiak', 'lysiak'],
    ['Đặng', 'dang'],
    ['Соколов', 'sokolov'],
    ['QUIST - ABERNATHY', 'quistabernathy'],
    ['Quist(Abernathy)', 'quistabernathy'],
    ['Quist,', 'quist'],
    ['Quist, III', 'quist'],
    ['Quist Jr.,', 'quist'],
    ['Quist   V', 'quist'],
    ['Junior', 'junior'],
    ['', ''],
    ['—', ''],
  ])('%s', (cell, normal) => {
    expect(normalizeName(cell)).toBe(normal)
  })
})

describe('suffixes', () => {
  it.each([
    [name('Ann', 'Quist Jr.,'), 'JR'],
    [name('Ann', 'Quist   V'), 'V'],
    [name('Ann Jr.', 'Quist'), 'JR'],
    [name('Ann', 'Quist', 'Jr.'), 'JR'],
    [name('Ann', 'Quist', 'M. Sr'), 'SR'],
    [name('Ann', 'Quist', null, 'the 3rd'), 'III'],
    [name('Ann', 'Quist Jr.', null, 'Sr.'), 'SR'],
    [name('Ann', 'Quist', null, 'N/A'), null],
  ])('%#', (normal, suffix) => {
    expect(normal.suffix).toBe(suffix)
  })

  it('a V among given names is an initial', () => {
    expect(name('Ann', 'Quist', 'V.')).toMatchObject({ middle: ['v'], suffix: null })
    expect(name('Ann V', 'Quist')).toMatchObject({ given: ['ann', 'v'], suffix: null })
  })
})

describe('parts', () => {
  it('particles are set aside, not dropped', () => {
    expect(name('Ines', 'de la Cruzado')).toMatchObject({ family: ['de', 'la', 'cruzado'], familyCore: ['cruzado'] })
  })

  it('a surname that is a particle stays', () => {
    expect(name('Thi', 'Do').familyCore).toEqual(['do'])
  })

  it('no middle name has several spellings', () => {
    for (const cell of ['NMN', 'N/A', 'None', '', null]) expect(name('Ann', 'Quist', cell).middle).toEqual([])
  })

  it('titles before a given name go, a given name that is a title stays', () => {
    expect(name('Sgt. Ann', 'Quist').given).toEqual(['ann'])
    expect(name('Deputy', 'Quist').given).toEqual(['deputy'])
  })
})
