import { createHash } from 'node:crypto'
import { disturbed, documentOf } from './documents.js'
import { type Fuzz, fuzzOf } from './random.js'

/** What is written to a connection, and whether whoever reads it can know that it is all. */
export interface FuzzRequest {
  readonly bytes: Buffer
  /** False: it may be left waiting for the rest. */
  readonly complete: boolean
}

/** The request of a seed and a number. `tokens`: some that hold, to be sent as they are and disturbed. */
export function requestOf(seed: number, number: number, tokens: readonly string[]): FuzzRequest {
  const fuzz = fuzzOf(seed, number)
  return fuzz.weigh<() => FuzzRequest>([
    [10, () => http(fuzz, posted(fuzz, JSON.stringify(body(fuzz))), authorization(fuzz, tokens))],
    [4, () => http(fuzz, posted(fuzz, hostileJson(fuzz)), authorization(fuzz, tokens))],
    [3, () => http(fuzz, got(fuzz), authorization(fuzz, tokens))],
    [2, () => http(fuzz, elsewhere(fuzz), [])],
    [2, () => broken(fuzz, http(fuzz, posted(fuzz, JSON.stringify(body(fuzz))), []))],
    [1, () => ({ bytes: noise(fuzz, fuzz.int(2_000)), complete: false })],
  ])()
}

interface Parts {
  readonly line: string
  readonly headers: readonly string[]
  readonly body: Buffer
}

const PATHS = ['/graphql', '/graphql', '/graphql', '/graphql', '/graphql?x=1'] as const
const TYPES = [
  'text/plain',
  'application/json; charset=utf-7',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/json;;;',
  '',
] as const

function posted(fuzz: Fuzz, text: string): Parts {
  const type = fuzz.chance(0.85) ? 'application/json' : fuzz.pick(TYPES)
  const twice = fuzz.chance(0.03) ? ['content-type: text/plain'] : []
  const encoded = fuzz.chance(0.03) ? [`content-encoding: ${fuzz.pick(['gzip', 'br', 'identity', 'x'])}`] : []
  const bytes = Buffer.from(text, fuzz.chance(0.95) ? 'utf8' : fuzz.pick(['utf16le', 'latin1'] as const))
  return { line: `POST ${fuzz.pick(PATHS)}`, headers: [`content-type: ${type}`, ...twice, ...encoded], body: bytes }
}

function got(fuzz: Fuzz): Parts {
  const parameters = new URLSearchParams({ query: documentOf(fuzz).slice(0, 4_000) })
  if (fuzz.chance(0.4)) parameters.append('variables', hostileJson(fuzz).slice(0, 2_000))
  if (fuzz.chance(0.2)) parameters.append(fuzz.pick(['query', 'operationName', 'extensions', '__proto__']), 'a')
  const search = fuzz.chance(0.9)
    ? parameters.toString()
    : disturbed(fuzz, parameters.toString()).replace(/[^!-~]/g, '%')
  const headers = fuzz.chance(0.9) ? ['x-comity-csrf: 1'] : []
  return { line: `GET /graphql?${search}`, headers, body: Buffer.alloc(0) }
}

function elsewhere(fuzz: Fuzz): Parts {
  const method = fuzz.pick(['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'PROPFIND', 'get'])
  const path = fuzz.pick([
    '/',
    '/%zz',
    '/../etc/passwd',
    '/health/ready',
    '/policy',
    '/assets/x',
    '/metrics',
    '//',
    '/%00',
    '*',
  ])
  return { line: `${method} ${path}`, headers: [], body: Buffer.alloc(0) }
}

function body(fuzz: Fuzz): object {
  const query = documentOf(fuzz)
  const sha256Hash = fuzz.chance(0.5) ? createHash('sha256').update(query).digest('hex') : 'f'.repeat(fuzz.int(80))
  const extensions = { persistedQuery: { version: fuzz.int(3), sha256Hash } }
  return {
    ...(fuzz.chance(0.95) && { query }),
    ...(fuzz.chance(0.4) && { variables: fuzz.pick([{ v: value(fuzz, 4) }, value(fuzz, 3)]) }),
    ...(fuzz.chance(0.2) && { operationName: fuzz.pick(['a', 'f', '', null, 7, 'constructor']) }),
    ...(fuzz.chance(0.1) && { extensions: fuzz.chance(0.7) ? extensions : value(fuzz, 3) }),
    ...(fuzz.chance(0.05) && { documentId: sha256Hash }),
  }
}

function value(fuzz: Fuzz, depth: number): unknown {
  const plain = [
    0,
    -1,
    2 ** 53,
    1e308,
    true,
    null,
    '',
    'x',
    '\u0000',
    '\uD800',
    "' OR 1=1 --",
    'é'.repeat(fuzz.int(5_000)),
  ]
  if (depth === 0 || fuzz.chance(0.5)) return fuzz.pick(plain)
  if (fuzz.chance(0.5)) return fuzz.times(4, () => value(fuzz, depth - 1))
  return Object.fromEntries(
    fuzz.times(4, () => [fuzz.pick(['a', 'id', 'toString', 'constructor']), value(fuzz, depth - 1)]),
  )
}

function hostileJson(fuzz: Fuzz): string {
  const deep = fuzz.pick(['[', '{"a":'])
  return fuzz.weigh<() => string>([
    [3, () => disturbed(fuzz, JSON.stringify(body(fuzz)))],
    [1, () => JSON.stringify([body(fuzz), body(fuzz)])],
    [1, () => `{"query":"{ viewer { subject } }","variables":${deep.repeat(fuzz.int(30_000))}`],
    [1, () => '{"query":"{ viewer { subject } }","variables":{"__proto__":{"polluted":1}}}'],
    [1, () => '{"query":"{ viewer { subject } }","query":"{ __typename }","constructor":{"prototype":{"polluted":1}}}'],
    [1, () => JSON.stringify(value(fuzz, 5))],
    [1, () => `{"query":"${'x'.repeat(fuzz.int(600_000))}"}`],
  ])()
}

function authorization(fuzz: Fuzz, tokens: readonly string[]): readonly string[] {
  const token = fuzz.pick(tokens)
  const [header = '', payload = '', signature = ''] = token.split('.')
  const encode = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const printable = (text: string) => text.replace(/[^ -~]/g, '?')
  const value = fuzz.weigh<() => string | null>([
    [5, () => null],
    [8, () => `Bearer ${token}`],
    [2, () => `Bearer ${printable(disturbed(fuzz, token))}`],
    [
      1,
      () =>
        `Bearer ${encode({ alg: fuzz.pick(['none', 'HS256', 'EdDSA', '']), kid: '../../dev/null' })}.${payload}.${signature}`,
    ],
    [1, () => `Bearer ${header}.${encode(claims(fuzz))}.${signature}`],
    [1, () => `Bearer ${'x'.repeat(fuzz.int(12_000))}`],
    [1, () => printable(fuzz.pick(['Basic eDp5', 'Bearer', 'Bearer  ', 'bearer a.b.c', token]))],
  ])()
  return value === null ? [] : [`authorization: ${value}`]
}

const claims = (fuzz: Fuzz): object => ({ iss: value(fuzz, 2), sub: value(fuzz, 1), exp: value(fuzz, 1) })

function http(fuzz: Fuzz, { line, headers, body: bytes }: Parts, more: readonly string[]): FuzzRequest {
  const accept = fuzz.chance(0.3)
    ? [`accept: ${fuzz.pick(['application/json', 'application/graphql-response+json', '*/*;q=x', 'text/html'])}`]
    : []
  const length = bytes.length > 0 ? [`content-length: ${bytes.length}`] : []
  const head = [`${line} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close', ...accept, ...headers, ...more, ...length]
  return { bytes: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]), complete: true }
}

/** Bytes of it changed, or the end missing. */
function broken(fuzz: Fuzz, { bytes }: FuzzRequest): FuzzRequest {
  if (fuzz.chance(0.5)) return { bytes: bytes.subarray(0, fuzz.int(bytes.length)), complete: false }
  const changed = Buffer.from(bytes)
  for (let i = 0; i <= fuzz.int(5); i++) changed[fuzz.int(changed.length)] = fuzz.int(256)
  return { bytes: changed, complete: false }
}

const noise = (fuzz: Fuzz, length: number): Buffer => Buffer.from(Array.from({ length }, () => fuzz.int(256)))
