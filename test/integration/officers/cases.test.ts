import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AGENCIES, CAST, type CastMember, commissionId, personaByHandle } from '../../../prisma/seed/index.js'
import { commissionName } from '../../../prisma/seed/named-agencies.js'
import { CASE_CAPS } from '../../../subgraphs/officers/check/fishing-thresholds.js'
import { asAnybody } from '../../support/as-anybody.js'
import { type Client, openTestHub, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { adjudicated, bytes, checked, named, readBack, rowsOf, verdicts, waiver, type WholeCheck } from './checks.js'
import { bare, byBirthDate, decided, expectClosed, nobodys, opened, refusal, seen, TWO_IDENTIFIERS } from './opened.js'

const { decertified, overturnable, reinstated, separated, underAppeal } = CAST
const COMMISSION = { who: 'commission', paper: null }
const PROSECUTOR = { who: 'prosecutor', paper: null }

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

const refused = (code: string) => ({ data: { requestBackgroundCheck: null }, codes: [code] })

/** What a prosecutor knows of a witness: the name, and where he or she served. */
const byEmployer = (member: CastMember) =>
  named(member, {
    suffix: member.name.suffix,
    formerEmployers: member.spells.map(({ agency, from, to }) => ({ agency: agency.name, from, to })),
  })

const request = (client: Client, candidate: object, paper: object | null = null) =>
  client.ask(query('request-whole-check') + query('check-whole'), { input: { candidate, waiver: paper } })

/** California's commission: another one than the demo's, which is Virginia's. */
const california = (caseReference: string) =>
  asAnybody(
    hub,
    {
      ...personaByHandle('commission'),
      agency: commissionId('US-CA'),
      jurisdiction: 'US-CA',
      employerName: commissionName('California'),
    },
    { caseReference },
  )
/** A prosecutor who works for another agency of the same State. */
const otherProsecutor = (caseReference: string) => {
  const { id, name, ori } = AGENCIES.ohioCity
  const persona = { ...personaByHandle('prosecutor'), agency: id, employerName: name, employerOri: ori ?? '' }
  return asAnybody(hub, persona, { caseReference })
}

const PENDING = `query ($id: ID!) {
  officer(id: $id) {
    dateOfBirth { value }
    employments { nodes { separation investigationActive } }
    certifications { nodes { number status } }
    incidents { nodes { kind stage allegationText } }
  }
}`

describe("California's commission and an applicant whom Virginia has decertified", () => {
  it('sees the decertification, its certificate and what came before it, within the mutation', async () => {
    const client = await california('CERT-final')
    const { data, errors } = await client.ask<{ requestBackgroundCheck: WholeCheck }>(
      query('request-whole-check') + query('check-whole'),
      { input: { candidate: byBirthDate(decertified), waiver: null } },
    )
    expect(errors).toEqual([])
    expect(data?.requestBackgroundCheck.matches[0]?.officer).toMatchObject({
      id: decertified.officerId,
      certifications: { nodes: [{ number: decertified.certificate?.number, status: 'REVOKED' }] },
      incidents: {
        nodes: [
          { kind: 'TERMINATION', stage: 'FINAL' },
          { kind: 'DECERTIFICATION', stage: 'FINAL' },
        ],
      },
    })
    expect(bare(await seen(client, decertified))).toEqual({ data: opened(decertified), errors: [] })
  })
})

describe("Virginia's commission and an applicant from another State", () => {
  it.each([
    { by: 'birth date', candidate: byBirthDate(underAppeal) },
    {
      by: 'certificate number',
      candidate: named(underAppeal, {
        suffix: underAppeal.name.suffix,
        certificates: [{ authority: 'US-PA', number: underAppeal.certificate?.number ?? '' }],
      }),
    },
  ])('by name and $by sees the certificate of the other State within the mutation', async ({ by, candidate }) => {
    const { client, check } = await checked(hub, `CERT-${by.slice(0, 5)}`, candidate, COMMISSION)
    expect(decided(check)).toEqual([{ outcome: 'LIKELY', adjudication: 'OPEN', officer: underAppeal.officerId }])
    expect(check.matches[0]?.officer).toMatchObject({
      certifications: { nodes: [{ number: underAppeal.certificate?.number, status: 'NOT_CURRENTLY_VALID' }] },
      // Of what is under appeal there are no grounds.
      incidents: { nodes: [] },
    })
    expect(check.notice).toMatch(/^A pointer, not a finding/)
    expect((await seen(client, underAppeal)).data).toMatchObject({
      officer: { id: underAppeal.officerId },
      incident: null,
      certification: { id: underAppeal.certificationIds[0] },
    })
  })

  it('of a separation under investigation sees fact and pointer, and nothing else that is pending', async () => {
    const { client } = await checked(hub, 'CERT-sep', byBirthDate(separated), COMMISSION)
    const { data, errors } = await client.ask(PENDING, { id: separated.officerId })
    expect(data).toEqual({
      officer: {
        dateOfBirth: null,
        employments: { nodes: [{ separation: 'RESIGNED', investigationActive: null }] },
        certifications: { nodes: [{ number: separated.certificate?.number, status: 'ACTIVE' }] },
        incidents: {
          nodes: [
            {
              kind: 'SEPARATION_UNDER_INVESTIGATION',
              stage: 'SEPARATED_UNDER_INVESTIGATION',
              allegationText: null,
            },
          ],
        },
      },
    })
    expect(errors.map(({ extensions }) => [extensions.code, extensions['policy']]).sort()).toEqual([
      ['WITHHELD', 'CLS-2'],
      ['WITHHELD', 'CLS-5'],
      ['WITHHELD', 'CLS-6'],
    ])
  })

  it('by the name alone learns who it may be from nobody but a person with two identifiers, and of one person', async () => {
    const { client, check } = await checked(hub, 'CERT-name', named(decertified), COMMISSION)
    const open = { outcome: 'POSSIBLE', adjudication: 'OPEN', officer: null }
    expect(decided(check)).toEqual([open, open])
    const idOf = (jurisdiction: string) =>
      check.matches.find(({ sourceJurisdiction }) => sourceJurisdiction === jurisdiction)?.id ?? ''
    const decide = (jurisdiction: string, identifiers: readonly string[]) =>
      adjudicated(client, { matchId: idOf(jurisdiction), decision: 'CONFIRM', identifiers })
    const no = (code: string) => ({ data: { adjudicateMatch: null }, codes: [code] })
    expect(refusal(await decide('US-MD', ['PHOTOGRAPH']))).toEqual(no('IDENTIFIERS_INSUFFICIENT'))
    expect((await decide('US-MD', TWO_IDENTIFIERS)).errors).toEqual([])
    expect((await seen(client, CAST.nearNamesake)).data).toEqual(opened(CAST.nearNamesake))
    expect(refusal(await decide('US-VA', TWO_IDENTIFIERS))).toEqual(no('CASE_HAS_CONFIRMED_PERSON'))
  })

  it('reads the check back, in whatever case of certification; for maintenance and to others it is none', async () => {
    const { client, check } = await checked(hub, 'CERT-back', byBirthDate(separated), COMMISSION)
    expect(bare(await readBack(client, check.id))).toEqual({ data: { backgroundCheck: check }, errors: [] })
    const others = [
      hub.as('commission', { purpose: 'A' }),
      hub.as('prosecutor', { caseReference: 'CERT-back' }),
      hub.as('hiring-city', { caseReference: 'CERT-back' }),
      await california('CERT-back'),
    ]
    for (const other of others) {
      const answer = await readBack(other, check.id)
      expect(bare(answer)).toEqual({ data: { backgroundCheck: null }, errors: [] })
      expect(bytes(answer)).toBe(bytes(await readBack(other, nobodys(check.id))))
    }
  })
})

describe('A prosecutor and an officer who is a witness', () => {
  it('by name and employer sees identity, spells and final instances within the mutation', async () => {
    const { client, check } = await checked(hub, 'PROS-likely', byEmployer(overturnable), PROSECUTOR)
    expect(decided(check)).toEqual([{ outcome: 'LIKELY', adjudication: 'OPEN', officer: overturnable.officerId }])
    expect(verdicts(check.matches[0] as WholeCheck['matches'][number]).verdicts).toEqual({
      given: 'AGREE',
      family: 'AGREE',
      formerAgency: 'AGREE',
    })
    expect(check.matches[0]?.officer).toMatchObject({
      incidents: { nodes: [{ id: overturnable.incidentIds.termination, kind: 'TERMINATION', stage: 'FINAL' }] },
    })
    expect(bare(await seen(client, overturnable))).toEqual({ data: opened(overturnable), errors: [] })
    expect(bare(await readBack(client, check.id))).toEqual({ data: { backgroundCheck: check }, errors: [] })
  })

  it('by the name alone sees nobody', async () => {
    const { client, check } = await checked(hub, 'PROS-name', named(overturnable), PROSECUTOR)
    expect(decided(check)).toEqual([{ outcome: 'POSSIBLE', adjudication: 'OPEN', officer: null }])
    await expectClosed(client, overturnable)
  })

  // Refused, not passed over: who stated a birth date and is answered without it would take silence for an answer.
  it('by a birth date or a certificate is refused, right or wrong alike, and no case is opened', async () => {
    const client = hub.as('prosecutor', { caseReference: 'PROS-strong' })
    const birth = (dateOfBirth: string | null) => request(client, named(overturnable, { dateOfBirth }))
    const right = await birth(overturnable.dobText)
    expect(refusal(right)).toEqual(refused('STRONG_IDENTIFIERS_NOT_COMPARED'))
    expect(bytes(await birth('1950-01-01'))).toBe(bytes(right))
    const numbered = (number: string) =>
      request(client, named(overturnable, { certificates: [{ authority: 'US-OH', number }] }))
    const theirs = await numbered(overturnable.certificate?.number ?? '')
    expect(refusal(theirs)).toEqual(refused('STRONG_IDENTIFIERS_NOT_COMPARED'))
    expect(bytes(await numbered('OH-000000'))).toBe(bytes(theirs))
    expect(await rowsOf(hub, `SELECT 1 FROM hub."case" WHERE reference = 'PROS-strong'`)).toEqual([])
    expect((await request(client, byEmployer(reinstated))).errors).toEqual([])
  })

  it('learns of no separation under investigation that its owner has not authorized', async () => {
    const { client, check } = await checked(hub, 'PROS-sep', byEmployer(separated), PROSECUTOR)
    expect(decided(check)).toEqual([{ outcome: 'LIKELY', adjudication: 'OPEN', officer: separated.officerId }])
    expect((await seen(client, separated)).data).toMatchObject({ officer: { id: separated.officerId }, incident: null })
  })

  it('who asks about somebody of the own agency is answered: that rule is about hiring', async () => {
    const client = await otherProsecutor('PROS-own')
    const answer = await request(client, byEmployer(CAST.ownEmployee))
    expect(answer.errors).toEqual([])
    expect((await seen(client, CAST.ownEmployee)).data).toMatchObject({ officer: { id: CAST.ownEmployee.officerId } })
  })

  it('asks in one case no more often than a hiring investigator, and the auditor is told', async () => {
    const client = hub.as('prosecutor', { caseReference: 'PROS-fish' })
    const variation = (number: number) =>
      request(client, named(overturnable, { otherNames: [{ familyName: `Falkenbright${'x'.repeat(number)}` }] }))
    for (let number = 1; number <= CASE_CAPS.variations; number++) expect((await variation(number)).errors).toEqual([])
    expect(refusal(await variation(CASE_CAPS.variations + 1))).toEqual(refused('CASE_ATTEMPTS_EXHAUSTED'))
    expect(
      await rowsOf(hub, `SELECT kind FROM hub.access_flag WHERE viewer = 'demo:prosecutor' ORDER BY kind`),
    ).toEqual([{ kind: 'ATTEMPTS_EXHAUSTED' }, { kind: 'VARIATIONS_OF_CANDIDATE' }])
  })
})

describe('A case is for one person, one agency, and until it ends', () => {
  const cases = [
    { ...COMMISSION, state: byBirthDate, member: reinstated, other: separated },
    { ...PROSECUTOR, state: byEmployer, member: overturnable, other: reinstated },
  ]

  it.each(cases)('of $who: a second candidate is refused', async ({ who, state, member, other }) => {
    const { client } = await checked(hub, 'ONE-1', state(member), { who, paper: null })
    expect(refusal(await request(client, state(other)))).toEqual(refused('CASE_BOUND_TO_OTHER_CANDIDATE'))
  })

  it.each(cases)('of $who: nobody else sees what it opened', async ({ who, state }) => {
    await checked(hub, 'ONE-2', state(separated), { who, paper: null })
    const others = [
      hub.as(who, { caseReference: 'ONE-3' }),
      hub.as(who),
      hub.as('hiring-city', { caseReference: 'ONE-2' }),
      await california('ONE-2'),
      await otherProsecutor('ONE-2'),
    ]
    for (const other of others) await expectClosed(other, separated)
  })

  it.each(cases)('of $who: closeCase ends it, and it is not opened again', async ({ who, state }) => {
    const { client, check } = await checked(hub, 'ONE-4', state(separated), { who, paper: null })
    const close = () => client.ask('mutation { closeCase { reference live } }')
    expect(bare(await close())).toEqual({ data: { closeCase: { reference: 'ONE-4', live: false } }, errors: [] })
    await expectClosed(client, separated)
    expect(refusal(await close())).toEqual({ data: { closeCase: null }, codes: ['CASE_CLOSED'] })
    expect(refusal(await request(client, state(separated)))).toEqual(refused('CASE_CLOSED'))
    expect(bare(await readBack(client, check.id))).toEqual({
      data: {
        backgroundCheck: {
          ...check,
          matches: check.matches.map((match) => ({ ...match, officer: null })),
          reconciliation: check.reconciliation
            .filter(({ claimed }) => claimed !== null)
            .map((line) => ({ ...line, recorded: null, result: 'NOT_COVERED' })),
        },
      },
      errors: [],
    })
  })

  it.each(cases)('of $who: what was seen stands in the log under its reference', async ({ who, state }) => {
    await checked(hub, 'ONE-5', state(separated), { who, paper: null })
    const { data } = await hub
      .as('auditor')
      .ask<{ disclosureLog: { nodes: readonly { readonly caseReference: string | null }[] } }>(
        '{ disclosureLog(first: 1) { nodes { caseReference } } }',
      )
    expect(data?.disclosureLog.nodes[0]?.caseReference).toBe('ONE-5')
  })
})

describe('What a case is opened with, and by whom', () => {
  it.each([COMMISSION, PROSECUTOR])('a waiver that $who sends belongs to no case of theirs', async ({ who }) => {
    const client = hub.as(who, { caseReference: 'PAPER-1' })
    expect(refusal(await request(client, named(reinstated), waiver()))).toEqual(refused('WAIVER_NOT_TAKEN'))
  })

  it('a hiring check without one is refused', async () => {
    const client = hub.as('hiring-city', { caseReference: 'PAPER-2' })
    expect(refusal(await request(client, byBirthDate(reinstated)))).toEqual(refused('WAIVER_REQUIRED'))
    await expectClosed(client, reinstated)
  })

  it.each([COMMISSION, PROSECUTOR])('$who has no waiver to withdraw', async ({ who }) => {
    const client = hub.as(who, { caseReference: 'PAPER-3' })
    const answer = await client.ask('mutation { withdrawWaiver { reference } }')
    expect(refusal(answer)).toEqual({ data: { withdrawWaiver: null }, codes: ['NOT_PERMITTED'] })
  })

  it.each([COMMISSION, PROSECUTOR])('$who without a case reference opens none', async ({ who }) => {
    expect(refusal(await request(hub.as(who), named(reinstated)))).toEqual(refused('CASE_REQUIRED'))
  })

  it.each([
    { who: 'commission', purpose: 'A' },
    { who: 'records-officer', purpose: 'A' },
    { who: 'policy-state', purpose: 'A' },
    { who: 'grants', purpose: 'hub:GRANT' },
    { who: 'credentialing', purpose: 'hub:CRED' },
    { who: 'officer', purpose: 'hub:SELF' },
    { who: 'auditor', purpose: 'hub:AUDIT' },
    { who: 'public', purpose: 'NONE' },
  ])('$who for purpose $purpose requests no check', async ({ who, purpose }) => {
    const asked = who === 'public' ? {} : { caseReference: 'NONE-1', purpose }
    expect(refusal(await request(hub.as(who, asked), named(reinstated)))).toEqual(refused('NOT_PERMITTED'))
  })
})
