import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../contract/errors.js'
import { faultsOf } from './faults.js'
import { requestOf } from './requests.js'

const body = (code: string, message = 'words') =>
  JSON.stringify({ errors: [{ message, extensions: { code, requestId: 'req_1', whatToDo: 'x' } }] })

describe('What the fuzzer takes for a fault', () => {
  it.each([
    [200, '{"data":{"viewer":null}}', []],
    [400, body('OPERATION_INVALID'), []],
    [503, body('SUBGRAPH_UNAVAILABLE'), []],
    [503, body('OPERATION_INVALID'), ['status 503']],
    [500, body('INTERNAL'), ['status 500', 'INTERNAL']],
    [200, body('INTERNAL'), ['INTERNAL']],
    [502, '', ['status 502']],
    [400, '{"error":"Bad Request"}', ['status 400 without an error']],
    [400, body('toString'), ['an error that is not of the catalogue']],
    [400, body('BAD_INPUT', 'SELECT * FROM hub.viewer'), ['tells of what is within']],
    [400, body('BAD_INPUT', 'x\n    at run (/app/gateway/x.ts:1:2)'), ['tells of what is within']],
    [400, body('OPERATION_INVALID', 'Did you mean "name"?'), ['tells of what is within']],
  ])('%i %s', (status, text, faults) => {
    expect(faultsOf({ status, body: text }, true)).toEqual(faults)
  })

  it('no answer to a request that was whole is one; an error of the catalogue is none', () => {
    expect(faultsOf({ status: null, body: '' }, true)).toEqual(['no answer'])
    expect(faultsOf({ status: null, body: '' }, false)).toEqual([])
    for (const code of ['REQUEST_INVALID', 'OPERATION_TOO_LARGE', 'TOKEN_EXPIRED', 'AUDIT_UNAVAILABLE'] as const) {
      const { status, meaning } = CATALOGUE[code]
      expect([code, faultsOf({ status, body: body(code, meaning) }, true)]).toEqual([code, []])
    }
  })
})

describe('A request of the fuzzer', () => {
  it('is the same again from its seed and number, and another from another', () => {
    const of = (seed: number, number: number) => requestOf(seed, number, ['a.b.c']).bytes.toString('latin1')
    expect(of(7, 12)).toBe(of(7, 12))
    expect(new Set([0, 1, 2, 3].flatMap((n) => [of(7, n), of(8, n)])).size).toBe(8)
  })
})
