import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHub, type TestHub } from '../support/hub.js'
import { CSRF, get, refused, send } from '../support/raw.js'
import { refusalOf } from '../support/refusal.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

describe('GET', () => {
  it('is for queries, whose answer is that of a POST, and kept by nobody', async () => {
    const query = 'query Q($first: Int) { agencies(first: $first) { nodes { id name } } }'
    const posted = await send(hub, { query, variables: { first: 2 } })
    const got = await get(hub, { query, variables: '{"first":2}', operationName: 'Q' })
    expect([got.statusCode, got.body, got.headers['cache-control']]).toEqual([200, posted.body, 'no-store'])
  })

  const MUTATION = 'mutation { closeCase { reference } }'
  it.each([
    ['a mutation', { query: MUTATION }],
    [
      'one of several operations, by name',
      { query: `query Q { viewer { subject } } ${MUTATION.replace('mutation', 'mutation M')}`, operationName: 'M' },
    ],
    ['a subscription', { query: 'subscription { viewer { subject } }' }],
  ])('is not for %s', async (_what, parameters) => {
    const response = await get(hub, parameters)
    expect(await refused(response)).toEqual([405, 'METHOD_NOT_ALLOWED'])
    expect(response.headers['allow']).toBe('GET, POST')
  })

  it('needs a header that a page of another site cannot send', async () => {
    const query = '{ viewer { subject } }'
    expect(await refused(get(hub, { query }, {}))).toEqual([403, 'CSRF_REFUSED'])
    expect(await refused(get(hub, { query }, { 'x-comity-csrf': '' }))).toEqual([403, 'CSRF_REFUSED'])
    expect(await refused(get(hub, { query }, { 'content-type': 'text/plain' }))).toEqual([403, 'CSRF_REFUSED'])
    expect((await get(hub, { query }, { 'apollo-require-preflight': 'true' })).statusCode).toBe(200)
  })

  it.each(['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('and POST are all: %s is refused', async (method) => {
    const { statusCode, headers } = await hub.app.inject({ method, url: '/graphql', headers: CSRF })
    expect([statusCode, headers['allow'], headers['access-control-allow-origin']]).toEqual([
      405,
      'GET, POST',
      undefined,
    ])
  })

  it.each([
    ['a query given twice', '/graphql?query={a}&query={b}'],
    ['variables that are no JSON', '/graphql?query={a}&variables={'],
    ['variables that are deep', `/graphql?query={a}&variables=${'['.repeat(70)}${']'.repeat(70)}`],
    ['variables with a prototype', '/graphql?query={a}&variables={"__proto__":{}}'],
    ['variables that are a list', '/graphql?query={a}&variables=[]'],
  ])('is read strictly: %s', async (_what, url) => {
    expect(await refused(hub.app.inject({ method: 'GET', url, headers: CSRF }))).toEqual([400, 'REQUEST_INVALID'])
  })
})

describe('The schema', () => {
  const ASKING = [
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Officer") { name } }',
    '{ x: __type(name: "Officer") { name } }',
    '{ ...f } fragment f on Query { ... on Query { y: __schema { types { name } } } }',
    'query A { viewer { subject } } query B { __schema { queryType { name } } }',
  ]

  it.each(ASKING)('is not told to nobody in particular: %s', async (query) => {
    const { status, code, message } = refusalOf(
      await send(hub, { query, operationName: query.includes('query A') ? 'A' : null }),
    )
    expect([status, code]).toEqual([403, 'NOT_PERMITTED'])
    expect(message).toContain('(OPS-6)')
  })

  it('is told to who is known; what an object is, to everyone', async () => {
    const { data, errors } = await hub.as('grants').ask('{ __type(name: "Agency") { name } __typename }')
    expect({ data, errors }).toEqual({ data: { __type: { name: 'Agency' }, __typename: 'Query' }, errors: [] })
    expect((await hub.as('public').ask('{ __typename viewer { __typename } }')).data).toEqual({
      __typename: 'Query',
      viewer: { __typename: 'Viewer' },
    })
  })

  it.each([
    '{ _service { sdl } }',
    '{ _entities(representations: [{ __typename: "Officer", id: "x" }]) { __typename } }',
  ])('is not to be had from federation’s own fields: %s', async (query) => {
    for (const persona of ['public', 'auditor']) {
      const { status, data, errors } = await hub.as(persona).ask(query)
      expect([status, data, errors[0]?.extensions.code]).toEqual([400, null, 'OPERATION_INVALID'])
    }
  })

  it.each([
    '{ officer(id: "x") { nam } }',
    '{ oficers { nodes { id } } }',
    '{ officers(frist: 1) { nodes { id } } }',
    '{ incidents(filter: { kid: TERMINATION }) { nodes { id } } }',
    '{ incidents(filter: { kind: TERMINATE }) { nodes { id } } }',
    'query ($x: Offcer) { viewer { subject } }',
    '{ viewer { subject @skp(if: true) } }',
    '{ officers { nodes { ... on Oficer { id } } } }',
  ])('is not suggested to who guesses: %s', async (query) => {
    // Whatever is said repeats the guess, and no name that was not guessed.
    const { code, message } = refusalOf(await send(hub, { query }))
    expect(code).toMatch(/^(OPERATION_INVALID|BAD_INPUT)$/)
    expect(message.replace('type "Officer"', '')).not.toMatch(/\b(name|Officer|include|first|kind|TERMINATION)\b/)
  })
})

describe('An operation that is asked for by its hash', () => {
  const query = '{ viewer { subject } }'
  const hash = 'a'.repeat(64)

  it('is not found until somebody has sent its text, with the hash that is its own', async () => {
    const own = createHash('sha256').update(query).digest('hex')
    const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } })
    const unknown = refusalOf(await send(hub, { extensions: persisted(own) }))
    expect(unknown).toEqual({ status: 200, code: 'PERSISTED_OPERATION_UNKNOWN', message: 'PersistedQueryNotFound' })
    expect(await refused(send(hub, { query, extensions: persisted(hash) }))).toEqual([
      400,
      'PERSISTED_OPERATION_MISMATCH',
    ])
    const sent = await send(hub, { query, extensions: persisted(own) })
    const byHash = await get(hub, { extensions: JSON.stringify(persisted(own.toUpperCase())) })
    const byId = await send(hub, { documentId: `sha256:${own}` })
    expect([byHash.body, byId.body]).toEqual([sent.body, sent.body])
    expect(sent.statusCode).toBe(200)
  })

  it.each([
    [{ documentId: '../../etc/passwd' }],
    [{ documentId: hash, query }],
    [{ extensions: { persistedQuery: { version: 2, sha256Hash: hash } } }],
    [{ extensions: { persistedQuery: { version: 1, sha256Hash: ['x'] } } }],
    [{}],
  ])('is named in one way: %j', async (body) => {
    expect(await refused(send(hub, body))).toEqual([400, 'REQUEST_INVALID'])
  })
})
