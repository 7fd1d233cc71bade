import { describe, expect, it } from 'vitest'
import { type Stage, STAGES } from '../../../policy/types.js'
import { TRANSITIONS, transition, transitionBetween } from '../../../subgraphs/incidents/due-process.js'

const LEGAL: readonly [string, readonly Stage[]][] = [
  ['a finding that stands', ['ALLEGED', 'INVESTIGATING', 'NOTICED', 'HEARD', 'SUSTAINED', 'APPEAL_WINDOW', 'FINAL']],
  ['a finding overturned on appeal', ['SUSTAINED', 'APPEAL_WINDOW', 'APPEAL_PENDING', 'OVERTURNED']],
  ['a remand, heard again', ['APPEAL_PENDING', 'REMANDED', 'NOTICED', 'HEARD', 'EXONERATED']],
  [
    'an order effective while it is appealed, then stayed, then final',
    ['APPEAL_WINDOW', 'EFFECTIVE_UNDER_APPEAL', 'APPEAL_PENDING', 'FINAL'],
  ],
  [
    'a resignation under investigation that came to nothing',
    ['INVESTIGATING', 'SEPARATED_UNDER_INVESTIGATION', 'LAPSED'],
  ],
  [
    'a resignation under investigation that ended in exoneration',
    ['NOTICED', 'SEPARATED_UNDER_INVESTIGATION', 'EXONERATED'],
  ],
  ['a final decision vacated and expunged', ['FINAL', 'VACATED', 'EXPUNGED']],
  ['a final decision reopened', ['FINAL', 'REOPENED', 'NOTICED']],
  ['a modified decision, final in its turn', ['APPEAL_PENDING', 'MODIFIED', 'FINAL']],
  ['a held status that its owner explained', ['HELD', 'FINAL', 'OVERTURNED']],
  ['a report in error', ['HEARD', 'VOID']],
]

const ILLEGAL: readonly [string, Stage, Stage][] = [
  ['an allegation is not a finding', 'ALLEGED', 'SUSTAINED'],
  ['nobody is found against without notice', 'INVESTIGATING', 'SUSTAINED'],
  ['nobody is found against without a hearing', 'NOTICED', 'SUSTAINED'],
  ['an appeal window comes before finality', 'SUSTAINED', 'FINAL'],
  ['an exoneration does not become final against the officer', 'EXONERATED', 'FINAL'],
  ['what was overturned does not come back', 'OVERTURNED', 'FINAL'],
  ['what was vacated is not overturned besides', 'VACATED', 'OVERTURNED'],
  ['what is under appeal is not vacated', 'APPEAL_PENDING', 'VACATED'],
  ['an expungement is not undone', 'EXPUNGED', 'FINAL'],
  ['an expunged record is not voided: nothing is left of it', 'EXPUNGED', 'VOID'],
  ['a lapsed pointer does not start again', 'LAPSED', 'SEPARATED_UNDER_INVESTIGATION'],
]

describe('the due-process state machine', () => {
  it.each(LEGAL)('%s', (_name, stages) => {
    stages.slice(1).forEach((to, i) => expect(transition(stages[i] as Stage, to).to).toBe(to))
  })

  it.each(ILLEGAL)('%s', (_name, from, to) => {
    expect(() => transition(from, to)).toThrow(expect.objectContaining({ code: 'TRANSITION_ILLEGAL' }))
  })

  it("reaches FINAL from no stage in which the officer had no opportunity, except through its owner's word on what was held", () => {
    const sources = TRANSITIONS.filter((row) => row.to === 'FINAL').map((row) => row.from)
    expect(sources.sort()).toEqual(['APPEAL_PENDING', 'APPEAL_WINDOW', 'EFFECTIVE_UNDER_APPEAL', 'HELD', 'MODIFIED'])
  })

  it('lets any stage but three be void, by owner or court', () => {
    expect(STAGES.filter((stage) => transitionBetween(stage, 'VOID') === null)).toEqual(['NONE', 'VOID', 'EXPUNGED'])
  })

  it('names who may assert each transition, and names each once', () => {
    expect(TRANSITIONS.every((row) => row.assertedBy.length > 0)).toBe(true)
    expect(new Set(TRANSITIONS.map((row) => `${row.from}>${row.to}`)).size).toBe(TRANSITIONS.length)
  })
})
