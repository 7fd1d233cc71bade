import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AGENCIES, CAST } from '../../../../prisma/seed/index.js'
import { investigatorOf, openSubgraphs, type Subgraphs, viewerOf } from '../../../support/subgraphs.js'
import { finding, READ, SUBMIT } from './submissions.js'

let subgraphs: Subgraphs
beforeAll(async () => {
  subgraphs = await openSubgraphs()
})
afterAll(() => subgraphs.close())

interface Answer {
  readonly submitIncident: { readonly id: string; readonly stage: string } | null
}

const records = viewerOf('records-officer')
const submit = (input: object, key: string | null = null, viewer = records) =>
  subgraphs.ask<Answer>('incidents', viewer, SUBMIT, { input, key })
const codesOf = (answer: { errors: readonly { extensions: { code?: string } }[] }) =>
  answer.errors.map(({ extensions }) => extensions.code)

/** Everything that a mutation writes, counted. */
async function written() {
  const [row] = await subgraphs.rows<Record<string, number>>(`select
    (select count(*)::int from incidents.incident) as incidents,
    (select count(*)::int from incidents.assertion) as assertions,
    (select count(*)::int from hub.outbox) as announcements,
    (select count(*)::int from hub.idempotency_key where subgraph = 'incidents') as keys,
    (select epoch::int from hub.state) as epoch`)
  return row
}

describe('an instance that passes the gate', () => {
  it('is its owner’s at once, and a later investigator’s through the case alone', async () => {
    const before = await written()
    const { data, errors } = await submit(finding())
    expect(errors).toEqual([])
    const id = data?.submitIncident?.id ?? ''
    expect(data?.submitIncident).toMatchObject({
      kind: 'EXCESSIVE_FORCE_FINDING',
      stage: 'FINAL',
      decidedOn: { value: '2025-05-20', precision: 'DAY' },
      groundCode: 'FORCE_EXCESSIVE',
      groundRaw: 'Struck a person who was restrained',
      ownerJurisdiction: 'US-OH',
      fairProcess: { notice: 'SERVED', opportunity: 'HEARD', basis: 'DOCUMENTED' },
      source: { agency: { id: AGENCIES.ohioCity.id }, contact: 'Vostrand Police Department, records unit' },
    })
    expect(await written()).toEqual({
      incidents: (before?.['incidents'] ?? 0) + 1,
      assertions: (before?.['assertions'] ?? 0) + 1,
      announcements: (before?.['announcements'] ?? 0) + 1,
      keys: (before?.['keys'] ?? 0) + 1,
      epoch: (before?.['epoch'] ?? 0) + 1,
    })

    const stranger = await subgraphs.ask('incidents', viewerOf('hiring-sheriff', 'NO-SUCH-CASE'), READ, { id })
    expect(stranger).toMatchObject({ data: { incident: null }, errors: [] })
    const sheriff = await investigatorOf(subgraphs, CAST.ownEmployee, 'hiring-sheriff')
    const seen = await subgraphs.ask('incidents', sheriff, READ, { id })
    expect(seen.data).toMatchObject({
      incident: { stage: 'FINAL', groundCode: 'FORCE_EXCESSIVE', groundRaw: null, source: { fileRef: 'IA-2025-17' } },
    })
    expect(codesOf(seen)).toEqual(['WITHHELD'])
  })

  it('keeps no free text in the assertion, which is never deleted', async () => {
    const { data } = await submit(finding())
    const [row] = await subgraphs.rows<{ payload: object; actor: string }>(
      'select payload, actor from incidents.assertion where record_id = $1',
      [data?.submitIncident?.id],
    )
    expect(JSON.stringify(row?.payload)).not.toContain('restrained')
    expect(row?.actor).toBe(records.subject)
  })

  it('is written once for one key, however often and however many at once', async () => {
    const before = await written()
    const key = 'finding-17-of-2025'
    const answers = await Promise.all([submit(finding(), key), submit(finding(), key)])
    const again = await submit(finding(), key)
    const ids = [...answers, again].map(({ data }) => data?.submitIncident?.id)
    expect(new Set(ids).size).toBe(1)
    expect((await written())?.['incidents']).toBe((before?.['incidents'] ?? 0) + 1)
    const other = { ...finding(), groundCode: 'FORCE_WEAPON' }
    expect(codesOf(await submit(other, key))).toEqual(['IDEMPOTENCY_KEY_REUSED'])
    expect(codesOf(await submit(finding(), 'short'))).toEqual(['BAD_INPUT'])
  })
})

const base = finding()
const court = { disposition: 'VERDICT', nexus: 'FORCE' }
const UNFAIR: readonly (readonly [what: string, code: string, change: object])[] = [
  ['a settlement', 'ADMISSION_SETTLEMENT', { ...court, kind: 'CIVIL_JUDGMENT_FORCE', disposition: 'SETTLEMENT' }],
  [
    'a judgment against the office',
    'ADMISSION_OFFICIAL_CAPACITY',
    { ...court, kind: 'CIVIL_JUDGMENT_FORCE', capacity: 'OFFICIAL' },
  ],
  [
    'a probationary discharge',
    'ADMISSION_PROBATIONARY',
    { kind: 'TERMINATION', groundNature: 'PROBATIONARY_DISCHARGE' },
  ],
  [
    'a certificate lost for missed training',
    'ADMISSION_TRAINING_LAPSE',
    { kind: 'DECERTIFICATION', groundNature: 'TRAINING_LAPSE' },
  ],
  [
    'a conviction for conduct off duty',
    'ADMISSION_OFF_DUTY',
    { ...court, kind: 'CONVICTION_ON_DUTY', onDutyBasis: 'NONE' },
  ],
  [
    'a deferred disposition',
    'ADMISSION_DEFERRED',
    { kind: 'CONVICTION_ON_DUTY', onDutyBasis: 'ELEMENT', disposition: 'DEFERRED' },
  ],
  [
    'a separation under an investigation that is not about force',
    'ADMISSION_NOT_FORCE',
    {
      kind: 'SEPARATION_UNDER_INVESTIGATION',
      stages: ['SEPARATED_UNDER_INVESTIGATION'],
      decidedOn: null,
      nexus: 'OTHER_3B',
      investigationOpenAtSeparation: true,
      counterSignature: { authorityId: base.decidingAuthorityId, documentReference: 'D-1', signedOn: '2026-10-01' },
    },
  ],
  ['no notice', 'ADMISSION_NO_FAIR_PROCESS', { fairProcess: { ...base.fairProcess, notice: 'NOT_SERVED' } }],
  ['no hearing', 'ADMISSION_NO_FAIR_PROCESS', { fairProcess: { ...base.fairProcess, opportunity: 'NOT_AFFORDED' } }],
  ['an appeal that is open', 'ADMISSION_NOT_FINAL', { stages: ['FINAL', 'APPEAL_PENDING'] }],
  [
    'an order under appeal',
    'ADMISSION_NOT_FINAL',
    { kind: 'DECERTIFICATION', groundNature: 'CAUSE', stages: ['EFFECTIVE_UNDER_APPEAL'] },
  ],
  ['a sealed matter', 'ADMISSION_SEALED', { stages: ['SEALED'] }],
]

describe('an instance that does not', () => {
  it.each(UNFAIR)('%s is refused, %s, and nothing of it is kept', async (_what, code, change) => {
    const before = await written()
    const answer = await submit({ ...finding(), ...change })
    expect(answer.data).toEqual({ submitIncident: null })
    expect(codesOf(answer)).toEqual([code])
    expect(answer.errors[0]?.extensions['unmet']).toContain(code)
    expect(await written()).toEqual(before)
  })
})

const FORM: readonly (readonly [what: string, code: string, change: object])[] = [
  ['a date that does not exist', 'BAD_INPUT', { decidedOn: '2025-02-30' }],
  ['a date in another form', 'BAD_INPUT', { decidedOn: '20/05/2025' }],
  ['a date in the future', 'DATE_IN_FUTURE', { decidedOn: '2026-11-25' }],
  ['no date of decision', 'BAD_INPUT', { decidedOn: null }],
  ['an empty authority', 'BAD_INPUT', { fairProcess: { ...base.fairProcess, authority: '  ' } }],
  [
    'an authority of 10,000 characters',
    'BAD_INPUT',
    { fairProcess: { ...base.fairProcess, authority: 'x'.repeat(10_000) } },
  ],
  ['a ground in words', 'BAD_INPUT', { groundCode: 'struck a man' }],
  ['a ground text of 10,000 characters', 'BAD_INPUT', { groundRaw: 'x'.repeat(10_000) }],
  ['no stage', 'BAD_INPUT', { stages: [] }],
  ['an officer named twice', 'BAD_INPUT', { recordId: CAST.ownEmployee.recordIds[0] }],
  ['an officer of another agency', 'BAD_INPUT', { officerId: CAST.decertified.officerId }],
  ['an officer who does not exist', 'BAD_INPUT', { officerId: 'off_00000000000000000000000000' }],
  ['an outcome of what is no separation', 'BAD_INPUT', { outcomeOf: CAST.overturnable.incidentIds['termination'] }],
]

describe('a submission that is malformed', () => {
  it.each(FORM)('%s is refused, %s, without a person’s data in the message', async (_what, code, change) => {
    const before = await written()
    const answer = await submit({ ...finding(), ...change })
    expect(codesOf(answer)).toEqual([code])
    expect(answer.errors[0]?.message).not.toMatch(/xxx|struck|2025-02-30|off_0/)
    expect(await written()).toEqual(before)
  })

  it('names an officer of another agency as it names one who does not exist', async () => {
    const texts = [CAST.decertified.officerId, 'off_00000000000000000000000000'].map(
      async (officerId) => (await submit({ ...finding(), officerId })).text,
    )
    expect(new Set(await Promise.all(texts)).size).toBe(1)
  })
})

describe('who may submit', () => {
  const others = [
    'hiring-city',
    'hiring-tribal',
    'prosecutor',
    'grants',
    'credentialing',
    'officer',
    'auditor',
    'public',
  ]
  it.each(others)('%s may not, whatever it says', async (handle) => {
    const before = await written()
    const answer = await submit(finding(), null, viewerOf(handle, 'CASE-1'))
    expect(answer.data).toEqual({ submitIncident: null })
    expect(answer.errors).toHaveLength(1)
    expect(await written()).toEqual(before)
  })

  it('a commission may of its own jurisdiction, and of no other', async () => {
    const virginia = viewerOf('commission')
    const foreign = await submit(finding(), null, virginia)
    expect(codesOf(foreign)).toEqual(['BAD_INPUT'])
    const own = {
      ...finding(CAST.decertified),
      agencyId: CAST.decertified.agencyId,
      decidingAuthorityId: virginia.agency,
    }
    expect((await submit(own, null, virginia)).data?.submitIncident).toMatchObject({ stage: 'FINAL' })
  })
})
