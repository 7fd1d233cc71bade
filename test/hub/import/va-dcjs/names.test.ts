import { describe, expect, test } from 'vitest'
import { splitName } from '../../../../hub/import/profiles/va-dcjs/names.js'

const plain = { middle: null, suffix: null }

describe('a name as the list writes it', () => {
  test.each([
    [['Averidge', 'Tobin', 'M.'], { ...plain, family: 'Averidge', given: 'Tobin', middle: 'M.' }],
    [['Belmarch III', 'Garrick', ''], { ...plain, family: 'Belmarch', given: 'Garrick', suffix: 'III' }],
    [['Belmarch, III', 'Garrick', ''], { ...plain, family: 'Belmarch', given: 'Garrick', suffix: 'III' }],
    [['Corrander Jr.,', 'Nathaniel', ''], { ...plain, family: 'Corrander', given: 'Nathaniel', suffix: 'Jr.' }],
    [['Corrander, Sr', 'Nathaniel', ''], { ...plain, family: 'Corrander', given: 'Nathaniel', suffix: 'Sr.' }],
    [['Dunmarrow V', 'Charlton', ''], { ...plain, family: 'Dunmarrow', given: 'Charlton', suffix: 'V' }],
    [['Dunmarrow', 'Charlton jr', ''], { ...plain, family: 'Dunmarrow', given: 'Charlton', suffix: 'Jr.' }],
    [['Farrin- Oakes', 'Kyler', ''], { ...plain, family: 'Farrin-Oakes', given: 'Kyler' }],
    [['O’Tarrell', 'J’Nell', ''], { ...plain, family: "O'Tarrell", given: "J'Nell" }],
    [['Ivor', 'Ivy', 'NA'], { ...plain, family: 'Ivor', given: 'Ivy' }],
    // A surname that looks like nothing, and one that begins like a suffix.
    [['Na', 'Junho', 'N/A'], { ...plain, family: 'Na', given: 'Junho' }],
    [['Vane', 'Sri', 'I.A.'], { ...plain, family: 'Vane', given: 'Sri', middle: 'I.A.' }],
  ] as const)('%j', ([family, given, middle], name) => {
    expect(splitName(family, given, middle)).toEqual({ name, aliases: [] })
  })

  test('a second surname in parentheses is an alias', () => {
    const name = { ...plain, family: 'Eldermoor', given: 'Robyn' }
    expect(splitName('Eldermoor(Springate)', 'Robyn', '')).toEqual({
      name,
      aliases: [{ ...name, family: 'Springate' }],
    })
  })

  test.each([
    ['', 'Robyn', '', 'NAME_MISSING'],
    ['Eldermoor', '', '', 'NAME_MISSING'],
    ['(Springate)', 'Robyn', '', 'NAME_MISSING'],
    ['x'.repeat(10_000), 'Robyn', '', 'NAME_TOO_LONG'],
    ['Elderm\ufffdor', 'Robyn', '', 'NAME_UNREADABLE'],
    ['44200', 'Robyn', '', 'NAME_UNREADABLE'],
  ])('%.12j, %j, %j is %s', (family, given, middle, fault) => {
    expect(splitName(family, given, middle)).toBe(fault)
  })
})
