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

/** Said by every source that was compared with, whether or not it points at somebody. */
export const ASK_AGAIN =
  'More persons share this name than one check compares. Ask again with a fuller name, a date of birth or a certificate number.'

/** What the comparison came to, apart from any source. */
export interface Searched {
  /** Jurisdictions of the matches that are shown. */
  readonly listed: ReadonlySet<string>
  /** More persons share the name than were compared: silence would say more than is known. */
  readonly bounded: boolean
}

function codeOf(row: Participation, { listed, bounded }: Searched, asks: boolean): AnswerCode {
  if (row.participates === 'NONE') return 'NOT_PARTICIPATING'
  if (!asks) return 'CONSENT_REQUIRED'
  if (listed.has(row.jurisdiction)) return 'POINTER'
  if (bounded) return 'NAME_TOO_COMMON'
  return row.canDecertify ? 'NO_SHAREABLE_RECORD' : 'NO_AUTHORITY_TO_DECERTIFY'
}

function noteOf(row: Participation, answer: AnswerCode, bounded: boolean): string {
  const said = answer === 'NO_SHAREABLE_RECORD' ? `${silence(row)} ${row.statement}` : row.statement
  const asked = answer === 'NAME_TOO_COMMON' || (answer === 'POINTER' && bounded)
  return (asked ? `${ASK_AGAIN} ${said}` : said).trim()
}

/**
 * What every jurisdiction answered. Apart from the matches that the viewer is shown, an answer is a function of the
 * source alone and of whether the name is too common among the records in scope, so that it is byte-equal with and
 * without a hidden record; silence is never called a clearance.
 * @param mayAsk whether the rules let this viewer compare a candidate with an owner's records at all
 */
export function sourceAnswers(
  participation: readonly Participation[],
  searched: Searched,
  mayAsk: (row: Participation) => boolean,
): StoredAnswer[] {
  return participation.map((row) => {
    const answer = codeOf(row, searched, mayAsk(row))
    return {
      jurisdiction: row.jurisdiction,
      answer,
      asOf: row.asOf.toISOString(),
      coverage: { kinds: row.kinds, from: dayOf(row.coverageFrom), until: dayOf(row.coverageUntil) },
      note: noteOf(row, answer, searched.bounded),
      nextSteps: { unit: row.nextUnit, phone: row.nextPhone, form: row.nextForm, expectedDays: row.nextDays },
    }
  })
}
