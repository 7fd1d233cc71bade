import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '../../../../prisma/seed/index.js'
import { openTestHub, type TestHub } from '../../../support/hub.js'
import { finding, SUBMIT } from './submissions.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

const codes = (errors: readonly { extensions: { code: string } }[]) => errors.map(({ extensions }) => extensions.code)

it('An unknown enum is refused by code, in the document and in a variable', async () => {
  const records = hub.as('records-officer')
  const written = await records.ask('{ incidents(filter: { kind: PARKING_TICKET }) { nodes { id } } }')
  expect(codes(written.errors)).toEqual(['OPERATION_INVALID'])
  const sent = await records.ask(SUBMIT, { input: { ...finding(), kind: 'PARKING_TICKET' } })
  expect(codes(sent.errors)).toEqual(['BAD_INPUT'])
  expect(sent.text).not.toMatch(/\bat .*\.[jt]s\b/)
})

it('The gate’s refusal arrives as it was made: its code, and no data', async () => {
  const { data, errors } = await hub.as('records-officer').ask(SUBMIT, { input: { ...finding(), stages: ['NOTICED'] } })
  expect(data).toEqual({ submitIncident: null })
  expect(codes(errors)).toEqual(['ADMISSION_NO_FAIR_PROCESS'])
})

it('Whoever may not submit is told by which policy, and nothing is written', async () => {
  for (const persona of ['hiring-city', 'auditor', 'public']) {
    const { data, errors } = await hub.as(persona, { caseReference: 'CASE-1' }).ask(SUBMIT, { input: finding() })
    expect(data).toEqual({ submitIncident: null })
    expect(errors).toHaveLength(1)
  }
  const list = await hub
    .as('records-officer')
    .ask<{ officer: { incidents: { nodes: readonly object[] } } }>(
      'query ($id: ID!) { officer(id: $id) { incidents { nodes { id } } } }',
      { id: CAST.ownEmployee.officerId },
    )
  expect(list.data?.officer.incidents.nodes).toEqual([])
})
