import { readFileSync } from 'node:fs'
import { buildClientSchema, getIntrospectionQuery, type GraphQLObjectType, type IntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_ISSUER } from '../../gateway/identity/issuers.js'
import { openTestHub, type TestHub } from '../support/hub.js'
import { refusalOf } from '../support/refusal.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
  // The pages name the address at which the hub listens.
  await hub.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => hub.close())

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  hub.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

const NOT_A_REQUEST = 'The HTTP request is not a GraphQL request.'

describe('What is no GraphQL request is refused in words, with a code', () => {
  it.each([
    [
      'another content type',
      () => post('query=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'Its content type is not application/json.',
    ],
    [
      'plain text, which a form on another site can send',
      () => post('{"query":"{viewer{subject}}"}', { 'content-type': 'text/plain' }),
      415,
      'Its content type is not application/json.',
    ],
    ['no JSON', () => post('{"query":'), 400, 'Its body is not JSON.'],
    ['no query', () => post({ variables: {} }), 400, 'Not as it has to be: query.'],
    ['a query that is no text', () => post({ query: 7 }), 400, 'Not as it has to be: query.'],
    [
      'a list of operations',
      () => post([{ query: '{viewer{subject}}' }]),
      400,
      'It is a list; send one operation at a time.',
    ],
    ['too large a body', () => post({ query: 'x'.repeat(600_000) }), 413, 'Its body is too large.'],
    [
      'an address without a query',
      () => hub.app.inject({ method: 'GET', url: '/graphql', headers: { 'x-comity-csrf': '1' } }),
      400,
      'Not as it has to be: query.',
    ],
    ['an address that is none', () => hub.app.inject({ method: 'GET', url: '/%zz' }), 400, 'Its address is malformed.'],
    [
      'an address where nothing is',
      () => hub.app.inject({ method: 'GET', url: '/nowhere' }),
      404,
      'There is nothing at this address.',
    ],
  ])('%s', async (_what, send, status, detail) => {
    expect(refusalOf(await send())).toEqual({ status, code: 'REQUEST_INVALID', message: `${NOT_A_REQUEST} ${detail}` })
  })
})

describe('An operation that cannot be meant well is refused before it is planned', () => {
  /** traps.md: about a kilobyte of doubling fragments ends a stock gateway. */
  const doubling = (depth: number) =>
    `{ officers { nodes { ...f0 } } } ${Array.from({ length: depth }, (_, i) => `fragment f${i} on Officer { a: currentAgency { officers { nodes { ...f${i + 1} } } } b: currentAgency { officers { nodes { ...f${i + 1} } } } }`).join(' ')} fragment f${depth} on Officer { id }`

  it.each([
    ['doubling fragments', doubling(12)],
    ['a fragment without end', '{ officers { nodes { ...f } } } fragment f on Officer { ...f }'],
    ['a thousand aliases', `{ ${Array.from({ length: 1_000 }, (_, i) => `a${i}: viewer { subject }`).join(' ')} }`],
    [
      'pages of pages',
      '{ agencies(first: 100) { nodes { officers(first: 100) { nodes { incidents(first: 100) { nodes { id } } } } } } }',
    ],
  ])('%s', async (_what, query) => {
    const { status, code } = refusalOf(await post({ query }))
    expect([status, code]).toEqual([400, code === 'OPERATION_INVALID' ? 'OPERATION_INVALID' : 'OPERATION_TOO_LARGE'])
  })

  it('words of the schema that were not asked for are not told', async () => {
    const { code, message } = refusalOf(await post({ query: '{ officer(id: "x") { dateOfBirt } }' }))
    expect(code).toBe('OPERATION_INVALID')
    expect(message).not.toContain('Did you mean')
  })

  it('an enumeration has the words that it has', async () => {
    const query = 'query($kind: IncidentKind) { incidents(filter: { kind: $kind }) { nodes { id } } }'
    const { status, code, message } = refusalOf(await post({ query, variables: { kind: 'GOSSIP' } }))
    expect([status, code]).toEqual([400, 'BAD_INPUT'])
    expect(message).toContain('kind')
  })
})

describe('A token that does not hold is refused, and says which part of it', () => {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const unsigned = `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ iss: DEMO_ISSUER, sub: 'demo:commission' })}.`
  const foreign = `${encode({ alg: 'EdDSA', typ: 'JWT' })}.${encode({ iss: 'https://elsewhere.example' })}.c2ln`

  it.each([
    ['alg none', `Bearer ${unsigned}`, 401],
    ['of an issuer that nobody trusts', `Bearer ${foreign}`, 401],
    ['that is none', 'Bearer nonsense', 401],
    ['of another scheme', 'Basic dXNlcjpwYXNz', 401],
  ])('%s', async (_what, authorization, status) => {
    const response = await post({ query: '{ viewer { subject } }' }, { authorization })
    const refusal = refusalOf(response)
    expect(refusal.status).toBe(status)
    expect(response.headers['www-authenticate']).toBe('Bearer realm="comity", error="invalid_token"')
    expect(refusal.code).toMatch(/^(TOKEN_|UNAUTHENTICATED)/)
  })
})

describe('An answer', () => {
  it.each(['text/html', 'application/json', 'application/graphql-response+json', '*/*'])(
    'to a client that reads %s is JSON that nobody keeps',
    async (accept) => {
      const { statusCode, headers } = await post({ query: '{ viewer { subject } }' }, { accept })
      expect(statusCode).toBe(200)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['content-type']).toMatch(/^application\/(graphql-response\+)?json/)
    },
  )

  it('that is under way when the hub is closed still arrives', async () => {
    const other = await openTestHub()
    const origin = await other.app.listen({ host: '127.0.0.1', port: 0 })
    const query = '{ agencies(first: 50) { nodes { name officers(first: 5) { nodes { id } } } } }'
    const arrived = new Promise<void>((resolve) => other.app.server.once('request', () => resolve()))
    const answer = fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    await arrived
    const began = performance.now()
    const closed = other.close()
    const { data } = (await (await answer).json()) as { data: { agencies: { nodes: unknown[] } } }
    expect(data.agencies.nodes).toHaveLength(50)
    await closed
    // A container is killed ten seconds after it was asked to end.
    expect(performance.now() - began).toBeLessThan(10_000)
    await expect(fetch(`${origin}/health/live`)).rejects.toThrow()
  })
})

describe('What everyone who is known may read', () => {
  it('is the schema, as it is published', async () => {
    const { data } = await hub.as('grants').ask<IntrospectionQuery>(getIntrospectionQuery({ descriptions: false }))
    const served = buildClientSchema(data as IntrospectionQuery)
    const officer = served.getType('Officer') as GraphQLObjectType
    expect(Object.keys(officer.getFields())).not.toContain('recordId')
    const published = readFileSync(new URL('../../docs/generated/supergraph.graphql', import.meta.url), 'utf8')
    const roots = [served.getQueryType(), served.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    )
    expect(roots).toContain('requestBackgroundCheck')
    for (const root of roots) expect(published).toMatch(new RegExp(`^  ${root}\\b`, 'm'))
  })
})

describe('What everyone may read', () => {
  it('is whether the hub runs and can answer', async () => {
    const live = await hub.app.inject('/health/live')
    const ready = await hub.app.inject('/health/ready')
    expect([live.statusCode, live.json()]).toEqual([200, { status: 'live' }])
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      {
        status: 'ready',
        parts: {
          database: 'ok',
          agencies: 'ok',
          officers: 'ok',
          incidents: 'ok',
          credentials: 'ok',
          disclosureLog: 'ok',
          policy: 'ok',
          issuers: 'ok',
        },
      },
    ])
  })

  it('is the first page: whose people, what to paste, and nothing from elsewhere', async () => {
    const response = await hub.app.inject('/')
    const policy = String(response.headers['content-security-policy'])
    expect(response.statusCode).toBe(200)
    expect(response.body).toContain('SYNTHETIC PEOPLE')
    expect(response.body).toContain('legal force not asserted')
    expect(response.body).toContain('$(npx comity token hiring-city --case HIRE-1)')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/https?:|unsafe/)
    expect(response.body).not.toMatch(/(src|href)="https?:/)
    const style = await hub.app.inject('/assets/comity.css')
    expect(style.headers['content-type']).toContain('text/css')
  })

  it('is the page of the sharing policy in force, with a script that the hub itself serves', async () => {
    const response = await hub.app.inject('/policy')
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.body).toContain(hub.hub.policy().hash.slice(0, 16))
    expect(response.body).toContain('SYNTHETIC PEOPLE')
    expect(response.body).toContain('<a href="#hir-1"')
    const policy = String(response.headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/https?:|unsafe/)
    expect([...response.body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      '<script src="/assets/policy.js" defer>',
    ])
    const script = await hub.app.inject('/assets/policy.js')
    expect([script.statusCode, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
  })
})
