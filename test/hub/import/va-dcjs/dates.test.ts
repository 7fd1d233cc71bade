import { describe, expect, test } from 'vitest'
import { readDate } from '../../../../hub/import/profiles/va-dcjs/dates.js'

const NOW = new Date('2026-11-24T12:00:00Z')

describe('a date as the list writes it', () => {
  test.each([
    [new Date('2021-03-23T00:00:00Z'), '2021-03-23'],
    [44278, '2021-03-23'],
    ['44278', '2021-03-23'],
    ['03/23/2021', '2021-03-23'],
    ['3/5/2021', '2021-03-05'],
    ['07-23-2021', '2021-07-23'],
    ['2021-03-23', '2021-03-23'],
    [new Date('2026-11-24T00:00:00Z'), '2026-11-24'],
  ])('%j is %s', (cell, on) => {
    expect(readDate(cell, NOW)).toEqual({ kind: 'DATE', on })
  })

  test.each([
    [null, 'NONE'],
    ['N/A', 'NONE'],
    ['N.A', 'NONE'],
    ['NA', 'NONE'],
    ['', 'NONE'],
    ['10/04/0222', 'UNREADABLE'],
    ['11/02/20217', 'UNREADABLE'],
    ['02/30/2021', 'UNREADABLE'],
    ['13/01/2021', 'UNREADABLE'],
    ['03/23/21', 'UNREADABLE'],
    ['spring 2021', 'UNREADABLE'],
    [12, 'UNREADABLE'],
    [NaN, 'UNREADABLE'],
    [1e9, 'UNREADABLE'],
    [new Date(NaN), 'UNREADABLE'],
    [new Date('0222-10-04T00:00:00Z'), 'UNREADABLE'],
    [new Date('2089-03-28T00:00:00Z'), 'FUTURE'],
    ['11/25/2026', 'FUTURE'],
  ])('%j is %s', (cell, kind) => {
    expect(readDate(cell, NOW)).toEqual({ kind })
  })
})
