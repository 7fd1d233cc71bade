import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { rowsOf } from './checks.js'
import { OHIO, OHIO_RECORD, SAME_PERSON, VIRGINIA, VIRGINIA_RECORD } from './link-people.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
  await rowsOf(hub, SAME_PERSON, [OHIO_RECORD, VIRGINIA_RECORD])
})
afterAll(() => hub.close())

const PROPOSE = `mutation ($officerId: ID!) {
  proposeOfficerLinks(input: { officerId: $officerId }) {
    id state ends { jurisdiction officer { id incidents { totalCount { value } } } }
    history { nodes { state agency { name } reason } }
  }
}`
const CONFIRM = `mutation ($linkId: ID!) {
  adjudicateOfficerLink(input: { linkId: $linkId, decision: CONFIRM, reason: "Both units were called.", identifiers: [
    { kind: DATE_OF_BIRTH, comparedWith: "birth certificate" }, { kind: FINGERPRINT, comparedWith: "records unit" }
  ] }) { state history(first: 1) { nodes { state reason agency { name } } pageInfo { hasNextPage } } }
}`

interface Proposed {
  readonly id: string
  readonly ends: readonly { readonly jurisdiction: string; readonly officer: object | null }[]
}

it('Through four subgraphs: Ohio asks, Virginia decides, the officer is told who was told', async () => {
  const asked = await hub
    .as('records-officer')
    .ask<{ proposeOfficerLinks: Proposed[] }>(PROPOSE, { officerId: OHIO.officerId })
  expect(asked.errors).toEqual([])
  const [link] = asked.data?.proposeOfficerLinks ?? []
  expect(link).toMatchObject({ state: 'PROPOSED', history: { nodes: [{ state: 'PROPOSED', reason: null }] } })
  // Whoever may not know of the other record gets nothing of it, from no subgraph.
  expect(Object.fromEntries(link?.ends.map(({ jurisdiction, officer }) => [jurisdiction, officer]) ?? [])).toEqual({
    'US-OH': { id: OHIO.officerId, incidents: { totalCount: { value: 1 } } },
    'US-VA': null,
  })

  const decided = await hub.as('commission').ask(CONFIRM, { linkId: link?.id })
  expect({ data: decided.data, errors: decided.errors }).toEqual({
    data: {
      adjudicateOfficerLink: {
        state: 'CONFIRMED',
        history: {
          nodes: [
            {
              state: 'CONFIRMED',
              reason: 'Both units were called.',
              agency: { name: 'Virginia Demonstration Standards Commission' },
            },
          ],
          pageInfo: { hasNextPage: true },
        },
      },
    },
    errors: [],
  })

  // Each answer about the two is in the accounting of either, and names no value.
  const logged = await rowsOf(
    hub,
    `select purpose, subjects @> $1 as both, records::text like '%"type": "OfficerLink"%' as link from hub.disclosure_entry
      where operation like '%OfficerLink%' or records::text like '%OfficerLink%' order by seq`,
    [[OHIO_RECORD, VIRGINIA_RECORD]],
  )
  expect(logged).toEqual([
    { purpose: 'A', both: true, link: true },
    { purpose: 'hub:CERT', both: true, link: true },
  ])
  const { data } = await hub.as('officer').ask('{ disclosures { nodes { purpose classes } } }')
  expect(data).toEqual({
    disclosures: {
      nodes: [
        { purpose: 'hub:CERT', classes: ['P1', 'P5'] },
        { purpose: 'A', classes: ['P1'] },
      ],
    },
  })
})

it('Whoever looks for links and finds none has asked about persons, and is logged', async () => {
  const { data } = await hub
    .as('commission', { purpose: 'A' })
    .ask('{ officerLinks(state: REJECTED) { nodes { id } } }')
  expect(data).toEqual({ officerLinks: { nodes: [] } })
  const [entry] = await rowsOf(hub, 'select records from hub.disclosure_entry order by seq desc limit 1')
  expect(entry).toEqual({ records: [{ id: '*', type: 'OfficerLink', classes: ['P1'], subjects: [] }] })
  expect(VIRGINIA.officerId).not.toBe(OHIO.officerId)
})
