import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST, type CastMember, PERSONAS } from '../../../prisma/seed/index.js'
import { openTestHub, type TestAnswer, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { afterCheck, caseOf } from './askers.js'
import { signedWaiver } from '../../support/waiver.js'

let hub: TestHub
let statements = 0
/** A check of the Texas sheriff's office: to everyone else there is no such check. */
let foreignCheck: string
beforeAll(async () => {
  hub = await openTestHub({ onStatement: () => (statements += 1) })
  foreignCheck = (await afterCheck(hub, 'hiring-sheriff', CAST.reinstated)).checkId
  await afterCheck(hub, 'hiring-city', CAST.subject)
  await afterCheck(hub, 'hiring-federal', CAST.underAppeal)
})
afterAll(() => hub.close())

const bare = ({ data, errors, status }: TestAnswer<unknown>) => ({ data, errors, status })
/** The answer's own bytes; no two requests have the same number. */
const bytes = ({ text }: TestAnswer<unknown>) => text.replace(/"requestId":"[^"]*"/g, '"requestId":""')
const nobodys = (id: string) => `${id.slice(0, 4)}${'0'.repeat(26)}`

type Node = 'officer' | 'incident' | 'certification' | 'backgroundCheck'
/** Records that no persona without a case may know of. */
const HIDDEN: Readonly<Record<Node, string>> = {
  officer: CAST.tribalWithholding.officerId,
  incident: CAST.sealed.incidentIds.sealedFinding ?? '',
  certification: CAST.nearNamesake.certificationIds[0] ?? '',
  backgroundCheck: '',
}
/** Who asked for the check may read it; an auditor knows of checks, and of certificates by a random id. */
const OPEN_TO: Partial<Record<Node, readonly string[]>> = {
  certification: ['auditor'],
  backgroundCheck: ['hiring-sheriff', 'auditor'],
}
/** The same, by why they are hidden. */
const UNREVEALED: Readonly<Record<string, Readonly<Record<string, string>> & { readonly withheld: string }>> = {
  officer: { withheld: CAST.tribalWithholding.officerId, unopened: CAST.nearNamesake.officerId },
  incident: {
    sealed: CAST.sealed.incidentIds.sealedFinding ?? '',
    pending: CAST.matterOnly.incidentIds.pending ?? '',
    withheld: CAST.tribalWithholding.incidentIds.termination ?? '',
    unopened: CAST.nearNamesake.incidentIds.finding ?? '',
  },
}
describe.each(PERSONAS.map(({ handle }) => handle))('%s', (handle) => {
  it.each(Object.keys(HIDDEN) as Node[])(
    'gets for a hidden, an unknown and a malformed id of %s the same',
    async (node) => {
      if (OPEN_TO[node]?.includes(handle)) return
      const hidden = node === 'backgroundCheck' ? foreignCheck : HIDDEN[node]
      const fields = { officer: false, incident: false, certification: false, backgroundCheck: false, [node]: true }
      const ask = (id: string) => hub.as(handle).ask(query('node-by-id'), { id, ...fields })
      const answer = await ask(hidden)
      expect(bare(answer)).toEqual({ data: { [node]: null }, errors: [], status: 200 })
      for (const id of [nobodys(hidden), 'no such id', "x'; select 1", '', 'x'.repeat(500), hidden.toLowerCase()]) {
        expect(bytes(await ask(id))).toBe(bytes(answer))
      }
    },
  )

  it('is answered with as many statements about a sealed, a pending, a withheld, an unopened and an unknown record', async () => {
    for (const [node, hidden] of Object.entries(UNREVEALED)) {
      const fields = { officer: false, incident: false, certification: false, backgroundCheck: false, [node]: true }
      const cost = async (id: string) => {
        const before = statements
        const answer = await hub.as(handle).ask(query('node-by-id'), { id, ...fields })
        return { bytes: bytes(answer), statements: statements - before }
      }
      // The first fetch of a subgraph also reads what it then keeps in memory: participation and authorizations.
      await cost(nobodys(hidden.withheld))
      const none = await cost(nobodys(hidden.withheld))
      for (const [why, id] of Object.entries(hidden)) {
        // An auditor knows of whoever is no tribe's, by a random id.
        if (handle === 'auditor' && why === 'unopened') continue
        expect({ node, why, ...(await cost(id)) }).toEqual({ node, why, ...none })
      }
    }
  })

  it('finds by no filter what is hidden', async () => {
    const ask = (family: string, number: string) => hub.as(handle).ask(query('hidden-by-filters'), { family, number })
    const answer = await ask(CAST.tribalWithholding.name.family, CAST.nearNamesake.certificate?.number ?? '')
    const none = { totalCount: { value: 0, atLeast: false }, nodes: [] }
    expect(bare(answer)).toEqual({ data: { officers: none, certifications: none }, errors: [], status: 200 })
    expect(bytes(await ask('Nobodyatall', 'no-such-number'))).toBe(bytes(answer))
  })
})

describe('A filter by a class that is withheld finds nothing', () => {
  /** The investigator knows of the officer, and of no instance of theirs: the matter is pending with its owner. */
  const investigator = () => hub.as('hiring-city', { caseReference: caseOf(CAST.subject) })

  it('not even the instance of an opened officer that is pending with its owner', async () => {
    const answers = await Promise.all(
      [
        { stage: 'NOTICED' },
        { kind: 'EXCESSIVE_FORCE_FINDING', stage: 'NOTICED' },
        { agency: CAST.subject.agencyId },
      ].map((filter) => investigator().ask(INCIDENTS, { filter })),
    )
    for (const { data, errors } of answers) {
      expect({ data, errors }).toEqual({
        data: { incidents: { totalCount: { value: 0, atLeast: false }, nodes: [] } },
        errors: [],
      })
    }
    const { data } = await investigator().ask(INCIDENTS, { filter: { stage: 'FINAL' } })
    expect(data).toEqual({
      incidents: {
        totalCount: { value: 1, atLeast: false },
        nodes: [{ id: CAST.subject.incidentIds.finding, officer: { id: CAST.subject.officerId } }],
      },
    })
  })

  it('not the birth date: there is no such filter', async () => {
    const { status, data, errors } = await investigator().ask(
      '{ officers(filter: { dateOfBirth: "1983-10-30" }) { nodes { id } } }',
    )
    expect({ status, data, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({
      status: 400,
      data: null,
      codes: ['OPERATION_INVALID'],
    })
  })
})

describe('Counts are of what may be known', () => {
  const count = async (client: ReturnType<TestHub['as']>, member: CastMember) => {
    const { data } = await client.ask(COUNTS, { id: member.officerId })
    return data?.['officer']
  }

  it('of the officer with a pending matter: two for the commission, one for an investigator', async () => {
    const [two, one] = [
      { value: 2, atLeast: false },
      { value: 1, atLeast: false },
    ]
    expect(await count(hub.as('commission'), CAST.subject)).toEqual({
      incidents: { totalCount: two },
      employments: { totalCount: two },
    })
    expect(await count(hub.as('hiring-city', { caseReference: caseOf(CAST.subject) }), CAST.subject)).toEqual({
      incidents: { totalCount: one },
      employments: { totalCount: two },
    })
  })

  it('of an instance under appeal: none', async () => {
    const client = hub.as('hiring-federal', { caseReference: caseOf(CAST.underAppeal) })
    expect(await count(client, CAST.underAppeal)).toEqual({
      incidents: { totalCount: { value: 0, atLeast: false } },
      employments: { totalCount: { value: 1, atLeast: false } },
    })
  })
})

describe('A reference to what is hidden is null, without an error', () => {
  it('from a match to a person who was not opened', async () => {
    // A name and a year of birth that differs: POSSIBLE, so that nobody is opened.
    const { data, errors } = await hub.as('hiring-territory', { caseReference: 'NAMES' }).ask(query('request-check'), {
      input: {
        candidate: { givenName: 'Tamsin', familyName: 'Okonquist-Hale' },
        waiver: signedWaiver('W-names'),
      },
    })
    expect(errors).toEqual([])
    const matches = (data?.['requestBackgroundCheck'] as { matches: { outcome: string; officer: unknown }[] }).matches
    expect(matches.map(({ outcome, officer }) => ({ outcome, officer }))).toEqual([
      { outcome: 'POSSIBLE', officer: null },
      { outcome: 'POSSIBLE', officer: null },
    ])
  })
})

describe('A reference to a record that has been sealed since is null, without an error', () => {
  let check: { readonly checkId: string; readonly client: ReturnType<TestHub['as']> }
  const { decertification = '' } = CAST.decertified.incidentIds
  beforeAll(async () => {
    check = await afterCheck(hub, 'hiring-tribal', CAST.decertified)
    const owner = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
    await owner.connect()
    await owner.query('update officers.identity_record set sealed = true where id = any($1)', [
      CAST.decertified.recordIds,
    ])
    await owner.query('update incidents.incident set outcome_of = $1 where id = $2', [
      CAST.sealed.incidentIds.sealedFinding,
      decertification,
    ])
    await owner.end()
  })

  it('from instance and certificate to the officer, and from an outcome to its separation', async () => {
    const { data, errors } = await hub.as('commission').ask(
      `query ($incident: ID!, $certification: ID!) {
        incident(id: $incident) { kind officer { id name { family } } outcomeOf { id kind } }
        certification(id: $certification) { number officer { __typename } }
      }`,
      { incident: decertification, certification: CAST.decertified.certificationIds[0] },
    )
    expect({ data, errors }).toEqual({
      data: {
        incident: { kind: 'DECERTIFICATION', officer: null, outcomeOf: null },
        certification: { number: CAST.decertified.certificate?.number, officer: null },
      },
      errors: [],
    })
  })

  it('from a match, and from the spell that is set beside what was claimed', async () => {
    const { data, errors } = await check.client.ask(
      `query ($id: ID!) {
        backgroundCheck(id: $id) {
          matches { outcome officer { id name { family } } }
          reconciliation { result recorded { start { value } officer { id name { family } } } }
        }
      }`,
      { id: check.checkId },
    )
    expect({ data, errors }).toEqual({
      data: {
        backgroundCheck: {
          matches: [
            { outcome: 'LIKELY', officer: null },
            { outcome: 'POSSIBLE', officer: null },
          ],
          reconciliation: CAST.decertified.spells.map(({ from }) => ({
            result: 'AGREE',
            recorded: { start: { value: from }, officer: null },
          })),
        },
      },
      errors: [],
    })
  })
})

describe('A cursor', () => {
  const page = (client: ReturnType<TestHub['as']>, after: string | null, filter: object | null = null) =>
    client.ask<{ incidents: { edges: { cursor: string; node: { id: string } }[] } | null }>(PAGE, { after, filter })
  const refused = (answer: TestAnswer<unknown>) => ({
    data: answer.data,
    errors: answer.errors.map(({ path, extensions }) => ({ path, code: extensions.code })),
  })
  const REFUSED = { data: { incidents: null }, errors: [{ path: ['incidents'], code: 'CURSOR_INVALID' }] }

  it('leads on for its viewer, list and filter', async () => {
    const { data } = await page(hub.as('commission'), null)
    const [first, second] = data?.incidents?.edges ?? []
    const next = await page(hub.as('commission'), first?.cursor ?? '')
    expect(next.errors).toEqual([])
    expect(next.data?.incidents?.edges[0]?.node.id).toBe(second?.node.id)
  })

  it('of another viewer, list or filter, or none, is refused', async () => {
    const { data } = await page(hub.as('commission'), null)
    const cursor = data?.incidents?.edges[0]?.cursor ?? ''
    expect(refused(await page(hub.as('records-officer'), cursor))).toEqual(REFUSED)
    expect(refused(await page(hub.as('public'), cursor))).toEqual(REFUSED)
    expect(refused(await page(hub.as('commission'), cursor, { kind: 'TERMINATION' }))).toEqual(REFUSED)
    expect(refused(await page(hub.as('commission'), 'bm8gY3Vyc29y'))).toEqual(REFUSED)
    expect(refused(await page(hub.as('commission'), `${cursor.slice(0, -1)}A`))).toEqual(REFUSED)
    const other = await hub
      .as('commission')
      .ask('query ($after: String) { certifications(after: $after) { nodes { id } } }', { after: cursor })
    expect(refused(other)).toEqual({
      data: { certifications: null },
      errors: [{ path: ['certifications'], code: 'CURSOR_INVALID' }],
    })
  })
})

const INCIDENTS = `query ($filter: IncidentFilter) {
  incidents(filter: $filter) { totalCount { value atLeast } nodes { id officer { id } } }
}`
const COUNTS = `query ($id: ID!) {
  officer(id: $id) {
    incidents { totalCount { value atLeast } }
    employments { totalCount { value atLeast } }
  }
}`
const PAGE = `query ($after: String, $filter: IncidentFilter) {
  incidents(first: 3, after: $after, filter: $filter) { edges { cursor node { id } } }
}`
