import { createLocalJWKSet } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../../contract/viewer.js'
import { parseIssuers } from '../../../gateway/identity/issuer-file.js'
import { openOidcServer, type OidcServer } from '../../support/oidc.js'
import { authenticator, dana, ISSUER, jwk, ohioIssuer, sign } from './tokens.js'

/** Ohio's case system, which its issuer knows as a client, and which may act for Ohio's users. */
const SERVICES = [
  { client: 'case-system', maxAssurance: 3 },
  { client: 'kiosk', maxAssurance: 1 },
]
const authenticate = authenticator({
  issuers: [{ ...ohioIssuer, keys: createLocalJWKSet({ keys: [jwk] }), services: SERVICES }],
})

const viewerBy = async (claims: Record<string, unknown>): Promise<Viewer> =>
  authenticate(`Bearer ${await sign(claims)}`)
const refused = async (claims: Record<string, unknown>): Promise<unknown> =>
  viewerBy(claims).catch(({ code, message }: { code: string; message: string }) => `${code}: ${message}`)

const nobody = Object.fromEntries(
  ['GivenName', 'SurName', 'FederationId'].map((name) => [`gfipm:2.0:user:${name}`, undefined]),
)

describe("A partner's system acts for a user", () => {
  test('who stays the viewer; the system is named beside', async () => {
    const { subject, displayName, service, assurance } = await viewerBy({ act: { sub: 'case-system' } })
    expect({ subject, displayName, service, assurance }).toEqual({
      subject: `${ISSUER}|dana`,
      displayName: 'Dana Whitfield',
      service: 'case-system',
      assurance: 2,
    })
  })
  test.each([
    ['act.sub', { act: { sub: 'kiosk' } }],
    ['act.sub, with its issuer', { act: { sub: 'kiosk', iss: ISSUER }, client_id: 'kiosk' }],
    ['client_id alone', { client_id: 'kiosk' }],
    ['azp alone', { azp: 'kiosk' }],
  ])('however it is named (%s), its entry limits what it brings', async (_, claims) => {
    const { service, assurance } = await viewerBy(claims)
    expect({ service, assurance }).toEqual({ service: 'kiosk', assurance: 1 })
  })
  test('a program that somebody signed in with is no such system', async () => {
    expect((await viewerBy({ client_id: 'portal', azp: 'portal' })).service).toBeNull()
  })
})

describe('A service is refused', () => {
  test.each([
    ['that acts for itself', { sub: 'case-system', client_id: 'case-system' }, 'SERVICE_NEEDS_USER'],
    ['that acts for itself, by azp', { sub: 'portal', azp: 'portal' }, 'SERVICE_NEEDS_USER'],
    ['that acts for itself, by act', { sub: 'case-system', act: { sub: 'case-system' } }, 'SERVICE_NEEDS_USER'],
    ['with nobody', { ...nobody, client_id: 'case-system' }, 'SERVICE_NEEDS_USER'],
    ['with nobody, not even itself', { ...nobody, sub: undefined }, 'SERVICE_NEEDS_USER'],
    ['that is not listed', { act: { sub: 'payroll' } }, 'SERVICE_NOT_AUTHORIZED'],
    ['under two names', { act: { sub: 'case-system' }, client_id: 'kiosk' }, 'TOKEN_CLAIMS_INVALID'],
    ['under two names without act', { azp: 'case-system', client_id: 'kiosk' }, 'TOKEN_CLAIMS_INVALID'],
    ['of a chain', { act: { sub: 'case-system', act: { sub: 'kiosk' } } }, 'TOKEN_CLAIMS_INVALID'],
    ['of another issuer', { act: { sub: 'case-system', iss: 'https://idp.texas.example' } }, 'TOKEN_CLAIMS_INVALID'],
    ['that is text', { act: 'case-system' }, 'TOKEN_CLAIMS_INVALID'],
    ['without a name', { act: {} }, 'TOKEN_CLAIMS_INVALID'],
  ])('%s', async (_, claims, code) => {
    expect(await refused(claims)).toMatch(new RegExp(`^${code}: `))
  })
})

describe("With an OIDC server's own grants", () => {
  let server: OidcServer
  beforeAll(async () => {
    server = await openOidcServer()
  })
  afterAll(() => server.close())

  test('client credentials alone are nobody; exchanged for a user they are let in', async () => {
    const entry = { issuer: server.url, audience: 'comity', jurisdictions: ['US-OH'], roles: ['HIRING_INVESTIGATOR'] }
    const issuers = parseIssuers(
      JSON.stringify([{ ...entry, jwksUri: `${server.url}/jwks`, services: [{ client: 'case-system' }] }]),
    )
    const ask = authenticator({ issuers, clock: () => new Date() })
    const grant = { grant_type: 'client_credentials', client_id: 'case-system', aud: 'comity' }
    await expect(ask(`Bearer ${await server.token({}, grant)}`)).rejects.toMatchObject({ code: 'SERVICE_NEEDS_USER' })
    const itself = { sub: 'case-system', client_id: 'case-system' }
    await expect(ask(`Bearer ${await server.token(itself, grant)}`)).rejects.toMatchObject({
      code: 'SERVICE_NEEDS_USER',
    })

    const exchanged = await server.token({ ...dana, client_id: 'case-system', act: { sub: 'case-system' } }, grant)
    const { subject, service } = await ask(`Bearer ${exchanged}`)
    expect({ subject, service }).toEqual({ subject: `${server.url}|dana`, service: 'case-system' })
  })
})
