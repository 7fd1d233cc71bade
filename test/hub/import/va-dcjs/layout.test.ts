import { describe, expect, test } from 'vitest'
import { headerColumns, rowKind } from '../../../../hub/import/profiles/va-dcjs/layout.js'

const HEADER = ['Last Name', 'First Name', 'Middle\nInitial', 'Agency', 'Function', 'Decert Date', 'STATUS', 'Reason']
const blank = (count: number) => Array<null>(count).fill(null)

describe('what a row of a tab is', () => {
  test.each([
    ['blank', blank(8), 'BLANK'],
    ['spaces only', [' ', ...blank(7)], 'BLANK'],
    ['a title in column B', [null, 'TAB 2 - a title', ...blank(6)], 'TITLE'],
    ['the header', HEADER, 'HEADER'],
    ['the header without Reason', [...HEADER.slice(0, 7), null], 'HEADER'],
  ])('before the header: %s', (_name, cells, kind) => {
    expect(rowKind(cells, false)).toBe(kind)
  })

  test.each([
    ['a year, merged: the value once', [2021, ...blank(7)], 'SEPARATOR'],
    ['a year, merged: the value in every cell', Array<number>(8).fill(2021), 'SEPARATOR'],
    ['a footnote', ['* a note', ...blank(7)], 'SEPARATOR'],
    [
      'a row of the list',
      ['Averidge', 'Tobin', null, 'Quillmere Police Department', 'Law', new Date(0), null, null],
      'DATA',
    ],
    ['a row with two cells left', ['Averidge', 'Tobin', ...blank(6)], 'DATA'],
  ])('after it: %s', (_name, cells, kind) => {
    expect(rowKind(cells, true)).toBe(kind)
  })

  test('a header with other columns is none', () => {
    expect(headerColumns(['Last Name', 'First Name', 'Badge', ...blank(5)])).toBe(0)
    expect(headerColumns(HEADER)).toBe(8)
  })
})
