import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../contract/errors.js'
import type { Viewer } from '../../contract/viewer.js'
import { CLAIMS } from '../../gateway/identity/claims.js'
import { createDirectory } from '../../hub/directory.js'
import { CAST } from '../../prisma/seed/index.js'
import { AGENCIES, type NamedAgency } from '../../prisma/seed/named-agencies.js'
import { ATTACKS } from '../gateway/identity/attack-cases.js'
import { dana, ISSUER, jwk, NOW, seconds, sign } from '../gateway/identity/tokens.js'
import { candidate } from '../integration/policy/askers.js'
import { freshDatabase, type TestDatabase } from '../support/database.js'
import { openTestHub, type TestAnswer, type TestHub } from '../support/hub.js'
import { openOidcServer, type OidcServer } from '../support/oidc.js'
import { query } from '../support/queries.js'
import { runComity } from '../support/run-comity.js'

const TERMS = { audience: 'comity', roles: ['HIRING_INVESTIGATOR'] }

let database: TestDatabase
let texas: OidcServer
let issuersFile: string
let hub: TestHub

beforeAll(async () => {
  const made = await freshDatabase()
  await inProduction(made)
  texas = await openOidcServer()
  issuersFile = join(made.config.dataDir, 'issuers.json')
  const services = [{ client: 'case-system' }]
  const ohioIssuer = {
    ...TERMS,
    issuer: ISSUER,
    jwks: { keys: [jwk] },
    algorithms: ['EdDSA'],
    jurisdictions: ['US-OH'],
  }
  const texasIssuer = { ...TERMS, issuer: texas.url, jwksUri: `${texas.url}/jwks`, jurisdictions: ['US-TX'] }
  writeFileSync(issuersFile, JSON.stringify([{ ...ohioIssuer, services }, texasIssuer]))
  database = { ...made, config: { ...made.config, issuersFile } }
  hub = await openTestHub({ database, clock: () => NOW })
})
afterAll(async () => {
  await hub.close()
  await texas.close()
  await database.drop()
})

/** The mode is written when a database is created; the tests' are demos. */
async function inProduction(made: TestDatabase): Promise<void> {
  const opened = await made.open()
  const client = new pg.Client({ connectionString: opened.ownerUrl })
  await client.connect()
  await client.query(`UPDATE hub.state SET mode = 'PRODUCTION'`)
  await client.end()
  await opened.close()
}

/** Dana, where she really works. */
const at = (agency: NamedAgency, caseReference = 'HIRE-1') => ({
  ...dana,
  [CLAIMS.agency]: agency.id,
  [CLAIMS.employerName]: agency.name,
  [CLAIMS.employerOri]: agency.ori ?? undefined,
  [CLAIMS.employerStateCode]: agency.jurisdiction.slice(3),
  [CLAIMS.jurisdiction]: agency.jurisdiction,
  [CLAIMS.caseReference]: caseReference,
})
const ohio = (changes: Record<string, unknown> = {}) => sign({ ...at(AGENCIES.ohioCity), ...changes })
const ofTexas = () => texas.token({ ...at(AGENCIES.texasSheriff), iat: seconds(0), nbf: seconds(0), exp: seconds(600) })

interface Me {
  readonly viewer: Pick<Viewer, 'subject'> & { readonly jurisdictionCode: string }
}
const ask = (token: string): Promise<TestAnswer<Me>> =>
  hub.withAuthorization(`Bearer ${token}`).ask<Me>('{ viewer { subject jurisdictionCode } }')
const refusalOf = ({ status, data, errors }: TestAnswer<unknown>) => ({
  status,
  data,
  code: errors[0]?.extensions.code,
})
const refusal = (code: keyof typeof CATALOGUE) => ({ status: CATALOGUE[code].status, data: null, code })
const me = (subject: string, jurisdictionCode: string) => ({ viewer: { subject, jurisdictionCode } })

describe('A production hub that trusts the issuers of two States', () => {
  it('answers a hiring investigator of the one about a candidate who signed a waiver', async () => {
    const client = hub.withAuthorization(`Bearer ${await ohio()}`)
    const { data, errors } = await client.ask<{ requestBackgroundCheck: { matches: { officer: { id: string } }[] } }>(
      query('request-check'),
      { input: candidate(CAST.decertified), key: 'identity' },
    )
    expect(errors).toEqual([])
    expect(data?.requestBackgroundCheck.matches[0]?.officer.id).toBe(CAST.decertified.officerId)
  })

  it('refuses the tokens of the other by name while it is down, and takes them once it is up', async () => {
    const token = await ofTexas()
    await texas.stop()
    expect(refusalOf(await ask(token))).toEqual(refusal('ISSUER_UNREACHABLE'))
    expect((await ask(await ohio())).data).toEqual(me(`${ISSUER}|dana`, 'US-OH'))
    await texas.start()
    await expect
      .poll(async () => (await ask(token)).data, { timeout: 10_000 })
      .toEqual(me(`${texas.url}|dana`, 'US-TX'))
    expect(
      refusalOf(
        await ask(await texas.token({ ...at(AGENCIES.ohioCity), iat: seconds(0), nbf: seconds(0), exp: seconds(600) })),
      ),
    ).toEqual(refusal('ISSUER_NOT_AUTHORIZED'))
  })

  it.each(ATTACKS)('refuses a token that $what', async ({ token, code }) => {
    expect(refusalOf(await ask(await token()))).toEqual(refusal(code))
  })

  it('lets a listed system act for a user, and by itself do nothing', async () => {
    expect((await ask(await ohio({ act: { sub: 'case-system' } }))).data).toEqual(me(`${ISSUER}|dana`, 'US-OH'))
    const alone = await ohio({ sub: 'case-system', client_id: 'case-system' })
    expect(refusalOf(await ask(alone))).toEqual(refusal('SERVICE_NEEDS_USER'))
  })
})

describe('A revocation holds from the next request on', () => {
  const identity = (...args: string[]) =>
    runComity(['identity', ...args], { env: { ...database.env, COMITY_ISSUERS_FILE: issuersFile }, clock: () => NOW })
  const revoke = (...args: string[]) => identity('revoke', '--issuer', ISSUER, '--reason', 'badge stolen', ...args)

  it('of one token, by its id; the others of its user go on', async () => {
    const token = await ohio({ jti: 'token-7' })
    expect((await ask(token)).status).toBe(200)
    expect(await revoke('--jti', 'token-7')).toEqual({
      code: 0,
      out: `Token token-7 of ${ISSUER} is refused from the next request on.\n`,
      err: '',
    })
    expect(refusalOf(await ask(token))).toEqual(refusal('TOKEN_REVOKED'))
    expect((await ask(await ohio({ jti: 'token-8' }))).status).toBe(200)
  })

  it('of all that a user has; who signs in again is let in', async () => {
    const before = await ohio({ sub: 'ben', iat: seconds(-1) })
    expect((await ask(before)).status).toBe(200)
    expect((await revoke('--subject', 'ben')).code).toBe(0)
    expect(refusalOf(await ask(before))).toEqual(refusal('TOKEN_REVOKED'))
    expect((await ask(await ohio({ sub: 'ben' }))).status).toBe(200)
    expect((await ask(await ohio({ iat: seconds(-1) }))).status).toBe(200)
  })

  it('of a system, whomever it acts for, until an instant', async () => {
    const through = await ohio({ act: { sub: 'case-system' } })
    expect((await revoke('--subject', 'case-system', '--issued-before', '2026-11-24T12:00:00.001Z')).code).toBe(0)
    expect(refusalOf(await ask(through))).toEqual(refusal('TOKEN_REVOKED'))
    expect((await ask(await ohio())).status).toBe(200)
  })

  it('and is listed, and stays', async () => {
    const { out } = await identity('revocations')
    expect(out).toBe(
      [
        `${NOW.toISOString()}  ${ISSUER}  subject case-system before 2026-11-24T12:00:00.001Z  badge stolen`,
        `${NOW.toISOString()}  ${ISSUER}  subject ben before ${NOW.toISOString()}  badge stolen`,
        `${NOW.toISOString()}  ${ISSUER}  jti token-7  badge stolen\n`,
      ].join('\n'),
    )
    expect(await identity('revocations', '--issuer', texas.url)).toMatchObject({
      code: 0,
      out: 'Nothing is revoked.\n',
    })
  })

  it.each([
    [['--issuer', 'https://idp.ohio.exampel', '--jti', 'x', '--reason', 'r'], 'must be in COMITY_ISSUERS_FILE'],
    [['--issuer', ISSUER, '--reason', 'r'], 'name either --jti or --subject'],
    [['--issuer', ISSUER, '--jti', 'x', '--subject', 'y', '--reason', 'r'], 'name either --jti or --subject'],
    [
      ['--issuer', ISSUER, '--jti', 'x', '--issued-before', '2026-11-24T12:00:00Z', '--reason', 'r'],
      'belongs to --subject',
    ],
    [['--issuer', ISSUER, '--subject', 'y', '--issued-before', 'yesterday', '--reason', 'r'], 'must be an instant'],
    [['--issuer', ISSUER, '--jti', 'x', '--reason', ' '], '--reason must be one line'],
  ])('is not recorded from %j', async (args, said) => {
    const { code, err } = await identity('revoke', ...args)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(said) as string })
  })

  it('cannot be taken back, and is asked together with the place: one statement', async () => {
    const client = new pg.Client({ connectionString: hub.hub.database.ownerUrl })
    await client.connect()
    await expect(client.query('DELETE FROM hub.revoked_token')).rejects.toMatchObject({ code: '23001' })
    const said: string[] = []
    const counting = {
      query: (text: string, values: unknown[]) => {
        said.push(text)
        return client.query(text, values)
      },
    }
    const { id, jurisdiction } = AGENCIES.ohioCity
    const facts = { issuer: ISSUER, jti: 'token-7', subjects: ['ben'], issuedAt: seconds(0), jurisdiction, agency: id }
    expect(await createDirectory(counting as unknown as pg.Pool).lookUp(facts)).toEqual({
      revoked: true,
      jurisdictionClass: 'STATE',
      agency: { jurisdiction: 'US-OH', jurisdictionClass: 'LOCAL', oris: [AGENCIES.ohioCity.ori] },
    })
    expect(said).toHaveLength(1)
    await client.end()
  })
})
