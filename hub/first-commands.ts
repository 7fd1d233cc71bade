import { CAST } from '../prisma/seed/index.js'

/** A command to paste, and what it shows. */
export interface FirstCommand {
  readonly title: string
  readonly command: string
}

const CHECK = `mutation Check($input: BackgroundCheckInput!) {
  requestBackgroundCheck(input: $input) {
    id status notice
    matches {
      outcome score sourceJurisdiction
      explanations { feature verdict detail }
      officer {
        name { given family }
        dateOfBirth { value }
        certifications { nodes { number status } }
        incidents { nodes { kind stage decidedOn { value } groundCode source { contact } } }
      }
    }
    sources { jurisdiction answer note nextSteps { unit phone } }
    reconciliation { result claimed { agency } recorded { agency { name } } }
  }
}`

/** Two commands that work on a demo just started: one as the public, one as a hiring investigator. */
export function firstCommands(origin: string, today: string): readonly FirstCommand[] {
  const { decertified } = CAST
  return [
    {
      title: 'As the public, without a token: the directory of agencies, and no person',
      command: curl(origin, null, {
        query: '{ agencies(first: 3) { nodes { name kind jurisdictionCode swornCount } } }',
      }),
    },
    {
      title: `As a hiring investigator with a signed waiver: a background check of ${decertified.name.given} ${decertified.name.family} (invented)`,
      command: curl(origin, 'hiring-city --case HIRE-1', {
        query: CHECK.replace(/\s+/g, ' '),
        variables: {
          input: {
            candidate: {
              givenName: decertified.name.given,
              familyName: decertified.name.family,
              dateOfBirth: decertified.dobText,
              formerEmployers: [{ agency: decertified.agencyName, from: '2013', to: '2022' }],
            },
            waiver: {
              reference: 'W-1',
              signedOn: today,
              expiresOn: `${Number(today.slice(0, 4)) + 1}-01-31`,
              scope: ['J'],
              signature: 'ELECTRONIC',
              sha256: 'a1'.repeat(32),
            },
          },
        },
      }),
    },
  ]
}

function curl(origin: string, persona: string | null, operation: object): string {
  const token = persona === null ? '' : ` \\\n  -H "authorization: Bearer $(npx comity token ${persona})"`
  // Nothing in the operation holds an apostrophe: a shell's single quotes are enough.
  return `curl -s ${origin}/graphql -H 'content-type: application/json'${token} \\\n  -d '${JSON.stringify(operation)}'`
}
