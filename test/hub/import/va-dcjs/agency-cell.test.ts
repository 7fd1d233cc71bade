import { describe, expect, test } from 'vitest'
import { readAgencies } from '../../../../hub/import/profiles/va-dcjs/agency-cell.js'

const names = (cell: string) => readAgencies(cell).agencies.map((agency) => agency.name)

describe('the agency cell', () => {
  test.each([
    ["Hoxenfell County Sheriff's Office", "Hoxenfell County Sheriff's Office", false],
    ['Hoxenfell County Sheriff`s Office', "Hoxenfell County Sheriff's Office", false],
    ['Hoxenfell County Sheriff’s Office', "Hoxenfell County Sheriff's Office", false],
    ['Hoxenfell County Sheriffs Office', "Hoxenfell County Sheriff's Office", false],
    ['Stonequay University Pd', 'Stonequay University Police Department', false],
    ['Stonequay University Police Dept.', 'Stonequay University Police Department', false],
    ['Ashmarrow - Trennick Regional Jail', 'Ashmarrow-Trennick Regional Jail', false],
    ["Hoxenfell County Sheirff's Office", "Hoxenfell County Sheriff's Office", true],
    ["Hoxenfell County Sherrif's Office", "Hoxenfell County Sheriff's Office", true],
    ["Hoxenfell Cheriff's Office", "Hoxenfell Sheriff's Office", true],
    ["Hoxenfell County Sheriff's Officer", "Hoxenfell County Sheriff's Office", true],
    ["Hoxenfell Country Sherriff's Office", "Hoxenfell County Sheriff's Office", true],
    ['Quillmere Police Dapertment', 'Quillmere Police Department', true],
    ['Ashmarrow Regional Jain', 'Ashmarrow Regional Jail', true],
    // A misspelt place is left as it is: it could be another place.
    ['Quilmere Police Department', 'Quilmere Police Department', false],
  ])('%j is %j', (cell, name, corrected) => {
    expect(readAgencies(cell)).toMatchObject({ agencies: [{ name }], corrected })
  })

  test('two agencies only where both halves end as one', () => {
    expect(names('Stonequay University Police Department & Farrowgate Police Department')).toEqual([
      'Stonequay University Police Department',
      'Farrowgate Police Department',
    ])
    expect(names("Quillmere Police Department/ Hoxenfell County Sheriff's Office")).toHaveLength(2)
    expect(names("Pell & Merrow County Sheriff's Office")).toHaveLength(1)
    expect(names('Ashmarrow, Pellworth, Trennick Regional Jail')).toHaveLength(1)
    expect(names('')).toEqual([])
  })

  test('spellings of one name are equal once normalised; a county is not a city', () => {
    const normalized = (cell: string) => readAgencies(cell).agencies[0]?.normalized
    expect(normalized('Stonequay University Pd')).toBe(normalized('Stonequay  University Police Dept.'))
    expect(normalized('Pell & Merrow County Sheriff`s Office')).toBe(
      normalized('Pell and Merrow County Sheriffs Office'),
    )
    expect(normalized('Merrowdale County Police Department')).not.toBe(normalized('Merrowdale City Police Department'))
  })
})
