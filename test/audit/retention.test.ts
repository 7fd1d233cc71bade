import { describe, expect, test } from 'vitest'
import { RETENTION, retainUntil } from '../../audit/retention.js'
import { DATA_CLASSES } from '../../policy/types.js'
import { entryOf } from '../support/disclosure-entry.js'

describe('retention of the disclosure log', () => {
  test('Every class names the clause behind its years, and none is kept for less than the Privacy Act asks', () => {
    expect(Object.keys(RETENTION)).toEqual(DATA_CLASSES)
    for (const { years, clause } of Object.values(RETENTION)) {
      expect(years).toBeGreaterThanOrEqual(5)
      expect(clause).not.toBe('')
    }
  })

  test('The time runs from the disclosure, by the calendar', () => {
    expect(retainUntil(entryOf('hiring-city', { at: new Date('2026-11-24T10:00:00.123Z') }))).toEqual(
      new Date('2031-11-24T10:00:00.123Z'),
    )
    expect(retainUntil(entryOf('hiring-city', { at: new Date('2028-02-29T00:00:00Z'), records: [] }))).toEqual(
      new Date('2033-03-01T00:00:00Z'),
    )
  })
})
