import { checkSubject } from './checked.js'
import { claim, table, text, type Chapter } from '../context.js'

const COULD_NOT_BE_ASKED = ['NOT_PARTICIPATING', 'CONSENT_REQUIRED', 'NO_AUTHORITY_TO_DECERTIFY', 'UNAVAILABLE']
const SHOWN_PER_ANSWER = 3

/** What could not be asked, and whom to call. */
export const notAsked: Chapter = async (walk) => {
  const { data } = await checkSubject(walk)
  const gaps = (data?.requestBackgroundCheck?.sources ?? []).filter(({ answer }) => COULD_NOT_BE_ASKED.includes(answer))
  const shown = COULD_NOT_BE_ASKED.flatMap((code) =>
    gaps.filter(({ answer }) => answer === code).slice(0, SHOWN_PER_ANSWER),
  )
  return {
    title: 'What could not be asked, and whom to call',
    blocks: [
      text(
        `${gaps.length} sources could not be asked, or have no decertifications to report. Each says so in a sentence of its ` +
          'own, the same for every candidate, and names an office. Some of them:',
      ),
      table(
        'Gaps',
        ['Source', 'Answer', 'In its own words', 'Call'],
        shown.map(({ jurisdiction, answer, note, nextSteps }) => [
          jurisdiction,
          answer,
          note,
          [nextSteps.unit, nextSteps.phone].filter(Boolean).join(', '),
        ]),
      ),
    ],
    claims: [
      claim('There are gaps, and they are named.', gaps.length > 0),
      claim(
        'Every gap names an office to call.',
        gaps.every(({ nextSteps }) => nextSteps.unit !== ''),
      ),
      claim(
        'A tribe that has consented to nothing is not asked.',
        gaps.some(({ answer }) => answer === 'CONSENT_REQUIRED'),
      ),
    ],
  }
}
