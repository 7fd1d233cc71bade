import { describe, expect, test } from 'vitest'
import { mapRow } from '../../../../hub/import/profiles/va-dcjs/map-row.js'
import type { SourceRow } from '../../../../hub/import/profiles/va-dcjs/source-row.js'

const CONTEXT = {
  profile: 'va-dcjs',
  authority: 'Virginia Department of Criminal Justice Services',
  now: new Date('2026-11-24T12:00:00Z'),
}

/** A plain finalized row of a person who does not exist. */
const TOBIN: SourceRow = {
  tab: '1)',
  row: 5,
  list: 'FINALIZED',
  family: 'Averidge',
  given: 'Tobin',
  middle: 'M. ',
  agency: 'Quillmere Police Department',
  function: 'Law-Enforcement Officer',
  decertDate: new Date('2022-03-21T00:00:00Z'),
  status: 'Finalized',
  reason: 'Decertification Cause: 15.2-1707(B)(vi)- invented',
}
const map = (change: Partial<SourceRow> = {}) => mapRow({ ...TOBIN, ...change }, CONTEXT)
const codes = (change: Partial<SourceRow>) => map(change).warnings.map(({ field, code }) => `${field} ${code}`)
const standing = (change: Partial<SourceRow>) => {
  const { person } = map(change)
  return person && [person.stage, person.certification.status, person.admitted, person.knowable]
}

test('a finalized row says all that it says, and nothing else', () => {
  const { person, rejected, warnings } = map()
  expect({ rejected, warnings }).toEqual({ rejected: null, warnings: [] })
  expect(person).toEqual({
    type: 'PERSON',
    tab: '1)',
    row: 5,
    sourceKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    digest: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    name: { given: 'Tobin', middle: 'M.', family: 'Averidge', suffix: null },
    aliases: [],
    agencies: [{ name: 'Quillmere Police Department', normalized: 'quillmere police department' }],
    employment: { officerClass: 'SWORN', separation: 'NONE', investigationActive: 'UNKNOWN' },
    certification: {
      certificateClass: 'LAW_ENFORCEMENT',
      classRaw: 'Law-Enforcement Officer',
      status: 'REVOKED',
      statusOn: '2022-03-21',
    },
    incident: {
      kind: 'DECERTIFICATION',
      decidedOn: '2022-03-21',
      groundCode: 'VA-15.2-1707-B-vi',
      groundCodeSystem: 'VA Code 15.2-1707',
      groundCodeVersion: '2021-03-01',
      groundRaw: 'Decertification Cause: 15.2-1707(B)(vi)- invented',
      nexus: 'UNKNOWN',
    },
    statusRaw: 'Finalized',
    stage: 'FINAL',
    admitted: true,
    knowable: true,
  })
})

describe('what may leave its owner', () => {
  test.each<[string, Partial<SourceRow>, [string, string, boolean, boolean]]>([
    ['finalized', {}, ['FINAL', 'REVOKED', true, true]],
    [
      'in effect, under appeal',
      { status: 'Finalized/ APA Appeal Pending' },
      ['EFFECTIVE_UNDER_APPEAL', 'NOT_CURRENTLY_VALID', false, true],
    ],
    ['withdrawn', { status: 'Finalized-Withdrawn' }, ['VOID', 'HELD', false, false]],
    ['unexplained', { status: 'FINALIZED*' }, ['HELD', 'HELD', false, false]],
    ['unexplained abbreviation', { status: 'Finalized/ AH.D.' }, ['HELD', 'HELD', false, false]],
    ['pending conclusion', { list: 'PENDING', status: null }, ['APPEAL_WINDOW', 'HELD', false, false]],
    ['pending appeal', { list: 'PENDING', status: 'Appeal Pending' }, ['APPEAL_PENDING', 'HELD', false, false]],
    ['finalized on the pending list', { list: 'PENDING' }, ['APPEAL_WINDOW', 'HELD', false, false]],
    ['date lost', { decertDate: '11/02/20217' }, ['HELD', 'HELD', false, false]],
    ['date in the future', { decertDate: new Date('2089-03-28T00:00:00Z') }, ['HELD', 'HELD', false, false]],
    ['no date', { decertDate: 'N/A' }, ['HELD', 'HELD', false, false]],
    [
      'pending and no date',
      { list: 'PENDING', status: 'Appeal Pending', decertDate: null },
      ['HELD', 'HELD', false, false],
    ],
    ['ineligible', { reason: 'Ineligible Cause: 15.2-1707(B)(iv)- invented' }, ['HELD', 'HELD', false, false]],
    ['no reason', { reason: null }, ['HELD', 'HELD', false, false]],
    ['status shifted', { status: new Date('2017-06-15T00:00:00Z') }, ['HELD', 'HELD', false, false]],
    [
      'reinstated',
      { list: 'REINSTATED', decertDate: 'N/A', status: 'REINSTATED, 05/18/2023', reason: null },
      ['FINAL', 'REINSTATED', false, true],
    ],
    [
      'reinstated, no date',
      { list: 'REINSTATED', decertDate: 'N/A', status: 'REINSTATED', reason: null },
      ['HELD', 'HELD', false, false],
    ],
  ])('%s', (_name, change, expected) => {
    expect(standing(change)).toEqual(expected)
  })

  test('a reinstated officer has a certificate and no incident: the list does not say what was decided', () => {
    const { person } = map({ list: 'REINSTATED', decertDate: 'N/A', status: 'RE-INSTATED, 05/18/2023', reason: null })
    expect(person?.incident).toBeNull()
    expect(person?.certification.statusOn).toBe('2023-05-18')
  })

  test('ground (B)(v): the separation is recorded with the spell', () => {
    const resigned = map({
      reason: 'Decertification Cause: 15.2-1707(B)(v)- Resigning during an investigation, invented',
    })
    expect(resigned.person?.employment).toEqual({
      officerClass: 'SWORN',
      separation: 'RESIGNED',
      investigationActive: 'YES',
    })
  })
})

describe('mapped with doubt', () => {
  test.each<[Partial<SourceRow>, string[]]>([
    [{ family: 'Averidge(Springate)' }, ['name NAME_PARENTHESIS']],
    [{ agency: 'Stonequay University Police Department & Farrowgate Police Department' }, ['agency TWO_AGENCIES']],
    [{ agency: "Hoxenfell County Sheirff's Office" }, ['agency AGENCY_SPELLING']],
    [{ agency: 'Hoxenfell County Sheriffâ€™s Office' }, ['agency TEXT_REPAIRED']],
    [{ reason: 'A conviction, invented' }, ['reason GROUND_NOT_CITED']],
    [{ decertDate: '10/04/0222' }, ['decertDate DATE_UNREADABLE']],
    [{ status: 'FINALIZED/APA ' }, ['status STATUS_READ_AS_APPEAL']],
  ])('%j', (change, expected) => {
    expect(codes(change)).toEqual(expected)
  })
})

describe('rejected', () => {
  test.each<[Partial<SourceRow>, string, string]>([
    [{ family: null }, 'name', 'NAME_MISSING'],
    [{ given: 'x'.repeat(10_000) }, 'name', 'NAME_TOO_LONG'],
    [{ family: 'Averi\ufffde' }, 'name', 'NAME_UNREADABLE'],
    [{ agency: null }, 'agency', 'AGENCY_MISSING'],
    [{ function: 'Dispatcher' }, 'function', 'FUNCTION_UNKNOWN'],
    [{ function: null }, 'function', 'FUNCTION_UNKNOWN'],
    [{ agency: 'Law-Enforcement Officer', function: '44200' }, 'row', 'COLUMNS_SHIFTED'],
    [{ given: 'Quillmere Police Department', agency: 'x' }, 'row', 'COLUMNS_SHIFTED'],
    [
      { reason: '15.2-1707 (A)(v)- Failed to comply with mandated training requirements' },
      'reason',
      'ADMISSION_TRAINING_LAPSE',
    ],
  ])('%.60j', (change, field, code) => {
    expect(map(change)).toMatchObject({ person: null, rejected: { tab: '1)', row: 5, field, code } })
  })
})

describe('the source key (ADR 0010)', () => {
  const key = (change: Partial<SourceRow> = {}) => map(change).person?.sourceKey
  test('stays when date, status, list, reason or the writing of a name change', () => {
    const same = [
      { decertDate: '03/22/2022' },
      { status: 'FINALIZED*' },
      { list: 'PENDING', status: null } as const,
      { reason: 'other' },
      { family: 'AVERIDGE ' },
      { middle: 'Maurice' },
      { agency: 'Quillmere Police Dept.' },
      { list: 'REINSTATED', decertDate: 'N/A', status: 'REINSTATED, 05/18/2023' } as const,
    ]
    expect(same.filter((change) => key(change) !== key())).toEqual([])
  })
  test('changes with the person or the agency', () => {
    const others = [
      { family: 'Averidge Jr.' },
      { given: 'Toby' },
      { middle: 'K.' },
      { middle: null },
      { agency: 'Pellworth Police Department' },
    ]
    expect(new Set([key(), ...others.map(key)]).size).toBe(6)
  })
})
