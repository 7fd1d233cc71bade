import { describe, expect, it } from 'vitest'
import { epochDay, FAR_FUTURE, FAR_PAST } from '../../../../contract/clock.js'
import { CATALOGUE } from '../../../../contract/errors.js'
import { INCIDENT_KINDS } from '../../../../policy/types.js'
import { admit, mostProtective } from '../../../../subgraphs/incidents/admission/index.js'
import { CASES } from './admit.cases.js'
import { day, fair, PEOPLE, TODAY } from './people.js'

const D = PEOPLE.DECERTIFICATION.input
const S = PEOPLE.SEPARATION_UNDER_INVESTIGATION.input
const J = PEOPLE.CIVIL_JUDGMENT_FORCE.input

describe('the admission gate', () => {
  it.each(INCIDENT_KINDS.map((kind) => [PEOPLE[kind].who, kind] as const))('%s is admitted', (_who, kind) => {
    expect(admit(PEOPLE[kind].input, TODAY).admitted).toBe(true)
  })

  it.each(CASES)('%s', (_who, kind, change, expected) => {
    const answer = admit({ ...PEOPLE[kind].input, ...change }, TODAY)
    expect(answer.admitted ? 'ADMITTED' : answer.code).toBe(expected)
  })

  it('decides every code of the catalogue in at least one case', () => {
    const decided = new Set(CASES.map(([, , , expected]) => expected))
    const codes = Object.keys(CATALOGUE).filter((code) => code.startsWith('ADMISSION_'))
    expect([...decided].sort()).toEqual([...codes, 'ADMITTED', 'DATE_IN_FUTURE'].sort())
  })
})

describe('what admission writes with the row', () => {
  it('a final instance, for good', () => {
    const at = day('2024-05-20').earliest
    expect(admit(D, TODAY)).toEqual({
      admitted: true,
      as: 'INSTANCE',
      basis: 'RECORDED',
      stage: 'FINAL',
      subjectNoticed: true,
      counterSigned: false,
      pointerAllowed: false,
      decidedEarliest: at,
      decidedLatest: at,
      validFrom: epochDay(FAR_PAST),
      validUntil: epochDay(FAR_FUTURE),
    })
  })

  it('an effective order under appeal, as the status of a certificate and nothing more', () => {
    expect(admit({ ...D, statedStages: ['EFFECTIVE_UNDER_APPEAL'] }, TODAY)).toMatchObject({
      admitted: true,
      as: 'CERTIFICATE_STATUS',
      stage: 'EFFECTIVE_UNDER_APPEAL',
      pointerAllowed: true,
    })
  })

  it('a pointer from the day of the response, for 365 days', () => {
    const from = day('2025-09-20').earliest
    expect(admit(S, TODAY)).toMatchObject({ as: 'POINTER', validFrom: from, validUntil: from + 365 })
  })

  it('a pointer from 30 days after notice where no response came', () => {
    const from = day('2025-09-10').earliest + 30
    const silent = { ...S, ...fair(S, { opportunity: 'AFFORDED', respondedOn: null }) }
    expect(admit(silent, TODAY)).toMatchObject({ as: 'POINTER', validFrom: from, validUntil: from + 365 })
  })

  it('names everything that is missing, and the stage in which the owner may keep it', () => {
    const answer = admit(
      {
        ...J,
        disposition: 'SETTLEMENT',
        capacity: 'OFFICIAL',
        ...fair(J, { notice: 'UNKNOWN' }),
        statedStages: ['APPEAL_PENDING'],
      },
      TODAY,
    )
    expect(answer).toEqual({
      admitted: false,
      code: 'ADMISSION_SETTLEMENT',
      unmet: [
        'ADMISSION_SETTLEMENT',
        'ADMISSION_NO_JUDGMENT',
        'ADMISSION_OFFICIAL_CAPACITY',
        'ADMISSION_NO_FAIR_PROCESS',
        'ADMISSION_NOT_FINAL',
      ],
      stage: 'APPEAL_PENDING',
    })
  })
})

describe('the more protective stage', () => {
  it.each([
    [['FINAL', 'APPEAL_PENDING'], 'APPEAL_PENDING'],
    [['EFFECTIVE_UNDER_APPEAL', 'APPEAL_PENDING'], 'APPEAL_PENDING'],
    [['FINAL', 'HELD'], 'HELD'],
    [['HELD', 'VACATED'], 'VACATED'],
    [['FINAL', 'EXONERATED'], 'EXONERATED'],
    [[], 'HELD'],
  ] as const)('of %j is %s, in whatever order', (stages, expected) => {
    expect(mostProtective([...stages])).toBe(expected)
    expect(mostProtective([...stages].reverse())).toBe(expected)
  })
})
