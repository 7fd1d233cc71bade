import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseIssuers } from '../../../gateway/identity/issuer-file.js'
import { openOidcServer, type OidcServer } from '../../support/oidc.js'
import { authenticator, dana } from './tokens.js'

let server: OidcServer
let now = 0
beforeAll(async () => {
  server = await openOidcServer('RS256')
})
afterAll(() => server.close())

test('a real OIDC server: discovered, its keys changed, down and up again', async () => {
  const entry = { issuer: server.url, audience: 'comity', jurisdictions: ['US-OH'], roles: ['HIRING_INVESTIGATOR'] }
  const issuers = parseIssuers(JSON.stringify([{ ...entry, discovery: true }]), () => now)
  // The server reads the system's clock.
  const authenticate = authenticator({ issuers, clock: () => new Date() })
  const outcome = async (token: string): Promise<string> =>
    authenticate(`Bearer ${token}`).then(
      (viewer) => viewer.subject,
      (error: { code: string }) => error.code,
    )
  const signedIn = `${server.url}|dana`

  const first = await server.token(dana)
  expect(await outcome(first)).toBe(signedIn)
  expect(await outcome(await server.idToken({ ...dana, aud: 'portal' }))).toBe('TOKEN_AUDIENCE_WRONG')

  await server.rotate('ES256')
  const second = await server.token(dana)
  // Read a moment ago: a new kid is believed after the cool-down.
  expect(await outcome(second)).toBe('TOKEN_KEY_UNKNOWN')
  now = 30_000
  expect(await outcome(second)).toBe(signedIn)
  expect(await outcome(first)).toBe(signedIn)

  await server.stop()
  now += 3 * 3_600_000
  expect(await outcome(second)).toBe(signedIn)
  now += 3_600_000
  expect(await outcome(second)).toBe('ISSUER_UNREACHABLE')
  await server.start()
  now += 30_000
  expect(await outcome(await server.token(dana))).toBe(signedIn)
})
