import { CAST } from '../../../prisma/seed/index.js'
import { caseOf, claim, isSilent, table, text, waiver, type Chapter } from '../context.js'
import { REQUEST_CHECK, type CheckAnswer } from './checked.js'
import { officerOperation, type OfficerAnswer } from './six-personas.js'

/** Two people of one name: the one whom the stated facts fit, and the other, who stays unrevealed. */
export const nearNamesake: Chapter = async (walk) => {
  const { decertified, nearNamesake: other } = CAST
  const who = { persona: 'hiring-sheriff', caseReference: caseOf(walk, 'B') }
  const { data } = await walk.hub.ask<CheckAnswer>(who, {
    query: REQUEST_CHECK,
    variables: {
      input: {
        candidate: {
          givenName: decertified.name.given,
          familyName: decertified.name.family,
          dateOfBirth: decertified.dobText,
          formerEmployers: [{ agency: decertified.agencyName, from: '2013', to: '2022' }],
        },
        waiver: waiver(walk, 'B'),
      },
    },
  })
  const matches = data?.requestBackgroundCheck?.matches ?? []
  const namesake = matches.find((match) => match.sourceJurisdiction === other.jurisdiction)
  const asked = await walk.hub.ask<OfficerAnswer>(who, officerOperation(other.officerId))
  return {
    title: 'A namesake stays unrevealed',
    blocks: [
      text(
        `A sheriff's investigator asks about ${decertified.name.given} ${decertified.name.family}. Two States know the name.`,
      ),
      table(
        'Matches',
        ['Outcome', 'Source', 'Officer', 'Compared'],
        matches.map((match) => [
          match.outcome,
          match.sourceJurisdiction,
          match.officer ? match.officer.id : 'not revealed until a person confirms the match',
          match.explanations.map(({ feature, verdict }) => `${feature} ${verdict}`).join(', '),
        ]),
      ),
    ],
    claims: [
      claim(
        'The person whom the stated facts fit is LIKELY.',
        matches.some((match) => match.outcome === 'LIKELY' && match.officer?.id === decertified.officerId),
      ),
      claim(
        'The namesake is POSSIBLE, with no officer behind it.',
        namesake?.outcome === 'POSSIBLE' && namesake.officer === null,
      ),
      claim('Asked for by id, the namesake does not exist.', isSilent(asked)),
    ],
  }
}
