import { describe, expect, test } from 'vitest'
import { readGround } from '../../../../hub/import/profiles/va-dcjs/ground.js'

const code = (reason: string) => readGround(reason, '2022-01-01').code
const all = (...clauses: string[]) => clauses.map((clause) => `VA-15.2-1707-${clause}`).join('+')

describe('the ground in the reason', () => {
  test.each([
    ['Decertification Cause: 15.2-1707(B)(iii)- invented', all('B-iii')],
    ['Pursuant to 15.2-1707 (b)(iii)', all('B-iii')],
    ['15.2-1707(B)(vi) Computer, invented', all('B-vi')],
    ['15.2-1707(B)(iii&vi) - invented', all('B-iii', 'B-vi')],
    ['15.2-1707(B)(i & III)- invented', all('B-i', 'B-iii')],
    ['15.2-1707(B)(v)(vi)- invented', all('B-v', 'B-vi')],
    ['15.2-1707(B)(i, iii, , vi),-In advance', all('B-i', 'B-iii', 'B-vi')],
    ['15.2-1707.B(iv,v, & vi),-invented', all('B-iv', 'B-v', 'B-vi')],
    ['15.2-1707(A)(vi),(B)(iii & vi) -invented', all('A-vi', 'B-iii', 'B-vi')],
    ['15.2-1707(A)(vi)&(B)(iii)Drug test, invented', all('A-vi', 'B-iii')],
    ['15.2-1707(A)(i & ii) and (B)(i, iii, & vi)- invented', all('A-i', 'A-ii', 'B-i', 'B-iii', 'B-vi')],
    ['15.2-1707(A)iv) & (B)(iii)- invented', all('A-iv', 'B-iii')],
    ['15.2-1707(B)(vi) & (C)- invented', all('B-vi', 'C')],
    ['15.2-1707(A)- (1) invented count', all('A')],
    ['15.2-1707 - invented', 'VA-15.2-1707'],
    ['Tested, §15.2-1707', 'VA-15.2-1707'],
    ['Violation of 18.2-57, a court that does not exist', 'UNSTATED'],
    ['', 'UNSTATED'],
  ])('%j', (reason, expected) => {
    expect(code(reason)).toBe(expected)
  })

  test.each(['15.2-17-7(B)(vi) - invented', '15.2-1707)B)(vi) - invented'])(
    '%j is damaged, read and reported',
    (reason) => {
      expect(readGround(reason, '2022-01-01')).toMatchObject({ code: all('B-vi'), doubt: 'GROUND_CITATION_DAMAGED' })
    },
  )

  test('the statute was revised on 2021-03-01', () => {
    const version = (on: string | null) => readGround('15.2-1707(B)(vi)', on).version
    expect([version('2021-02-28'), version('2021-03-01'), version(null)]).toEqual([
      'before-2021-03-01',
      '2021-03-01',
      'UNKNOWN',
    ])
  })

  test('nexus is force only where the text says so; training lapse and ineligibility are seen', () => {
    expect(readGround('Departmental Use of Force Violation 15.2-1707(B)(iii)', null).nexus).toBe('FORCE')
    expect(readGround('15.2-1707(B)(iii)- Violation of law', null).nexus).toBe('UNKNOWN')
    expect(readGround('"Failed to comply with Mandated Training Requirements."', null).trainingLapse).toBe(true)
    expect(readGround('Ineligible Cause: 15.2-1707(B)(iv)', null).ineligible).toBe(true)
    expect(readGround('15.2-1707(B)(v)- Separated', null).separatedUnderInvestigation).toBe(true)
  })
})
