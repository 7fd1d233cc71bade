import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../../contract/viewer.js'
import { CAST } from '../../../../prisma/seed/index.js'
import { investigatorOf, openSubgraphs, type Subgraphs, viewerOf } from '../../../support/subgraphs.js'
import { REVERSE } from '../incidents/submissions.js'

let subgraphs: Subgraphs
beforeAll(async () => {
  subgraphs = await openSubgraphs()
})
afterAll(() => subgraphs.close())

const id = CAST.decertified.certificationIds[0] ?? ''
const ONE = 'query ($id: ID!) { certification(id: $id) { status stage history { status stage } } }'
const see = (viewer: Viewer, certificate = id) => subgraphs.ask('credentials', viewer, ONE, { id: certificate })
const reverse = (viewer: Viewer, incidentId: string) =>
  subgraphs.ask('incidents', viewer, REVERSE, {
    input: {
      incidentId,
      to: 'VACATED',
      authority: 'Court of appeals of Virginia',
      documentReference: 'VA-2026-311',
      effectiveOn: '2026-11-02',
    },
  })

it('A certificate stops saying what a court has set aside, from the next fetch on', async () => {
  const virginia = viewerOf('commission')
  const investigator = await investigatorOf(subgraphs, CAST.decertified)
  expect((await see(investigator)).data).toMatchObject({ certification: { status: 'REVOKED', stage: 'FINAL' } })

  // Her termination is another matter: no certificate rests on it.
  await reverse(virginia, CAST.decertified.incidentIds['termination'] ?? '')
  expect((await see(investigator)).data).toMatchObject({ certification: { status: 'REVOKED', stage: 'FINAL' } })

  const reversed = await reverse(virginia, CAST.decertified.incidentIds['decertification'] ?? '')
  expect(reversed.data).toMatchObject({ recordReversal: { stage: 'VACATED' } })
  const gone = await see(investigator)
  expect(gone.text).toBe((await see(investigator, 'crt_00000000000000000000000000')).text)
  expect((await see(virginia)).data).toMatchObject({
    certification: {
      status: 'REVOKED',
      stage: 'VACATED',
      history: [
        { status: 'ACTIVE', stage: 'NONE' },
        { status: 'REVOKED', stage: 'VACATED' },
      ],
    },
  })
})

it('takes a reversal over once, however many fetches begin at once', async () => {
  const virginia = viewerOf('commission')
  await reverse(virginia, CAST.reinstated.incidentIds['decertification'] ?? '')
  const certificate = CAST.reinstated.certificationIds[0] ?? ''
  const answers = await Promise.all(Array.from({ length: 5 }, () => see(virginia, certificate)))
  for (const { data, errors } of answers) {
    expect(errors).toEqual([])
    expect(data).toMatchObject({ certification: { status: 'REINSTATED', stage: 'VACATED' } })
  }
  const assertions = await subgraphs.rows(
    `select authority, document_ref from credentials.assertion where record_id = $1 and payload ->> 'to' = 'VACATED'`,
    [certificate],
  )
  expect(assertions).toEqual([{ authority: 'Court of appeals of Virginia', document_ref: 'VA-2026-311' }])
})
