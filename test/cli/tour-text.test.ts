import { describe, expect, it } from 'vitest'
import { renderStep, renderVerdict } from '../../cli/tour-text.js'
import type { TourStep } from '../../contract/tour.js'

const step: TourStep = {
  title: 'A sealed record',
  blocks: [
    { kind: 'text', text: 'Two ids are asked for.' },
    {
      kind: 'table',
      caption: 'Answers',
      columns: ['Id', 'Answer'],
      rows: [
        ['of a sealed record', 'null'],
        ['of nothing', 'null'],
      ],
    },
    { kind: 'code', text: '{"data":null}\n{"data":null}' },
  ],
  claims: [
    { text: 'No difference.', holds: true },
    { text: 'Nobody was told.', holds: false },
  ],
}

describe('The tour in a terminal', () => {
  it('prints a step with its tables, its code and what held', () => {
    expect(renderStep(step, 6)).toBe(`
6. A sealed record
==================
Two ids are asked for.
[Answers]
Id                 | Answer
-------------------+-------
of a sealed record | null
of nothing         | null
    {"data":null}
    {"data":null}
  holds  No difference.
  FAILS  Nobody was told.
`)
  })

  it('breaks what is wider than the terminal between words, and cuts no word off', () => {
    const long =
      'Delaware shares no investigation records for hiring; its unit answers by letter within the time it names. '
    const wide = {
      ...step,
      blocks: [{ kind: 'table' as const, caption: 'C', columns: ['A', 'B'], rows: [['one', long.repeat(3)]] }],
    }
    const lines = renderStep(wide, 1).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(118)
    const said = lines
      .join(' ')
      .replace(/\s*\|\s*/g, ' ')
      .replace(/\s+/g, ' ')
    expect(said).toContain(long.trim())
  })

  it('ends with how many claims hold', () => {
    expect(renderVerdict({ at: '2026-11-24T00:00:00.000Z', steps: [step], holds: false })).toBe(
      '\n1 of 2 claims hold: see FAILS above. All people and agencies in it are invented (SYNTHETIC PEOPLE).\n',
    )
  })
})
