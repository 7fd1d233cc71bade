import { CAST } from '../../../prisma/seed/index.js'
import type { Answer, Asker } from '../ask.js'
import { claim, isSilent, policiesOf, sameAnswer, table, text, type Chapter, type Walk } from '../context.js'
import { subjectCase } from './checked.js'

interface Dated {
  readonly value: string
}

export interface OfficerAnswer {
  readonly [field: string]: unknown
  readonly officer: {
    readonly name: { readonly given: string; readonly family: string } | null
    readonly dateOfBirth: Dated | null
    readonly employments: Nodes<{
      readonly agency: { readonly name: string } | null
      readonly end: Dated | null
      readonly separation: string | null
      readonly separationRaw: string | null
    }> | null
    readonly certifications: Nodes<{ readonly number: string | null; readonly status: string | null }> | null
    readonly incidents: Nodes<{
      readonly kind: string | null
      readonly stage: string | null
      readonly decidedOn: Dated | null
      readonly groundCode: string | null
      readonly groundRaw: string | null
    }> | null
  } | null
}

interface Nodes<T> {
  readonly nodes: readonly T[]
}

export const OFFICER_QUERY = `
  query TourOfficer($id: ID!) {
    officer(id: $id) {
      name { given family }
      dateOfBirth { value }
      employments { nodes { agency { name } end { value } separation separationRaw } }
      certifications { nodes { number status } }
      incidents { nodes { kind stage decidedOn { value } groundCode groundRaw } }
    }
  }`

/** Six who ask the same; in what capacity, for what. */
export function sixAskers(walk: Walk): readonly { readonly label: string; readonly who: Asker }[] {
  return [
    { label: 'Hiring investigator, live case', who: subjectCase(walk) },
    { label: "Commission of the officer's State", who: { persona: 'commission' } },
    { label: 'The officer', who: { persona: 'officer' } },
    { label: 'Hiring investigator, no case', who: { persona: 'hiring-tribal' } },
    { label: 'Grants officer', who: { persona: 'grants' } },
    { label: 'The public', who: { persona: 'public' } },
  ]
}

export const officerOperation = (id: string) => ({ query: OFFICER_QUERY, variables: { id } })

/** One query about one officer by six personas, side by side. */
export const sixPersonas: Chapter = async (walk) => {
  const askers = sixAskers(walk)
  const operation = officerOperation(CAST.subject.officerId)
  const answers: Answer<OfficerAnswer>[] = []
  for (const { who } of askers) answers.push(await walk.hub.ask<OfficerAnswer>(who, operation))
  const [hiring, commission, self, ...outside] = answers
  const unknown = await walk.hub.ask<OfficerAnswer>({ persona: 'public' }, officerOperation(NOBODY))
  return {
    title: 'One query, six askers',
    blocks: [
      text('The same query about the same officer. "absent": for this asker, the record does not exist.'),
      table('What each sees', ['', ...askers.map(({ label }) => label)], rowsOf(answers)),
      table(
        'What was withheld on a record that may be known',
        ['Field', 'Policy', 'Resting on'],
        hiring ? policiesOf(hiring).map(({ coordinate, policy, citation }) => [coordinate, policy, citation]) : [],
      ),
    ],
    claims: [
      claim('The investigator sees the final finding and not the pending matter.', stagesOf(hiring) === 'FINAL'),
      claim(
        'To the investigator the date of birth is withheld, with a policy.',
        hiring !== undefined && policiesOf(hiring).some(({ policy }) => policy === 'CLS-2'),
      ),
      claim('The commission of the State and the officer see both.', countOf(commission) === 2 && countOf(self) === 2),
      claim('To everyone else there is no such person, and no word of why.', outside.every(isSilent)),
      claim(
        'An id that names nobody gets the same answer.',
        outside.every((answer) => sameAnswer(answer, unknown)),
      ),
    ],
  }
}

/** Well-formed, and nobody's. */
const NOBODY = `off_${'0'.repeat(26)}`

function stagesOf(answer: Answer<OfficerAnswer> | undefined): string {
  return (answer?.data?.officer?.incidents?.nodes ?? []).map(({ stage }) => stage).join(', ')
}

function countOf(answer: Answer<OfficerAnswer> | undefined): number {
  return answer?.data?.officer?.incidents?.nodes.length ?? 0
}

type Officer = NonNullable<OfficerAnswer['officer']>

/** A row of the table: its name, the coordinate that may be withheld, and what to write of what is there. */
const ROWS: readonly { name: string; coordinate: string; of: (officer: Officer) => readonly (string | null)[] }[] = [
  { name: 'Name', coordinate: 'Officer.name', of: ({ name }) => [name && `${name.given} ${name.family}`] },
  { name: 'Date of birth', coordinate: 'Officer.dateOfBirth', of: ({ dateOfBirth }) => [dateOfBirth?.value ?? null] },
  {
    name: 'Employment',
    coordinate: 'Employment.agency',
    of: ({ employments }) =>
      (employments?.nodes ?? []).map(
        ({ agency, end, separation }) =>
          agency && `${agency.name}${end ? `, until ${end.value}, ${separation ?? 'reason withheld'}` : ''}`,
      ),
  },
  {
    name: 'Reason as written',
    coordinate: 'Employment.separationRaw',
    of: ({ employments }) => (employments?.nodes ?? []).map(({ separationRaw }) => separationRaw),
  },
  {
    name: 'Certificate',
    coordinate: 'Certification.status',
    of: ({ certifications }) =>
      (certifications?.nodes ?? []).map(({ number, status }) => status && `${number ?? 'number withheld'}, ${status}`),
  },
  {
    name: 'Instances',
    coordinate: 'Incident.kind',
    of: ({ incidents }) =>
      (incidents?.nodes ?? []).map(
        ({ kind, stage, groundCode }) => kind && `${kind}, ${stage ?? ''}, ${groundCode ?? ''}`,
      ),
  },
  {
    name: 'Ground as written',
    coordinate: 'Incident.groundRaw',
    of: ({ incidents }) => (incidents?.nodes ?? []).map(({ groundRaw }) => groundRaw),
  },
]

function rowsOf(answers: readonly Answer<OfficerAnswer>[]): string[][] {
  return ROWS.map(({ name, coordinate, of }) => [
    name,
    ...answers.map((answer) => {
      const officer = answer.data?.officer
      if (!officer) return 'absent'
      const values = of(officer).filter((value) => value !== null && value !== '')
      const held = policiesOf(answer).find((withheld) => withheld.coordinate === coordinate)
      return [...values, ...(held ? [`withheld (${held.policy})`] : [])].join('; ') || 'none recorded'
    }),
  ])
}
