import { describe, expect, test } from 'vitest'
import { readStatus, type ListName } from '../../../../hub/import/profiles/va-dcjs/status.js'
import { mostProtective } from '../../../../subgraphs/incidents/admission/index.js'

const NOW = new Date('2026-11-24T12:00:00Z')

describe('a status, with the list it stands on', () => {
  test.each<[ListName, string | Date | null, string, string[]]>([
    ['FINALIZED', 'Finalized', 'FINAL', []],
    ['FINALIZED', 'FINALIZED', 'FINAL', []],
    ['FINALIZED', 'Finalized: 5 Yr Appl Denied', 'FINAL', []],
    ['FINALIZED', 'Finalized/ APA Appeal Pending', 'EFFECTIVE_UNDER_APPEAL', []],
    ['FINALIZED', 'Finalized/ APA Pending', 'EFFECTIVE_UNDER_APPEAL', []],
    ['FINALIZED', 'FINALIZED/APA', 'EFFECTIVE_UNDER_APPEAL', ['STATUS_READ_AS_APPEAL']],
    ['FINALIZED', 'Finalized-Withdrawn', 'VOID', ['WITHDRAWN']],
    ['FINALIZED', 'FINALIZED*', 'HELD', ['STATUS_UNEXPLAINED']],
    ['FINALIZED', 'Finalized/ AH.D.', 'HELD', ['STATUS_UNEXPLAINED']],
    ['FINALIZED', 'Final', 'HELD', ['STATUS_UNEXPLAINED']],
    ['FINALIZED', null, 'HELD', ['STATUS_MISSING']],
    ['FINALIZED', new Date('2017-06-15T00:00:00Z'), 'HELD', ['STATUS_SHIFTED']],
    ['FINALIZED', '42901', 'HELD', ['STATUS_SHIFTED']],
    ['FINALIZED', 'Appeal Pending', 'APPEAL_PENDING', ['STATUS_CONTRADICTS_LIST']],
    ['FINALIZED', 'REINSTATED, 05/18/2023', 'HELD', ['STATUS_UNEXPLAINED']],
    ['PENDING', null, 'APPEAL_WINDOW', []],
    ['PENDING', 'Appeal Pending', 'APPEAL_PENDING', []],
    ['PENDING', 'Appeal Request', 'APPEAL_PENDING', []],
    ['PENDING', 'Finalized', 'APPEAL_WINDOW', ['STATUS_CONTRADICTS_LIST']],
    ['PENDING', 'Finalized/ APA Pending', 'APPEAL_WINDOW', ['STATUS_CONTRADICTS_LIST']],
    ['PENDING', 'Withdrawn', 'VOID', ['WITHDRAWN']],
    ['REINSTATED', 'Reinstated', 'HELD', ['STATUS_UNEXPLAINED']],
    ['REINSTATED', 'REINSTATED, 13/45/2023', 'HELD', ['STATUS_UNEXPLAINED']],
    ['REINSTATED', null, 'HELD', ['STATUS_MISSING']],
  ])('%s, %j: %s %j', (list, cell, stage, doubts) => {
    const read = readStatus(list, cell, NOW)
    expect({ stage: mostProtective(read.stages), doubts: read.doubts, reinstatedOn: read.reinstatedOn }).toEqual({
      stage,
      doubts,
      reinstatedOn: null,
    })
  })

  test.each(['Reinstated 07-23-2021', 'REINSTATED 07/23/2021', 'RE-INSTATED, 07/23/2021', 'REINSTATED, 07/23/2021'])(
    'REINSTATED, %j: the date is in the text',
    (text) => {
      expect(readStatus('REINSTATED', text, NOW)).toEqual({ stages: ['FINAL'], reinstatedOn: '2021-07-23', doubts: [] })
    },
  )
})
