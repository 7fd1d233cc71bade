import { CAST } from '../../../prisma/seed/index.js'
import type { Answer } from '../ask.js'
import { caseOf, claim, table, text, waiver, type Chapter, type Walk } from '../context.js'

export interface SourceLine {
  readonly jurisdiction: string
  readonly answer: string
  readonly note: string
  readonly nextSteps: { readonly unit: string; readonly phone: string | null; readonly expectedDays: number | null }
}

export interface MatchLine {
  readonly outcome: string
  readonly score: number
  readonly sourceJurisdiction: string
  readonly officer: { readonly id: string; readonly name: { readonly family: string } | null } | null
  readonly explanations: readonly { readonly feature: string; readonly verdict: string; readonly detail: string }[]
}

export interface CheckAnswer {
  readonly requestBackgroundCheck: {
    readonly id: string
    readonly status: string
    readonly notice: string
    readonly matches: readonly MatchLine[]
    readonly sources: readonly SourceLine[]
    readonly reconciliation: readonly {
      readonly result: string
      readonly claimed: { readonly agency: string } | null
      readonly recorded: { readonly agency: { readonly name: string } | null } | null
    }[]
  } | null
}

export const REQUEST_CHECK = `
  mutation TourCheck($input: BackgroundCheckInput!, $key: String) {
    requestBackgroundCheck(input: $input, idempotencyKey: $key) {
      id status notice
      matches {
        outcome score sourceJurisdiction
        officer { id name { family } }
        explanations { feature verdict detail }
      }
      sources { jurisdiction answer note nextSteps { unit phone expectedDays } }
      reconciliation { result claimed { agency } recorded { agency { name } } }
    }
  }`

/** The investigator's case, in which the rest of the tour looks at the same officer. */
export const subjectCase = (walk: Walk) => ({ persona: 'hiring-city', caseReference: caseOf(walk, 'A') })

/** Asks for the check of the persona `officer`, as a candidate of the city police. Asked again, it is the same check. */
export function checkSubject(walk: Walk): Promise<Answer<CheckAnswer>> {
  const { subject } = CAST
  return walk.hub.ask<CheckAnswer>(subjectCase(walk), {
    query: REQUEST_CHECK,
    variables: {
      key: caseOf(walk, 'A'),
      input: {
        candidate: {
          givenName: subject.name.given,
          familyName: subject.name.family,
          dateOfBirth: subject.dobText,
          formerEmployers: [{ agency: subject.spells[0]?.agency.name, from: '2007', to: '2017' }],
        },
        waiver: waiver(walk, 'A'),
      },
    },
  })
}

/** A hiring investigator checks a candidate who signed a waiver. */
export const checked: Chapter = async (walk) => {
  const { subject } = CAST
  const { data } = await checkSubject(walk)
  const check = data?.requestBackgroundCheck
  const likely = check?.matches.filter((match) => match.outcome === 'LIKELY') ?? []
  const answers = tally(check?.sources ?? [])
  return {
    title: 'A candidate is checked',
    blocks: [
      text(
        `A background investigator of a city police department asks about ${subject.name.given} ${subject.name.family}, who ` +
          `signed a waiver. Case ${caseOf(walk, 'A')}. The hub compares name, date of birth and former agency, and says why:`,
      ),
      table(
        'Matches',
        ['Outcome', 'Score', 'Source', 'Why'],
        (check?.matches ?? []).map((match) => [
          match.outcome,
          match.score.toFixed(2),
          match.sourceJurisdiction,
          match.explanations.map(({ feature, verdict }) => `${feature} ${verdict}`).join(', '),
        ]),
      ),
      table(
        'What the candidate stated, beside what the opened records say',
        ['Stated', 'Recorded', 'Result'],
        (check?.reconciliation ?? []).map((line) => [
          line.claimed?.agency ?? '-',
          line.recorded?.agency?.name ?? '-',
          line.result,
        ]),
      ),
      table(
        'What the sources answered',
        ['Answer', 'Jurisdictions'],
        [...answers].map(([answer, count]) => [answer, String(count)]),
      ),
      text(check?.notice ?? ''),
    ],
    claims: [
      claim(
        'The officer is found, LIKELY, on more than a name.',
        likely.some((m) => m.officer?.id === subject.officerId),
      ),
      claim('A spell that the candidate did not state is shown as such.', hasUndisclosed(check)),
      claim('Every participating jurisdiction is answered for, one by one.', (check?.sources.length ?? 0) > 50),
      claim('Silence is never called a clearance.', saysSo(check?.sources ?? [])),
    ],
  }
}

function tally(sources: readonly SourceLine[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { answer } of sources) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return counts
}

function hasUndisclosed(check: CheckAnswer['requestBackgroundCheck'] | undefined): boolean {
  return check?.reconciliation.some((line) => line.result === 'UNDISCLOSED_SPELL') === true
}

function saysSo(sources: readonly SourceLine[]): boolean {
  const silent = sources.filter((source) => source.answer === 'NO_SHAREABLE_RECORD')
  return silent.length > 0 && silent.every((source) => source.note.includes('This is not a clearance.'))
}
