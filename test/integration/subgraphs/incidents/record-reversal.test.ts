import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../../contract/viewer.js'
import { CAST } from '../../../../prisma/seed/index.js'
import { investigatorOf, openSubgraphs, type Subgraphs, viewerOf } from '../../../support/subgraphs.js'
import { READ, REVERSE } from './submissions.js'

let subgraphs: Subgraphs
beforeAll(async () => {
  subgraphs = await openSubgraphs()
})
afterAll(() => subgraphs.close())

interface Answer {
  readonly recordReversal: { readonly id: string; readonly stage: string } | null
}

const incidentId = CAST.overturnable.incidentIds.termination
const records = viewerOf('records-officer')
const order = {
  incidentId,
  to: 'OVERTURNED',
  authority: 'Court of appeals of Vostrand County',
  documentReference: 'CA-2026-104',
  effectiveOn: '2026-10-30',
}
const reverse = (change: object = {}, key: string | null = null, viewer: Viewer = records) =>
  subgraphs.ask<Answer>('incidents', viewer, REVERSE, { input: { ...order, ...change }, key })
const read = (viewer: Viewer, id = incidentId) => subgraphs.ask('incidents', viewer, READ, { id })
const codesOf = (answer: { errors: readonly { extensions: { code?: string } }[] }) =>
  answer.errors.map(({ extensions }) => extensions.code)
const stored = () =>
  subgraphs.rows<Record<string, unknown>>(
    `select i.stage, i.admitted, i.version, (select count(*)::int from incidents.assertion a where a.record_id = i.id) as assertions
       from incidents.incident i where i.id = $1`,
    [incidentId],
  )

describe("the reversal of Falkenbright's termination", () => {
  it('is refused where it cannot be, and nothing changes', async () => {
    const before = await stored()
    expect(codesOf(await reverse({ effectiveOn: '2026-11-25' }))).toEqual(['DATE_IN_FUTURE'])
    expect(codesOf(await reverse({ effectiveOn: '2020-01-01' }))).toEqual(['BAD_INPUT'])
    expect(codesOf(await reverse({ authority: '' }))).toEqual(['BAD_INPUT'])
    expect(codesOf(await reverse({ documentReference: 'x'.repeat(10_000) }))).toEqual(['BAD_INPUT'])
    expect(codesOf(await reverse({ incidentId: 'inc_00000000000000000000000000' }))).toEqual(['BAD_INPUT'])
    for (const handle of ['hiring-city', 'prosecutor', 'officer', 'auditor', 'public']) {
      const answer = await reverse({}, null, viewerOf(handle, 'CASE-1'))
      expect([answer.data, answer.errors.length]).toEqual([{ recordReversal: null }, 1])
    }
    expect(await stored()).toEqual(before)
  })

  it('is refused to a commission of another State, which learns nothing of the record', async () => {
    const virginia = viewerOf('commission')
    const hidden = await reverse({}, null, virginia)
    const absent = await reverse({ incidentId: 'inc_00000000000000000000000000' }, null, virginia)
    expect(codesOf(hidden)).toEqual(['BAD_INPUT'])
    expect(hidden.text).toBe(absent.text)
  })

  it('is recorded once by its owner, and the instance is gone for everybody else', async () => {
    const sheriff = await investigatorOf(subgraphs, CAST.overturnable, 'hiring-sheriff')
    expect((await read(sheriff)).data).toMatchObject({ incident: { kind: 'TERMINATION', stage: 'FINAL' } })
    const [before] = await stored()

    const key = 'reversal-104-of-2026'
    const answers = [await reverse({}, key), await reverse({}, key)]
    for (const { data } of answers) {
      expect(data?.recordReversal).toMatchObject({ id: incidentId, stage: 'OVERTURNED' })
    }
    const [after] = await stored()
    expect(after).toEqual({
      stage: 'OVERTURNED',
      admitted: false,
      version: Number(before?.['version']) + 1,
      assertions: Number(before?.['assertions']) + 1,
    })

    const gone = await read(sheriff)
    const never = await read(sheriff, 'inc_00000000000000000000000000')
    expect(gone.text).toBe(never.text)
    expect(gone).toMatchObject({ data: { incident: null }, errors: [] })
    expect((await read(records)).data).toMatchObject({ incident: { stage: 'OVERTURNED' } })
  })

  it('is not recorded a second time, nor another in its place', async () => {
    expect(codesOf(await reverse())).toEqual(['TRANSITION_ILLEGAL'])
    expect(codesOf(await reverse({ to: 'VACATED' }))).toEqual(['TRANSITION_ILLEGAL'])
    expect(codesOf(await reverse({ to: 'VACATED' }, 'reversal-104-of-2026'))).toEqual(['IDEMPOTENCY_KEY_REUSED'])
  })

  it('never brings a record back by the back door: the assertions say who, why and when', async () => {
    const [last] = await subgraphs.rows<Record<string, unknown>>(
      'select payload, actor, authority, document_ref from incidents.assertion where record_id = $1 order by version desc limit 1',
      [incidentId],
    )
    expect(last).toMatchObject({
      payload: { from: 'FINAL', to: 'OVERTURNED', precision: 'DAY' },
      actor: records.subject,
      authority: order.authority,
      document_ref: order.documentReference,
    })
    await expect(subgraphs.rows(`delete from incidents.assertion where record_id = '${incidentId}'`)).rejects.toThrow(
      /append-only/,
    )
  })
})
