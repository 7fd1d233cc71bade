import { describe, expect, test } from 'vitest'
import { CLAIMS } from '../../../gateway/identity/claims.js'
import { PUBLIC_VIEWER } from '../../../gateway/identity/public.js'
import { authenticator, ISSUER, OHIO_PD, ohioIssuer, sign, TEXAS_PD } from './tokens.js'

const refused = async (token: string, code: string, said?: string) => {
  const error: unknown = await authenticator()(`Bearer ${token}`).catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    code,
    ...(said === undefined ? {} : { message: expect.stringContaining(said) as string }),
  })
  expect(String(error)).not.toMatch(/Whitfield|Dana|HIRE-2026/)
}

describe('who is asking', () => {
  test('a good token makes the whole viewer, and nothing more', async () => {
    expect(await authenticator()(`Bearer ${await sign()}`)).toEqual({
      subject: `${ISSUER}|dana`,
      agency: OHIO_PD,
      jurisdiction: 'US-OH',
      jurisdictionClass: 'LOCAL',
      roles: ['HIRING_INVESTIGATOR'],
      assurance: 2,
      purpose: 'J',
      caseReference: 'HIRE-2026-17',
      issuer: ISSUER,
      service: null,
      displayName: 'Dana Whitfield',
      employerName: 'Millbrook Police Department',
    })
  })

  test.each([undefined, '', ' '])('no token (%j) is the public', async (header) => {
    expect(await authenticator()(header)).toBe(PUBLIC_VIEWER)
  })

  test('a viewer of several roles acts in those that the purpose is open to', async () => {
    const token = await sign({ [CLAIMS.roles]: ['HIRING_INVESTIGATOR', 'DATA_SUBJECT'], [CLAIMS.purpose]: 'hub:SELF' })
    expect((await authenticator()(`bearer ${token}`)).roles).toEqual(['DATA_SUBJECT'])
  })

  test('no case is no fault at the door', async () => {
    const token = await sign({ [CLAIMS.caseReference]: undefined })
    expect((await authenticator()(`Bearer ${token}`)).caseReference).toBeNull()
  })
})

describe('the token itself', () => {
  test.each(['Basic ZGFuYTpkYW5h', 'Bearer', 'Bearer a b', 'Bearer not-a-token'])('%s is malformed', async (header) => {
    await expect(authenticator()(header)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
  test('no expiry', async () => refused(await sign({ exp: undefined }), 'TOKEN_CLAIMS_INVALID', 'exp is missing'))
  test('no time of issue', async () =>
    refused(await sign({ iat: undefined }), 'TOKEN_CLAIMS_INVALID', 'iat is missing'))
  test('no issuer', async () => refused(await sign({ iss: undefined }), 'TOKEN_CLAIMS_INVALID', 'iss is missing'))
  test('no subject', async () => refused(await sign({ sub: undefined }), 'TOKEN_CLAIMS_INVALID', 'sub is missing'))
  test('no audience', async () => refused(await sign({ aud: undefined }), 'TOKEN_CLAIMS_INVALID', 'aud is missing'))
})

describe('the claims', () => {
  const required = Object.values(CLAIMS).filter(
    (name) => name !== CLAIMS.caseReference && name !== CLAIMS.employerOri && name !== CLAIMS.employerStateCode,
  )
  test.each(required)('without %s', async (name) =>
    refused(await sign({ [name]: undefined }), 'TOKEN_CLAIMS_INVALID', `${name} is missing`),
  )

  test.each([
    [CLAIMS.assurance, '9'],
    [CLAIMS.agency, 'Millbrook'],
    [CLAIMS.jurisdictionClass, 'COUNTY'],
    [CLAIMS.roles, ['SHERIFF']],
    [CLAIMS.roles, []],
    [CLAIMS.givenName, '   '],
    [CLAIMS.caseReference, "x'; drop table"],
  ])('%s cannot be %j', async (name, value) =>
    refused(await sign({ [name]: value }), 'TOKEN_CLAIMS_INVALID', `${name} must be`),
  )

  test('an unknown purpose', async () => refused(await sign({ [CLAIMS.purpose]: 'Z' }), 'PURPOSE_UNKNOWN'))
  test('a purpose that the role does not have', async () =>
    refused(await sign({ [CLAIMS.purpose]: 'C' }), 'PURPOSE_NOT_ALLOWED'))
})

describe('for whom an issuer may speak', () => {
  test.each(['US-TX', 'US-FED', 'TRIBE-RIVER'])('not for %s', async (code) =>
    refused(await sign({ [CLAIMS.jurisdiction]: code }), 'ISSUER_NOT_AUTHORIZED'),
  )
  test('not for a role it was not given', async () =>
    refused(await sign({ [CLAIMS.roles]: ['AUDITOR'], [CLAIMS.purpose]: 'hub:AUDIT' }), 'ISSUER_NOT_AUTHORIZED'))
  test('not for a role beside one that it was given', async () =>
    refused(await sign({ [CLAIMS.roles]: ['HIRING_INVESTIGATOR', 'AUDITOR'] }), 'ISSUER_NOT_AUTHORIZED'))
  test("another State's agency stays out of its reach", async () =>
    refused(await sign({ [CLAIMS.agency]: TEXAS_PD }), 'TOKEN_CLAIMS_INVALID', 'comity:agency contradicts'))
})

describe('contradictions', () => {
  const say = (changes: Record<string, unknown>, said: string) => async () =>
    refused(await sign(changes), 'TOKEN_CLAIMS_INVALID', said)
  test(
    'a State that is federal',
    say({ [CLAIMS.jurisdictionClass]: 'FEDERAL' }, 'comity:jurisdictionClass contradicts'),
  )
  test(
    'a local agency that says it is the State',
    say({ [CLAIMS.jurisdictionClass]: 'STATE' }, 'comity:agency contradicts'),
  )
  test('an employer in another State', say({ [CLAIMS.employerStateCode]: 'TX' }, 'EmployerStateCode contradicts'))
  test("another agency's ORI", say({ [CLAIMS.employerOri]: 'TX0570000' }, 'EmployerORI contradicts'))
  test('a hiring investigator of no agency', say({ [CLAIMS.agency]: 'NONE' }, 'comity:agency must name an agency'))
  test('an agency that is none', say({ [CLAIMS.agency]: 'agc_00000000000000000000000009' }, 'is no agency of this hub'))
  test('an unknown jurisdiction', async () => {
    const anywhere = { ...ohioIssuer, jurisdictions: ['*'] }
    const token = await sign({ [CLAIMS.jurisdiction]: 'US-ZZ' })
    await expect(authenticator({ issuers: [anywhere] })(`Bearer ${token}`)).rejects.toMatchObject({
      code: 'JURISDICTION_UNKNOWN',
    })
  })
  test('the identity provider of another', async () => {
    const bound = { ...ohioIssuer, identityProviderId: 'OH:IDP:STATE' }
    await expect(authenticator({ issuers: [bound] })(`Bearer ${await sign()}`)).rejects.toMatchObject({
      code: 'TOKEN_CLAIMS_INVALID',
    })
  })
})
