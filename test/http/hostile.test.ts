import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heapInUse } from '../support/heap.js'
import { openTestHub, type TestHub } from '../support/hub.js'
import { refused, send } from '../support/raw.js'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ')

describe('The planner', () => {
  /** traps.md: 955 bytes of it keep a stock gateway busy for 15 s, 1,061 exhaust 4 GB. */
  const doubling = (depth: number) =>
    `{ officers { nodes { ...f0 } } } ${times(depth, (i) => `fragment f${i} on Officer { a: currentAgency { officers { nodes { ...f${i + 1} } } } b: currentAgency { officers { nodes { ...f${i + 1} } } } }`)} fragment f${depth} on Officer { id }`
  const nested = (depth: number) =>
    `{ officers { nodes { ${'currentAgency { officers { nodes { '.repeat(depth)}id${' } } }'.repeat(depth)} } } }`

  it('never sees fragments that double, at any depth from 5 to 60, and the memory stays as it was', async () => {
    await send(hub, { query: doubling(5) })
    const before = heapInUse()
    for (let depth = 5; depth <= 60; depth++) {
      expect(await refused(send(hub, { query: doubling(depth) }))).toEqual([400, 'OPERATION_TOO_LARGE'])
      expect(await refused(send(hub, { query: nested(depth) }))).toEqual([400, 'OPERATION_TOO_LARGE'])
    }
    expect(heapInUse() - before).toBeLessThan(16)
  })

  it.each([
    ['a fragment that spreads itself', 'fragment f on Officer { ...f }'],
    ['two that spread each other', 'fragment f on Officer { ...g } fragment g on Officer { id ...f }'],
    [
      'a ring of a hundred',
      `${times(99, (i) => `fragment ${i ? `f${i}` : 'f'} on Officer { ...f${i + 1} }`)} fragment f99 on Officer { ...f }`,
    ],
  ])('nor %s', async (_what, fragments) => {
    const query = `{ officers { nodes { ...f } } } ${fragments}`
    expect(await refused(send(hub, { query }))).toEqual([400, 'OPERATION_INVALID'])
  })

  it('gives nobody the plan that was made for another', async () => {
    const personas = ['commission', 'auditor', 'grants', 'public'] as const
    const ask = async (persona: string, name: string) => {
      const query = `query ${name} { viewer { subject roles } officers(first: 5) { nodes { id name { family } } } incidents(first: 3) { nodes { id kind } } }`
      const { status, data, errors } = await hub.as(persona).ask(query)
      expect(status).toBe(200)
      return { data, errors }
    }
    // Under a name of its own (as long as the shared one, for the places in errors), each has a plan of its own.
    const alone = new Map<string, object>()
    for (const persona of personas) alone.set(persona, await ask(persona, `Alone${personas.indexOf(persona)}`))
    expect(new Set([...alone.values()].map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(2)
    // Whoever asks first has the plan made: once the one who is shown most, once the one who is shown least.
    const backwards = [...personas].reverse()
    for (const [name, order] of [['Shared', personas] as const, ['Second', backwards] as const]) {
      for (const persona of [...order, ...order]) expect(await ask(persona, name)).toEqual(alone.get(persona))
    }
  })
})

describe('A document that is larger than it looks', () => {
  it.each([
    ['aliases', `{ ${times(1_000, (i) => `a${i}: viewer { subject }`)} }`],
    [
      'one field, under aliases in fragments',
      `{ ${times(30, () => '...f')} } fragment f on Query { ${times(10, (i) => `a${i}: viewer { subject }`)} }`,
    ],
    ['directives', `{ viewer ${times(600, () => '@include(if: true)')} { subject } }`],
    ['directives that there are not', `{ viewer { subject ${times(600, (i) => `@d${i}`)} } }`],
    ['operations', times(200, (i) => `query q${i} { viewer { subject } }`)],
    ['a literal', `{ officer(id: "${'x'.repeat(200_000)}") { id } }`],
    ['a literal that is a list', `{ incidents(filter: { kinds: [${times(9_000, () => 'X')}] }) { nodes { id } } }`],
    ['a literal that is deep', `{ officer(id: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { id } }`],
    [
      'an object that is deep',
      `{ incidents(filter: ${'{ a: '.repeat(1_000)}1${' }'.repeat(1_000)}) { nodes { id } } }`,
    ],
    ['selections that are deep', `${'{ viewer '.repeat(900)}{ subject }${' }'.repeat(900)}`],
    ['a type that is deep', `query ($v: ${'['.repeat(900)}Int${']'.repeat(900)}) { viewer { subject } }`],
  ])('by its %s', async (_what, query) => {
    expect(await refused(send(hub, { query }))).toEqual([400, 'OPERATION_TOO_LARGE'])
  })

  const QUERY = 'query ($id: ID!) { officer(id: $id) { id } }'
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

  it.each([
    ['a variable of a megabyte', JSON.stringify({ query: QUERY, variables: { id: 'x'.repeat(1_000_000) } }), 413],
    ['a variable that is deep', `{"query":"{ viewer { subject } }","variables":${deep(100)}}`, 400],
    ['a variable that is deeper than any stack', `{"query":"{ viewer { subject } }","variables":${deep(30_000)}}`, 400],
    ['lists that never close', `{"query":"{ viewer { subject } }","variables":${'['.repeat(200_000)}`, 400],
    [
      'a list of operations',
      JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ viewer { subject } }' }))),
      400,
    ],
  ])('is not read further: %s', async (_what, body, status) => {
    expect(await refused(send(hub, body))).toEqual([status, 'REQUEST_INVALID'])
  })

  it('a variable as large as a body may be is no more than a wrong id', async () => {
    const { status, data, errors } = await hub.as('commission').ask(QUERY, { id: 'x'.repeat(200_000) })
    expect([status === 200 ? data : null, errors.length <= 1]).toEqual([
      status === 200 ? { officer: null } : null,
      true,
    ])
    expect(JSON.stringify(errors)).not.toContain('xxxx')
  })
})

describe('Names that mean something to JavaScript', () => {
  const NAMES = [
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
    'toJSON',
    'prototype',
    '__defineGetter__',
  ]

  it('are aliases like any', async () => {
    const plain = await hub
      .as('commission')
      .ask<Record<string, unknown>>(`{ ${times(NAMES.length, (i) => `n${i}: viewer { subject }`)} }`)
    const named = await hub
      .as('commission')
      .ask<Record<string, unknown>>(`{ ${NAMES.map((name) => `${name}: viewer { subject }`).join(' ')} }`)
    expect(Object.keys(named.data ?? {})).toEqual(NAMES)
    expect(NAMES.map((name) => named.data?.[name])).toEqual(Object.values(plain.data ?? {}))
    const query = `{ officers(first: 2) { nodes { ${NAMES.map((name) => `${name}: id`).join(' ')} } } }`
    const { data } = await hub.as('commission').ask<{ officers: { nodes: Record<string, string>[] } }>(query)
    expect(data?.officers.nodes).toHaveLength(2)
    for (const node of data?.officers.nodes ?? []) {
      expect(Object.keys(node)).toEqual(NAMES)
      expect(new Set(Object.values(node)).size).toBe(1)
    }
  })

  it.each(NAMES)('are variables like any: %s', async (name) => {
    const query = `query ($${name}: ID) { agencies(first: 1) { nodes { id } } agency(id: $${name}) { id } }`
    const other = 'query ($x: ID) { agencies(first: 1) { nodes { id } } agency(id: $x) { id } }'
    const said = async (text: string, variables = {}) => {
      const { status, data, errors } = await hub.as('public').ask(text, variables)
      return JSON.stringify({ status, data, errors: errors.map(({ extensions }) => extensions.code) })
    }
    expect(await said(query)).toBe(await said(other))
    expect(await said(query, { [name]: 'agc_none' })).toBe(await said(other, { x: 'agc_none' }))
  })

  it.each([
    ['an alias', '{ __proto__: viewer { subject } }'],
    ['an alias deep within', '{ officers { nodes { __proto__: currentAgency { id } } } }'],
    ['a variable', 'query ($__proto__: ID) { agency(id: $__proto__) { id } }'],
    ['a fragment', '{ ...__proto__ } fragment __proto__ on Query { viewer { subject } }'],
    ['an argument', '{ agency(__proto__: 1) { id } }'],
    ['a field of an object', '{ incidents(filter: { __proto__: { a: 1 } }) { nodes { id } } }'],
  ])('but for __proto__, as %s', async (_what, query) => {
    expect(await refused(send(hub, { query }))).toEqual([400, 'OPERATION_INVALID'])
  })

  it.each([
    '{"query":"{ viewer { subject } }","__proto__":{"polluted":1}}',
    '{"query":"{ viewer { subject } }","variables":{"__proto__":{"polluted":1}}}',
    '{"query":"{ viewer { subject } }","variables":{"a":[{"__pr\\u006fto__":{"polluted":1}}]}}',
  ])('and as a key of JSON: %s', async (body) => {
    expect(await refused(send(hub, body))).toEqual([400, 'REQUEST_INVALID'])
  })

  it('leave every object as it was', async () => {
    const variables = { constructor: { prototype: { polluted: 1 } }, toString: { polluted: 1 } }
    const { statusCode } = await send(hub, { query: '{ viewer { subject } }', variables })
    expect(statusCode).toBe(200)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

describe('The bytes of a body', () => {
  const body = '{"query":"{ viewer { subject } }"}'

  it.each([
    ['UTF-7 by name', body, 'application/json; charset=utf-7', 415],
    ['UTF-16 by name', body, 'application/json; charset=utf-16', 415],
    ['UTF-16', Buffer.from(body, 'utf16le'), 'application/json', 400],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${body}`, 'utf16le'), 'application/json', 400],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${body}`), 'application/json', 400],
    ['Latin-1', Buffer.from('{"query":"{ a(b: \\"é\\") }"}', 'latin1'), 'application/json', 400],
    ['UTF-7', '+AHsAIg-query+ACI-:+ACIAew-viewer', 'application/json', 400],
  ])('are UTF-8: %s', async (_what, payload, type, status) => {
    expect(await refused(send(hub, payload, { 'content-type': type }))).toEqual([status, 'REQUEST_INVALID'])
  })

  it('are what their type says, which no form of another page can say', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain; application/json',
    ])
      expect(await refused(send(hub, body, { 'content-type': type }))).toEqual([415, 'REQUEST_INVALID'])
  })

  it('are not unpacked', async () => {
    expect(await refused(send(hub, body, { 'content-encoding': 'gzip' }))).toEqual([415, 'REQUEST_INVALID'])
  })
})
