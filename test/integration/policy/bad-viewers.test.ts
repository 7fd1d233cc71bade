import { decodeJwt, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIMS } from '../../../gateway/identity/claims.js'
import { demoToken } from '../../../hub/demo-token.js'
import { demoKey } from '../../../hub/keys.js'
import { CAST } from '../../../prisma/seed/index.js'
import { openTestHub, type TestHub } from '../../support/hub.js'
import { TEST_NOW } from '../../support/now.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

/** A persona's token with other claims, signed with the key of the demo's issuer. */
async function altered(persona: string, claims: Readonly<Record<string, unknown>>) {
  const { config } = hub.database
  const token = decodeJwt(await demoToken(persona, {}, config, () => TEST_NOW))
  const signed = await new SignJWT({ ...token, ...claims }).setProtectedHeader({ alg: 'EdDSA' }).sign(demoKey(config))
  return hub.withAuthorization(`Bearer ${signed}`)
}

const PERSON = `query ($id: ID!) { officer(id: $id) { id name { family } } officers { nodes { id } totalCount { value } } }`

describe('a token that contradicts itself', () => {
  it.each([
    ['an empty jurisdiction', { [CLAIMS.jurisdiction]: '' }, 'TOKEN_CLAIMS_INVALID', CLAIMS.jurisdiction],
    ['two jurisdictions', { [CLAIMS.jurisdiction]: ['US-VA', 'US-OH'] }, 'TOKEN_CLAIMS_INVALID', CLAIMS.jurisdiction],
    [
      'two agencies',
      { [CLAIMS.agency]: ['agc_1ZQ7FGBA75NH69GPMWK39JD8M3', 'agc_3JMEA22V8W7ZPBFPK6X7W5KVEV'] },
      'TOKEN_CLAIMS_INVALID',
      CLAIMS.agency,
    ],
    ['an unknown purpose', { [CLAIMS.purpose]: 'hub:CURIOSITY' }, 'PURPOSE_UNKNOWN', 'purpose'],
    ['two purposes', { [CLAIMS.purpose]: ['A', 'hub:CERT'] }, 'TOKEN_CLAIMS_INVALID', CLAIMS.purpose],
    ['a purpose of another role', { [CLAIMS.purpose]: 'C' }, 'PURPOSE_NOT_ALLOWED', 'purpose'],
    ['no role', { [CLAIMS.roles]: [] }, 'TOKEN_CLAIMS_INVALID', CLAIMS.roles],
  ])('with %s is refused at the door', async (_what, claims, code, said) => {
    const answer = await (await altered('commission', claims)).ask(PERSON, { id: CAST.decertified.officerId })
    expect(answer.data).toBeNull()
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual([code])
    expect(answer.errors[0]?.message).toContain(said)
    expect(answer.text).not.toContain('Underglass')
  })

  it('With roles that exclude each other the viewer sees nobody, and is told by which policy they may do nothing', async () => {
    const both = await altered('commission', {
      [CLAIMS.roles]: ['COMMISSION_ANALYST', 'AUDITOR'],
      [CLAIMS.purpose]: 'hub:STAT',
    })
    const seen = await both.ask(PERSON, { id: CAST.decertified.officerId })
    expect(seen.data).toEqual({ officer: null, officers: { nodes: [], totalCount: { value: 0 } } })
    expect(seen.errors).toEqual([])
    const done = await both.ask('mutation { closeCase { live } }')
    expect(done.data).toEqual({ closeCase: null })
    expect(done.errors.map(({ extensions }) => [extensions.code, extensions['policy']])).toEqual([
      ['NOT_PERMITTED', 'VWR-3'],
    ])
  })
})

it('References that lead back to where they began end at the depth that an operation may have', async () => {
  const circle = (times: number): string =>
    times === 0 ? 'id' : `incidents(first: 1) { nodes { officer { ${circle(times - 1)} } } }`
  const ask = (times: number) =>
    hub
      .as('commission')
      .ask(`query ($id: ID!) { officer(id: $id) { ${circle(times)} } }`, { id: CAST.decertified.officerId })
  const twice = await ask(2)
  const innermost = { nodes: [{ officer: { id: CAST.decertified.officerId } }] }
  expect(twice.errors).toEqual([])
  expect(twice.data).toEqual({ officer: { incidents: { nodes: [{ officer: { incidents: innermost } }] } } })
  const many = await ask(20)
  expect([many.data, many.errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['OPERATION_TOO_LARGE']])
})
