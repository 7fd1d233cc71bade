import { afterAll, beforeAll, expect, it } from 'vitest'
import { CAST } from '../../../prisma/seed/index.js'
import { TEST_NOW } from '../../support/now.js'
import { type Client, openTestHub, type TestHub } from '../../support/hub.js'
import { adjudicated, checked, named, rowsOf } from './checks.js'

const { overturnable, reinstated } = CAST

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

const byBirthDate = named(reinstated, { dateOfBirth: reinstated.dobText })

/** What the agency's own check says of its matches, and whether it asks for anything. */
async function said({ client, check }: { readonly client: Client; readonly check: { readonly id: string } }) {
  const { data } = await client.ask<{ backgroundCheck: object }>(
    `query ($id: ID!) { backgroundCheck(id: $id) {
       status matches { outcome adjudication adjudicatedAt adjudicatedBy officer { id } } } }`,
    { id: check.id },
  )
  return data?.backgroundCheck
}
const asked = (reference: string, candidate: object, who = 'hiring-city') => checked(hub, reference, candidate, { who })
const OPEN = {
  status: 'NEEDS_ADJUDICATION',
  matches: [{ outcome: 'POSSIBLE', adjudication: 'OPEN', adjudicatedAt: null, adjudicatedBy: null, officer: null }],
}
const remembered = (outcome: string) => ({
  status: 'COMPLETED',
  matches: [
    {
      outcome,
      adjudication: 'DISMISSED_EARLIER',
      adjudicatedAt: TEST_NOW.toISOString(),
      adjudicatedBy: 'demo:hiring-city',
      officer: null,
    },
  ],
})
async function dismissed(reference: string, candidate: object): Promise<void> {
  const { client, check } = await asked(reference, candidate)
  const { errors } = await adjudicated(client, { matchId: check.matches[0]?.id ?? '', decision: 'DISMISS' })
  expect(errors).toEqual([])
}

it('What an agency dismissed for a candidate it is not asked again, in another case either', async () => {
  await dismissed('MEMORY-1', named(overturnable))
  expect(await said(await asked('MEMORY-2', named(overturnable)))).toEqual(remembered('POSSIBLE'))
})

it('Another agency is told nothing of it', async () => {
  expect(await said(await asked('MEMORY-2', named(overturnable), 'hiring-sheriff'))).toEqual(OPEN)
})

it('A further identifier of the candidate asks again', async () => {
  const more = named(overturnable, { certificates: [{ number: 'TX-000001' }] })
  expect(await said(await asked('MEMORY-3', more))).toEqual(OPEN)
  expect(await said(await asked('MEMORY-4', named(overturnable)))).toEqual(remembered('POSSIBLE'))
})

it('A new version of the record, or of a spell of it, asks again', async () => {
  for (const [reference, table, column] of [
    ['MEMORY-5', 'identity_record', 'id'],
    ['MEMORY-6', 'employment', 'record_id'],
  ] as const) {
    const change = (by: string) =>
      rowsOf(hub, `update officers.${table} set version = version ${by} where ${column} = any($1)`, [
        overturnable.recordIds,
      ])
    await change('+ 1')
    expect(await said(await asked(reference, named(overturnable)))).toEqual(OPEN)
    await change('- 1')
  }
})

it('What was LIKELY does not open, until somebody who knows better confirms it; then it is asked as anybody', async () => {
  await dismissed('MEMORY-7', byBirthDate)
  const again = await asked('MEMORY-8', byBirthDate)
  expect(await said(again)).toEqual(remembered('LIKELY'))
  const matchId = again.check.matches[0]?.id ?? ''
  const dismissal = await adjudicated(again.client, { matchId, decision: 'DISMISS' })
  expect(dismissal.errors.map(({ extensions }) => extensions.code)).toEqual(['MATCH_NOT_OPEN'])
  const confirmed = await adjudicated(again.client, {
    matchId,
    decision: 'CONFIRM',
    identifiers: ['DATE_OF_BIRTH', 'PHOTOGRAPH'],
  })
  expect(confirmed.data?.adjudicateMatch?.matches[0]?.officer?.id).toBe(reinstated.officerId)
  expect(await said(await asked('MEMORY-9', byBirthDate))).toMatchObject({
    matches: [{ adjudication: 'OPEN', officer: { id: reinstated.officerId } }],
  })
})
