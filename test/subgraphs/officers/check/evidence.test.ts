import { expect, it } from 'vitest'
import { evidenceOf } from '../../../../subgraphs/officers/check/evidence.js'
import type { Candidate } from '../../../../subgraphs/officers/matching/index.js'

const SECRET = new Uint8Array(32).fill(7)
const HALONA: Candidate = {
  givenName: 'Halona',
  middleName: null,
  familyName: 'Windharrow',
  suffix: null,
  otherNames: [],
  dateOfBirth: { value: '1988', precision: 'YEAR' },
  certificates: [{ authority: null, number: '390144' }],
  formerEmployers: [{ agency: 'Ovenna Nation Police', from: null, to: null, reasonStated: 'moved' }],
}
const asked = { modelVersion: 'm1', candidate: HALONA, versions: ['idr_1@1', 'emp_1@3'] }
const of = (changes: Partial<typeof asked>) => evidenceOf(SECRET, { ...asked, ...changes })

it('Evidence is the same for the same model, identifiers, records and spells, in whatever order', () => {
  expect(of({ versions: ['emp_1@3', 'idr_1@1'] })).toBe(of({}))
  const reason = HALONA.formerEmployers.map((employer) => ({ ...employer, reasonStated: 'better pay' }))
  expect(of({ candidate: { ...HALONA, formerEmployers: reason } })).toBe(of({}))
})

it.each([
  ['another model', { modelVersion: 'm2' }],
  ['a record of another version', { versions: ['idr_1@2', 'emp_1@3'] }],
  ['one spell more', { versions: ['idr_1@1', 'emp_1@3', 'emp_2@1'] }],
  ['a fuller birth date', { candidate: { ...HALONA, dateOfBirth: { value: '1988-08-17', precision: 'DAY' } } }],
  ['another certificate', { candidate: { ...HALONA, certificates: [{ authority: null, number: '390145' }] } }],
  [
    'a further name',
    { candidate: { ...HALONA, otherNames: [{ given: 'Mae', middle: null, family: 'Castle', suffix: null }] } },
  ],
] as const)('%s is other evidence', (_what, changes) => {
  expect(of(changes as Partial<typeof asked>)).not.toBe(of({}))
})

it('It tells nothing to whoever lacks the key', () => {
  expect(evidenceOf(new Uint8Array(32).fill(8), asked)).not.toBe(of({}))
  expect(of({})).toMatch(/^[0-9a-f]{64}$/)
})
