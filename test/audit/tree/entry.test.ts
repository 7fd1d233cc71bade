import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../../audit/tree/canonical-json.js'
import { canonicalEntry, type LoggedEntry } from '../../../audit/tree/entry.js'

const ENTRY: LoggedEntry = {
  index: 7,
  id: 'dsc_1',
  at: new Date('2026-11-24T09:30:00.005Z'),
  viewer: 'demo:hiring-city',
  service: null,
  agency: 'agc_1',
  jurisdiction: 'US-CA',
  purpose: 'J',
  caseReference: null,
  operation: 'Check',
  policyVersion: 'v1',
  records: [{ type: 'Officer', id: 'off_1', subjects: ['idr_1'], classes: ['PERSON_IDENTITY'] }],
  subjects: ['idr_1', 'idr_0'],
} as unknown as LoggedEntry

describe('what a leaf holds', () => {
  test('members in the order of their names, no spaces, time in milliseconds, lists in their own order', () => {
    expect(canonicalEntry(ENTRY).toString('utf8')).toBe(
      '{"agency":"agc_1","at":"2026-11-24T09:30:00.005Z","caseReference":null,"id":"dsc_1","index":7,' +
        '"jurisdiction":"US-CA","operation":"Check","policyVersion":"v1","purpose":"J",' +
        '"records":[{"classes":["PERSON_IDENTITY"],"id":"off_1","subjects":["idr_1"],"type":"Officer"}],' +
        '"subjects":["idr_1","idr_0"],"viewer":"demo:hiring-city"}',
    )
  })

  test('the service that acted for the viewer, where there was one', () => {
    const members = Object.keys(JSON.parse(canonicalEntry({ ...ENTRY, service: 'case-system' }).toString()) as object)
    expect(members).toContain('service')
    expect(JSON.parse(canonicalEntry(ENTRY).toString())).not.toHaveProperty('service')
  })

  test('the same bytes in whatever order a database hands out the members', () => {
    const turned = Object.fromEntries(Object.entries(ENTRY).reverse()) as unknown as LoggedEntry
    const [record] = ENTRY.records
    const records = [Object.fromEntries(Object.entries(record ?? {}).reverse())] as unknown as LoggedEntry['records']
    expect(canonicalEntry({ ...turned, records })).toEqual(canonicalEntry(ENTRY))
  })

  test.each([
    ['index', 8],
    ['id', 'dsc_2'],
    ['at', new Date('2026-11-24T09:30:00.006Z')],
    ['viewer', 'demo:hiring-citY'],
    ['service', 'partner-portal'],
    ['agency', 'agc_2'],
    ['jurisdiction', 'US-OH'],
    ['purpose', 'A'],
    ['caseReference', ''],
    ['operation', 'check'],
    ['policyVersion', 'v2'],
    ['records', []],
    ['subjects', ['idr_0', 'idr_1']],
  ])('another %s, other bytes', (member, value) => {
    expect(canonicalEntry({ ...ENTRY, [member]: value })).not.toEqual(canonicalEntry(ENTRY))
  })
})

describe('RFC 8785', () => {
  test("the RFC's example of sorting, section 3.2.3: by UTF-16 code units", () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, null])))
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual([...names].sort())
    expect(text).toBe('{"\\r":null,"1":null,"\u0080":null,"\u00f6":null,"\u20ac":null,"\u{1f600}":null,"\ufb33":null}')
  })

  test('strings, section 3.2.2.2: short escapes where there are, lower-case hexadecimal, all else as it is', () => {
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
  })

  test('whatever it writes reads back as the same value, and is written the same again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2, stringUnit: 'binary-ascii' }), (value) => {
        const text = canonicalJson(value as Json)
        const read = JSON.parse(text) as Json
        expect(isDeepStrictEqual(read, JSON.parse(JSON.stringify(value)))).toBe(true)
        expect(canonicalJson(read)).toBe(text)
      }),
      { numRuns: 50 },
    )
  })
})
