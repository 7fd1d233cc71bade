import { AGENCIES, CAST } from '../../../prisma/seed/index.js'
import { caseOf, claim, table, text, waiver, type Chapter, type Walk } from '../context.js'
import { REQUEST_CHECK, type CheckAnswer } from './checked.js'

interface Submitted {
  readonly submitIncident: { readonly id: string } | null
}

interface Reversed {
  readonly recordReversal: { readonly id: string; readonly stage: string | null } | null
}

interface Listed {
  readonly officer: { readonly incidents: { readonly nodes: readonly { readonly id: string }[] } | null } | null
}

const SUBMIT = `mutation TourSubmit($input: SubmitIncidentInput!) { submitIncident(input: $input) { id } }`
const REVERSE = `mutation TourReverse($input: RecordReversalInput!) { recordReversal(input: $input) { id stage } }`
const LIST = `query TourInstances($id: ID!) { officer(id: $id) { incidents(first: 100) { nodes { id } } } }`

/** A matter of this walk alone: admitted, seen, overturned, and gone for everyone but its owner. */
export const reversed: Chapter = async (walk) => {
  const { overturnable } = CAST
  const owner = { persona: 'records-officer' }
  const investigator = { persona: 'hiring-sheriff', caseReference: caseOf(walk, 'C') }
  const submitted = await walk.hub.ask<Submitted>(owner, { query: SUBMIT, variables: { input: matterOf(walk) } })
  const id = submitted.data?.submitIncident?.id ?? 'not admitted'
  await walk.hub.ask<CheckAnswer>(investigator, { query: REQUEST_CHECK, variables: { input: candidateOf(walk) } })
  const isListed = async () => {
    const { data } = await walk.hub.ask<Listed>(investigator, {
      query: LIST,
      variables: { id: overturnable.officerId },
    })
    return data?.officer?.incidents?.nodes.some((node) => node.id === id) === true
  }
  const before = await isListed()
  const { data } = await walk.hub.ask<Reversed>(owner, {
    query: REVERSE,
    variables: {
      input: {
        incidentId: id,
        to: 'OVERTURNED',
        authority: 'Vostrand Demonstration Arbitration Panel',
        documentReference: `TOUR-${walk.name}`,
        effectiveOn: walk.today,
      },
    },
  })
  const after = await isListed()
  return {
    title: 'A finding, and its reversal',
    blocks: [
      text(
        `The records officer of ${AGENCIES.ohioCity.name} submits a final finding about ${overturnable.name.given} ` +
          `${overturnable.name.family} (${id}). An investigator elsewhere, with a case and a waiver, looks; an arbitration panel ` +
          'overturns the finding; the investigator looks again.',
      ),
      table(
        'The finding, as the investigator sees it',
        ['When', 'Seen'],
        [
          ['after it was admitted', before ? 'yes' : 'no'],
          ['after it was overturned', after ? 'yes' : 'no'],
        ],
      ),
    ],
    claims: [
      claim('It was admitted and seen.', before),
      claim('Its owner recorded the reversal.', data?.recordReversal?.stage === 'OVERTURNED'),
      claim('The same investigator, in the same case, sees it no more.', !after),
    ],
  }
}

function matterOf(walk: Walk): Readonly<Record<string, unknown>> {
  return {
    recordId: CAST.overturnable.recordIds[0],
    agencyId: AGENCIES.ohioCity.id,
    decidingAuthorityId: AGENCIES.ohioCity.id,
    kind: 'EXCESSIVE_FORCE_FINDING',
    stages: ['FINAL'],
    occurredOn: '2020-06-04',
    decidedOn: '2021-02-18',
    nexus: 'FORCE',
    groundCode: 'FORCE-EXCESSIVE',
    fairProcess: {
      notice: 'SERVED',
      opportunity: 'HEARD',
      authority: AGENCIES.ohioCity.name,
      basis: 'DOCUMENTED',
    },
    contact: 'Professional standards',
    fileRef: `TOUR-${walk.name}`,
  }
}

function candidateOf(walk: Walk): Readonly<Record<string, unknown>> {
  const { overturnable } = CAST
  return {
    candidate: {
      givenName: overturnable.name.given,
      middleName: overturnable.name.middle,
      familyName: overturnable.name.family,
      dateOfBirth: overturnable.dobText,
      formerEmployers: [{ agency: overturnable.agencyName, from: '2010', to: '2021' }],
    },
    waiver: waiver(walk, 'C'),
  }
}
