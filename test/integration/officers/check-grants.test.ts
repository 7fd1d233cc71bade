import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../../prisma/seed/index.js'
import { type Client, openTestHub, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { adjudicated, type Asked, bytes, checked, named, readBack, rowsOf, waiver } from './checks.js'
import {
  bare,
  byBirthDate,
  CLOSED,
  decided,
  expectClosed,
  nobodys,
  opened,
  refusal,
  seen,
  TWO_IDENTIFIERS,
} from './opened.js'

const { decertified, ownEmployee, reinstated, overturnable } = CAST

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

describe('An adjudicator dismisses', () => {
  const NOT_OPEN = { data: { adjudicateMatch: null }, codes: ['MATCH_NOT_OPEN'] }

  it('a POSSIBLE match: the person stays closed, and is decided upon once', async () => {
    const { client, check } = await checked(hub, 'DISMISS-1', named(overturnable))
    const matchId = check.matches[0]?.id ?? ''
    const dismissed = await adjudicated(client, { matchId, decision: 'DISMISS' })
    const after = { ...check, status: 'COMPLETED', matches: [{ ...check.matches[0], adjudication: 'DISMISSED' }] }
    expect(decided(check)).toEqual([{ outcome: 'POSSIBLE', adjudication: 'OPEN', officer: null }])
    expect(bare(dismissed)).toEqual({ data: { adjudicateMatch: after }, errors: [] })
    expect(refusal(await adjudicated(client, { matchId, decision: 'DISMISS' }))).toEqual(NOT_OPEN)
    expect(refusal(await adjudicated(client, { matchId, decision: 'CONFIRM', identifiers: TWO_IDENTIFIERS }))).toEqual(
      NOT_OPEN,
    )
    expect(bare(await readBack(client, check.id))).toEqual({ data: { backgroundCheck: after }, errors: [] })
    await expectClosed(client, overturnable)
  })

  it('a LIKELY match: what it had opened ends, and asking again does not open it', async () => {
    const paper = waiver()
    const candidate = byBirthDate(reinstated)
    const { client, check } = await checked(hub, 'DISMISS-2', candidate, { paper })
    expect(bare(await seen(client, reinstated))).toEqual({ data: opened(reinstated), errors: [] })
    const matchId = check.matches[0]?.id ?? ''
    const { data, errors } = await adjudicated(client, { matchId, decision: 'DISMISS' })
    expect({ data, errors }).toEqual({
      data: {
        adjudicateMatch: {
          ...check,
          matches: [{ ...check.matches[0], adjudication: 'DISMISSED', officer: null }],
          reconciliation: [],
        },
      },
      errors: [],
    })
    await expectClosed(client, reinstated)

    const again = await checked(hub, 'DISMISS-2', candidate, { paper })
    expect(decided(again.check)).toEqual([{ outcome: 'LIKELY', adjudication: 'DISMISSED_EARLIER', officer: null }])
    await expectClosed(client, reinstated)
    const confirmed = await adjudicated(client, {
      matchId: again.check.matches[0]?.id ?? '',
      decision: 'CONFIRM',
      identifiers: TWO_IDENTIFIERS,
    })
    expect(confirmed.errors).toEqual([])
    expect(bare(await seen(client, reinstated))).toEqual({ data: opened(reinstated), errors: [] })
  })

  it('in another case than that of the check: there is no such match', async () => {
    const { check } = await checked(hub, 'DISMISS-3', named(overturnable))
    const other = hub.as('hiring-city', { caseReference: 'DISMISS-1' })
    const answer = await adjudicated(other, { matchId: check.matches[0]?.id ?? '', decision: 'DISMISS' })
    expect(refusal(answer)).toEqual(NOT_OPEN)
    const none = await adjudicated(other, { matchId: nobodys('mat_'), decision: 'DISMISS' })
    expect(bytes(answer)).toBe(bytes(none))
  })
})

describe('The Vostrand police and their own employee', () => {
  const written = () =>
    rowsOf(
      hub,
      `SELECT (SELECT count(*)::int FROM officers.background_check) AS checks, (SELECT count(*)::int FROM officers.match) AS matches,
              (SELECT count(*)::int FROM hub."grant") AS grants, (SELECT count(*)::int FROM hub.idempotency_key) AS keys,
              (SELECT count(*)::int FROM officers.match WHERE adjudication <> 'OPEN') AS decisions`,
    )

  // Case and waiver are bound before anybody is compared, and stay so: they say what was asked, and open nothing.
  it('no check is run on him, and nothing of one is kept', async () => {
    const before = await written()
    const client = hub.as('hiring-city', { caseReference: 'OWN-1' })
    const answer = await client.ask(query('request-whole-check') + query('check-whole'), {
      input: { candidate: byBirthDate(ownEmployee), waiver: waiver() },
    })
    expect(refusal(answer)).toEqual({ data: { requestBackgroundCheck: null }, codes: ['OWN_EMPLOYEE'] })
    expect(await written()).toEqual(before)
    expect(bare(await seen(client, ownEmployee))).toEqual(CLOSED)
  })

  it('nor is he confirmed where his name alone made him POSSIBLE', async () => {
    const { client, check } = await checked(hub, 'OWN-2', named(ownEmployee))
    const matchId = check.matches[0]?.id ?? ''
    expect(decided(check)).toEqual([{ outcome: 'POSSIBLE', adjudication: 'OPEN', officer: null }])
    const before = await written()
    const confirmed = await adjudicated(client, { matchId, decision: 'CONFIRM', identifiers: TWO_IDENTIFIERS })
    expect(refusal(confirmed)).toEqual({ data: { adjudicateMatch: null }, codes: ['OWN_EMPLOYEE'] })
    expect(await written()).toEqual(before)
    expect(bare(await seen(client, ownEmployee))).toEqual(CLOSED)
    // A namesake of his may still be dismissed for what he is: not the candidate.
    expect((await adjudicated(client, { matchId, decision: 'DISMISS' })).errors).toEqual([])
  })

  it('another agency checks him as anybody', async () => {
    const { check } = await checked(hub, 'OWN-1', byBirthDate(ownEmployee), { who: 'hiring-sheriff' })
    expect(decided(check)).toEqual([{ outcome: 'LIKELY', adjudication: 'OPEN', officer: ownEmployee.officerId }])
  })
})

describe('What a case has opened ends', () => {
  it.each([
    { mutation: 'closeCase', afterwards: 'CASE_CLOSED' },
    { mutation: 'withdrawWaiver', afterwards: 'WAIVER_WITHDRAWN' },
  ])('with $mutation', async ({ mutation, afterwards }) => {
    const paper = waiver()
    const { client, check } = await checked(hub, mutation, byBirthDate(reinstated), { paper })
    const namesake = await checked(hub, `${mutation}-2`, named(reinstated))
    expect(bare(await seen(client, reinstated))).toEqual({ data: opened(reinstated), errors: [] })

    const end = (of: Client) => of.ask(`mutation { ${mutation} { reference live } }`)
    const ended = { data: { [mutation]: { reference: mutation, live: false } }, errors: [] }
    expect(bare(await end(client))).toEqual(ended)
    await expectClosed(client, reinstated)
    expect(bare(await readBack(client, check.id))).toEqual({
      data: { backgroundCheck: { ...check, matches: [{ ...check.matches[0], officer: null }], reconciliation: [] } },
      errors: [],
    })
    expect(refusal(await end(client))).toEqual({ data: { [mutation]: null }, codes: [afterwards] })

    const again = await client.ask(query('request-check'), {
      input: { candidate: byBirthDate(reinstated), waiver: paper },
    })
    expect(refusal(again)).toEqual({ data: { requestBackgroundCheck: null }, codes: [afterwards] })
    await end(namesake.client)
    const late = await adjudicated(namesake.client, {
      matchId: namesake.check.matches[0]?.id ?? '',
      decision: 'CONFIRM',
      identifiers: TWO_IDENTIFIERS,
    })
    expect(refusal(late)).toEqual({ data: { adjudicateMatch: null }, codes: [afterwards] })
  })
})

describe('A check and what it opened', () => {
  let asked: Asked
  beforeAll(async () => {
    asked = await checked(hub, 'LIFE-1', byBirthDate(decertified))
  })

  it('reaches, within the mutation, all that four subgraphs have to say, and the next request', async () => {
    const { client, check } = asked
    expect(check.matches[0]?.officer).toMatchObject({
      id: decertified.officerId,
      certifications: { nodes: [{ number: decertified.certificate?.number, status: 'REVOKED' }] },
      incidents: { nodes: Object.values(decertified.incidentIds).map((id) => ({ id, stage: 'FINAL' })) },
    })
    expect(bare(await seen(client, decertified))).toEqual({ data: opened(decertified), errors: [] })
  })

  it.each([
    { who: 'hiring-city', what: 'the same investigator in another case', caseReference: 'LIFE-2' },
    { who: 'hiring-city', what: 'the same investigator in none', caseReference: undefined },
    { who: 'hiring-sheriff', what: 'another agency in a case of the same number', caseReference: 'LIFE-1' },
  ])('is closed to $what', async ({ who, caseReference }) => {
    await expectClosed(hub.as(who, caseReference === undefined ? {} : { caseReference }), decertified)
  })

  it('is closed to the same investigator in a case that has opened somebody else', async () => {
    const { client } = await checked(hub, 'LIFE-3', byBirthDate(reinstated))
    await expectClosed(client, decertified)
  })

  it('reads back as it was answered; in another case without the officer', async () => {
    const { client, check } = asked
    expect(bare(await readBack(client, check.id))).toEqual({ data: { backgroundCheck: check }, errors: [] })
    const other = hub.as('hiring-city', { caseReference: 'LIFE-2' })
    expect(bare(await readBack(other, check.id))).toEqual({
      data: {
        backgroundCheck: {
          ...check,
          matches: check.matches.map((match) => ({ ...match, officer: null })),
          reconciliation: [],
        },
      },
      errors: [],
    })
  })

  it('is read by an auditor, for whom the officer is a random id', async () => {
    const { data, errors } = await hub
      .as('auditor')
      .ask(
        'query ($id: ID!) { backgroundCheck(id: $id) { caseReference matches { outcome officer { id name { family } } } } }',
        {
          id: asked.check.id,
        },
      )
    // Who may be meant by a match that nobody has confirmed is told to nobody, not by a random id either.
    const matches = [
      { outcome: 'LIKELY', officer: { id: decertified.officerId, name: null } },
      { outcome: 'POSSIBLE', officer: null },
    ]
    expect(data).toEqual({ backgroundCheck: { caseReference: 'LIFE-1', matches } })
    expect(errors.map(({ extensions }) => [extensions.code, extensions['policy']])).toEqual([['WITHHELD', 'AUD-2']])
  })

  it.each(['hiring-sheriff', 'hiring-federal', 'commission', 'records-officer', 'officer', 'public'])(
    'is to %s as if there were none',
    async (who) => {
      const client = hub.as(who, who.startsWith('hiring') ? { caseReference: 'LIFE-1' } : {})
      const answer = await readBack(client, asked.check.id)
      expect(bare(answer)).toEqual({ data: { backgroundCheck: null }, errors: [] })
      expect(bytes(answer)).toBe(bytes(await readBack(client, nobodys(asked.check.id))))
    },
  )
})
