import type { Participation } from '../../../prisma/client/client.js'
import type { Coverage, NextSteps, SourceAnswer } from './check.type.js'

export type AnswerCode = `${SourceAnswer['answer']}`

/** One source's answer as it is stored with the check and shown again unchanged. */
export interface StoredAnswer {
  readonly jurisdiction: string
  readonly answer: AnswerCode
  readonly asOf: string
  readonly coverage: Coverage
  readonly note: string
  readonly nextSteps: NextSteps
}

function dayOf(date: Date | null): string | null {
  return date ? date.toISOString().slice(0, 10) : null
}

const KIND_WORDS: Record<string, string> = {
  EXCESSIVE_FORCE_FINDING: 'findings of excessive force',
  TERMINATION: 'terminations',
  DECERTIFICATION: 'decertifications',
  CONVICTION_ON_DUTY: 'convictions for on-duty conduct',
  CIVIL_JUDGMENT_FORCE: 'civil judgments for improper force',
  SEPARATION_UNDER_INVESTIGATION: 'separations under investigation',
}

function period(row: Participation): string {
  const from = dayOf(row.coverageFrom)
  const until = dayOf(row.coverageUntil)
  if (from && until) return ` ${from} to ${until}`
  if (from) return ` since ${from}`
  return until ? ` until ${until}` : ''
}

/** "Virginia: no record that Virginia shares for this purpose, for decertifications 2021-03-01 to 2025-04-01. …" */
function silence(row: Participation): string {
  const kinds = row.kinds.map((kind) => KIND_WORDS[kind] ?? kind).join(', ')
  return `${row.name}: no record that ${row.name} shares for this purpose, for ${kinds || 'the kinds that it reports'}${period(row)}. This is not a clearance.`
}

function codeOf(row: Participation, listed: boolean, asks: boolean): AnswerCode {
  if (row.participates === 'NONE') return 'NOT_PARTICIPATING'
  if (!asks) return 'CONSENT_REQUIRED'
  if (listed) return 'POINTER'
  return row.canDecertify ? 'NO_SHAREABLE_RECORD' : 'NO_AUTHORITY_TO_DECERTIFY'
}

/**
 * What every jurisdiction answered. Apart from the matches that the viewer is shown, an answer is a function of the
 * source alone, so that it is byte-equal with and without a hidden record; silence is never called a clearance.
 * @param listed jurisdictions of the matches that are shown
 * @param mayAsk whether the rules let this viewer compare a candidate with an owner's records at all
 */
export function sourceAnswers(
  participation: readonly Participation[],
  listed: ReadonlySet<string>,
  mayAsk: (row: Participation) => boolean,
): StoredAnswer[] {
  return participation.map((row) => {
    const answer = codeOf(row, listed.has(row.jurisdiction), mayAsk(row))
    return {
      jurisdiction: row.jurisdiction,
      answer,
      asOf: row.asOf.toISOString(),
      coverage: { kinds: row.kinds, from: dayOf(row.coverageFrom), until: dayOf(row.coverageUntil) },
      note: answer === 'NO_SHAREABLE_RECORD' ? `${silence(row)} ${row.statement}`.trim() : row.statement,
      nextSteps: { unit: row.nextUnit, phone: row.nextPhone, form: row.nextForm, expectedDays: row.nextDays },
    }
  })
}
