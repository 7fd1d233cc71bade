import { createLocalJWKSet } from 'jose'
import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../../contract/errors.js'
import type { Authenticate } from '../../../gateway/identity/authenticate.js'
import { ATTACKS, good, own, ownJwk } from './attack-cases.js'
import { authenticator, ISSUER, ohioIssuer, seconds, sign, signText } from './tokens.js'

async function codeOf(authenticate: Authenticate, token: string): Promise<unknown> {
  const error: unknown = await authenticate(`Bearer ${token}`).catch((reason: unknown) => reason)
  // Whatever a token holds is a person's data or an attacker's text.
  expect(String(error)).not.toMatch(/Whitfield|Dana|HIRE-2026|evil|eve\b|dev\/null/)
  return (error as { code?: unknown }).code
}

describe('A token is refused, by its own code, and counted once, if it', () => {
  test.each(ATTACKS)('$what: $code', async ({ token, code }) => {
    const counted: ErrorCode[] = []
    const authenticate = authenticator({ onRefusal: (one) => counted.push(one) })
    expect(await codeOf(authenticate, await token())).toBe(code)
    expect(counted).toEqual([code])
  })

  test('and each of these is let in, for comparison', async () => {
    const counted: ErrorCode[] = []
    const authenticate = authenticator({ onRefusal: (one) => counted.push(one) })
    const honest = [
      sign(),
      sign({}, undefined, { typ: 'JWT' }),
      sign({}, undefined, { typ: 'at+jwt' }),
      sign({}, undefined, { typ: 'application/AT+JWT' }),
      sign({}, undefined, { x5t: 'AAAA' }),
      sign({ aud: ['payroll', 'comity'] }),
      sign({ exp: seconds(-4) }),
      sign({ nbf: seconds(4), iat: seconds(4) }),
      signText('{"alg":"EdDSA","kid":"one"}', `${good},"address":{"sub":"a"},"list":[{"sub":"b"},{"sub":"c"}]}`),
    ]
    for (const token of honest) expect((await authenticate(`Bearer ${await token}`)).subject).toBe(`${ISSUER}|dana`)
    expect((await authenticate(undefined)).subject).toBe('public')
    expect(counted).toEqual([])
  })
})

describe("What an issuer's entry narrows further", () => {
  const refusedUnder = async (entry: Partial<typeof ohioIssuer>, changes: Record<string, unknown> = {}) =>
    codeOf(authenticator({ issuers: [{ ...ohioIssuer, ...entry }] }), await sign(changes))

  test('a level of assurance that it may not assert', async () => {
    expect(await refusedUnder({ maxAssurance: 1 })).toBe('ISSUER_NOT_AUTHORIZED')
    expect(await refusedUnder({ maxAssurance: 2 })).toBeUndefined()
  })
  test('a purpose that its users do not come for', async () => {
    expect(await refusedUnder({ purposes: ['A'] })).toBe('ISSUER_NOT_AUTHORIZED')
    expect(await refusedUnder({ purposes: ['A', 'J'] })).toBeUndefined()
  })
  test('the life of its tokens, and how far its clock may run ahead', async () => {
    expect(await refusedUnder({ maxTokenLife: 300 })).toBe('TOKEN_LIFE_TOO_LONG')
    expect(await refusedUnder({ clockSkew: 0 }, { iat: seconds(4) })).toBe('TOKEN_ISSUED_IN_FUTURE')
  })
  test('one issuer cannot mint the subject of another', async () => {
    const other = { ...ohioIssuer, issuer: 'https://idp.other.example', keys: createLocalJWKSet({ keys: [ownJwk] }) }
    const authenticate = authenticator({ issuers: [ohioIssuer, other] })
    const subject = async (token: string) => (await authenticate(`Bearer ${token}`)).subject
    expect(await subject(await sign())).not.toBe(await subject(await sign({ iss: other.issuer }, own.privateKey)))
  })
})
