import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAST } from '../../../prisma/seed/index.js'
import { openTestHub, type TestAnswer, type TestHub } from '../../support/hub.js'
import { query } from '../../support/queries.js'
import { candidate } from './askers.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

const KEY = 'retry-0001'
const request = (who: string, reference: string, input: object, key: string | null = KEY) =>
  hub.as(who, { caseReference: reference }).ask(query('request-check'), { input, key })
const bare = ({ data, errors }: TestAnswer<unknown>) => ({ data, errors })
const refused = ({ data, errors }: TestAnswer<unknown>) => ({
  data,
  errors: errors.map(({ path, extensions }) => ({ path, code: extensions.code })),
})
const REUSED = {
  data: { requestBackgroundCheck: null },
  errors: [{ path: ['requestBackgroundCheck'], code: 'IDEMPOTENCY_KEY_REUSED' }],
}

it('The same key returns the stored check, also while the first is on its way', async () => {
  const both = await Promise.all([1, 2].map(() => request('hiring-city', 'IDEM-1', candidate(CAST.subject))))
  const again = await request('hiring-city', 'IDEM-1', candidate(CAST.subject))
  expect(again.errors).toEqual([])
  for (const answer of both) expect(bare(answer)).toEqual(bare(again))
})

it('Other input with the same key is refused, and opens nobody', async () => {
  const { candidate: person, waiver } = candidate(CAST.subject)
  const other = { candidate: { ...person, middleName: 'Q.' }, waiver }
  expect(refused(await request('hiring-city', 'IDEM-1', other))).toEqual(REUSED)
  expect(refused(await request('hiring-city', 'IDEM-1', candidate(CAST.decertified)))).toEqual(REUSED)
})

it('The same input in another case is another request', async () => {
  expect(refused(await request('hiring-city', 'IDEM-2', candidate(CAST.subject)))).toEqual(REUSED)
})

it('The same key is another one for another mutation, and free for another viewer', async () => {
  const close = await hub
    .as('hiring-city', { caseReference: 'IDEM-1' })
    .ask('mutation ($key: String) { closeCase(idempotencyKey: $key) { reference live } }', { key: KEY })
  expect(refused(close)).toEqual({
    data: { closeCase: null },
    errors: [{ path: ['closeCase'], code: 'IDEMPOTENCY_KEY_REUSED' }],
  })
  const other = await request('hiring-federal', 'IDEM-1', candidate(CAST.subject))
  expect(other.errors).toEqual([])
})

it('A retry discloses no more than the case has open now', async () => {
  const first = await request('hiring-sheriff', 'IDEM-3', candidate(CAST.subject))
  const officers = (answer: TestAnswer<Readonly<Record<string, unknown>>>) =>
    (answer.data?.['requestBackgroundCheck'] as { matches: { officer: unknown }[] }).matches.map(
      ({ officer }) => officer,
    )
  expect(officers(first)).toEqual([{ id: CAST.subject.officerId }])
  await hub.as('hiring-sheriff', { caseReference: 'IDEM-3' }).ask('mutation { closeCase { live } }')
  const retry = await request('hiring-sheriff', 'IDEM-3', candidate(CAST.subject))
  expect(retry.errors).toEqual([])
  expect(officers(retry)).toEqual([null])
})

it('A check names the case in which it was requested, whatever case its reader is in', async () => {
  const { data } = await request('hiring-federal', 'IDEM-1', candidate(CAST.subject))
  const { id } = data?.['requestBackgroundCheck'] as { id: string }
  const read = await hub
    .as('hiring-federal', { caseReference: 'IDEM-9' })
    .ask('query ($id: ID!) { backgroundCheck(id: $id) { caseReference matches { officer { id } } } }', { id })
  expect(bare(read)).toEqual({
    data: { backgroundCheck: { caseReference: 'IDEM-1', matches: [{ officer: null }] } },
    errors: [],
  })
})

describe('A waiver', () => {
  const person = candidate(CAST.twoStates)
  const code = ({ errors }: TestAnswer<unknown>) => errors.map(({ extensions }) => extensions.code)

  it('of a case is not used in another case of the agency, nor under another number once it was withdrawn', async () => {
    expect(code(await request('hiring-city', 'WAIVER-1', person, null))).toEqual([])
    expect(code(await request('hiring-city', 'WAIVER-2', person, null))).toEqual(['WAIVER_IN_OTHER_CASE'])
    await hub.as('hiring-city', { caseReference: 'WAIVER-1' }).ask('mutation { withdrawWaiver { live } }')
    const renumbered = { ...person, waiver: { ...person.waiver, reference: 'W-renumbered' } }
    expect(code(await request('hiring-city', 'WAIVER-3', renumbered, null))).toEqual(['WAIVER_WITHDRAWN'])
  })

  it('used for two names at once holds for one of them', async () => {
    const { waiver } = candidate(CAST.separated)
    const names = [CAST.separated, CAST.unnoticed].map((member) => ({ ...candidate(member), waiver }))
    const both = await Promise.all(
      names.map((input, index) => request('hiring-territory', `WAIVER-${index}`, input, null)),
    )
    expect(both.flatMap(code)).toEqual(['WAIVER_FOR_ANOTHER'])
  })
})

it('A key has 8 to 100 characters of a plain alphabet', async () => {
  for (const key of ['short', 'x'.repeat(101), 'with space 1', "key';--12"]) {
    expect(refused(await request('hiring-city', 'IDEM-4', candidate(CAST.twin), key))).toEqual({
      data: { requestBackgroundCheck: null },
      errors: [{ path: ['requestBackgroundCheck'], code: 'BAD_INPUT' }],
    })
  }
})
