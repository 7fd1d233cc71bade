import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoToken } from '../../../hub/demo-token.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { TEST_NOW } from '../../support/now.js'

const CHECK = 'mutation Bad($input: BackgroundCheckInput!) { requestBackgroundCheck(input: $input) { id } }'

const CANDIDATE = { givenName: 'Zebediah', familyName: 'Quorlexington' }
const WAIVER = {
  reference: 'W-BAD',
  signedOn: '2026-11-01',
  expiresOn: '2027-05-01',
  scope: ['J'],
  signature: 'WET_INK',
  sha256: 'b'.repeat(64),
}

let hub: TestHub
let client: pg.Client
let cases = 0
beforeAll(async () => {
  hub = await openTestHub()
  client = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await hub.close()
})

/** Everything that a check writes. */
async function written(): Promise<unknown> {
  const { rows } = await client.query<object>(
    `SELECT (SELECT count(*)::int FROM hub."case") AS cases, (SELECT count(*)::int FROM hub.waiver) AS waivers,
            (SELECT count(*)::int FROM hub."grant") AS grants, (SELECT count(*)::int FROM officers.background_check) AS checks,
            (SELECT count(*)::int FROM officers.match) AS matches, (SELECT count(*)::int FROM hub.idempotency_key) AS keys`,
  )
  return rows[0]
}

interface Bad {
  readonly what: string
  readonly candidate?: object
  readonly waiver?: object
  readonly code: string
  /** What and where, as the message says it. */
  readonly says: string
}

const BAD: readonly Bad[] = [
  { what: 'an unknown enum', waiver: { signature: 'CRAYON' }, code: 'BAD_INPUT', says: 'input.waiver.signature' },
  {
    what: 'a malformed date',
    candidate: { dateOfBirth: '1984-13-45' },
    code: 'BAD_INPUT',
    says: 'input.candidate.dateOfBirth: must be a date such as',
  },
  {
    what: 'a future date',
    candidate: { dateOfBirth: '2031-01-01' },
    code: 'DATE_IN_FUTURE',
    says: 'input.candidate.dateOfBirth',
  },
  {
    what: 'an empty name',
    candidate: { familyName: '  ' },
    code: 'BAD_INPUT',
    says: 'input.candidate.familyName: must not be empty',
  },
  {
    what: 'a name of 10,000 characters',
    candidate: { familyName: 'x'.repeat(10_000) },
    code: 'BAD_INPUT',
    says: 'input.candidate.familyName: must have at most 100 characters',
  },
  {
    what: 'an expired waiver',
    waiver: { signedOn: '2025-01-01', expiresOn: '2025-06-01' },
    code: 'WAIVER_EXPIRED',
    says: 'input.waiver.expiresOn',
  },
  {
    what: 'a waiver of tomorrow',
    waiver: { signedOn: '2026-11-25' },
    code: 'WAIVER_NOT_YET_SIGNED',
    says: 'input.waiver.signedOn',
  },
  { what: 'a waiver for another purpose', waiver: { scope: ['C'] }, code: 'WAIVER_SCOPE', says: 'input.waiver.scope' },
  {
    what: 'a digest that is none',
    waiver: { sha256: 'abc' },
    code: 'BAD_INPUT',
    says: 'input.waiver.sha256: must be 64 hexadecimal digits',
  },
]

describe('A check with a fault in it is refused: what, where, and nothing half-written', () => {
  it.each(BAD)('$what', async ({ candidate = {}, waiver = {}, code, says }) => {
    const before = await written()
    const input = { candidate: { ...CANDIDATE, ...candidate }, waiver: { ...WAIVER, ...waiver } }
    const { data, errors, text } = await hub
      .as('hiring-city', { caseReference: `BAD-${++cases}` })
      .ask(CHECK, { input })
    expect(Object.values(data ?? { none: null })).toEqual([null])
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code])
    expect(errors[0]?.message).toContain(says)
    expect(errors[0]?.extensions['whatToDo']).toMatch(/\w/)
    expect(text).not.toMatch(/Zebediah|node_modules|\.ts:|\.js:/)
    expect(await written()).toEqual(before)
  })

  it('without a case, under none', async () => {
    const { errors } = await hub.as('hiring-city').ask(CHECK, { input: { candidate: CANDIDATE, waiver: WAIVER } })
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['CASE_REQUIRED'])
  })

  it('a waiver that another candidate signed, and a candidate other than the case’s', async () => {
    const good = { candidate: CANDIDATE, waiver: { ...WAIVER, reference: 'W-GOOD', sha256: 'c'.repeat(64) } }
    const first = await hub.as('hiring-city', { caseReference: 'GOOD' }).ask(CHECK, { input: good })
    expect(first.errors).toEqual([])
    const before = await written()
    const other = { ...good, candidate: { ...CANDIDATE, familyName: 'Somebodyelse' } }
    const codeOf = async (caseReference: string) =>
      (await hub.as('hiring-city', { caseReference }).ask(CHECK, { input: other })).errors[0]?.extensions.code
    expect([await codeOf('ELSE'), await codeOf('GOOD')]).toEqual([
      'WAIVER_FOR_ANOTHER',
      'CASE_BOUND_TO_OTHER_CANDIDATE',
    ])
    expect(await written()).toEqual(before)
  })

  it('a jurisdiction that there is not', async () => {
    const { errors } = await hub.as('public').ask('{ agencies(filter: { jurisdiction: "US-QQ" }) { nodes { id } } }')
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['JURISDICTION_UNKNOWN'])
  })

  it('a token that has expired', async () => {
    const early = () => new Date(TEST_NOW.getTime() - 600_000)
    const token = await demoToken('hiring-city', { ttl: 60 }, hub.database.config, early)
    const { status, errors } = await hub.withAuthorization(`Bearer ${token}`).ask('{ viewer { subject } }')
    expect([status, errors[0]?.extensions.code]).toEqual([401, 'TOKEN_EXPIRED'])
  })
})
