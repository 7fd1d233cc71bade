import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect as connectTcp } from 'node:net'
import { dirname, join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { auditServer } from 'graphql-http'
import { Agent, fetch as undiciFetch } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoToken } from '../../hub/demo-token.js'
import { type TestCertificate, selfSignedCertificate } from '../support/certificate.js'
import { openTestHub, type TestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'
import { refusalOf } from '../support/refusal.js'

const PORTAL = 'query Portal { jurisdictions { code } }'
const PORTAL_HASH = createHash('sha256').update(PORTAL).digest('hex')

let hub: TestHub
let certificate: TestCertificate
let dispatcher: Agent
let origin: string
let token: string
/** With TLS in the process, and a manifest that holds whoever comes without a token. */
beforeAll(async () => {
  certificate = selfSignedCertificate()
  const operationsFile = join(dirname(certificate.certFile), 'operations.json')
  writeFileSync(operationsFile, JSON.stringify({ [PORTAL_HASH]: PORTAL }))
  hub = await openTestHub({
    config: {
      tlsCertFile: certificate.certFile,
      tlsKeyFile: certificate.keyFile,
      operationsFile,
      operations: 'SAFELIST',
    },
  })
  origin = (await hub.app.listen({ host: '127.0.0.1', port: 0 })).replace('http:', 'https:')
  dispatcher = new Agent({ connect: { ca: readFileSync(certificate.certFile) } })
  token = await demoToken('grants', {}, hub.database.config, () => TEST_NOW)
})
afterAll(async () => {
  await dispatcher.close()
  await hub.close()
  certificate.remove()
})

/** Every audit's own request, with a token (some ask about the schema) and what else is given. */
const fetchWith =
  (added: Readonly<Record<string, string>>): typeof fetch =>
  (input, init) => {
    const headers = { authorization: `Bearer ${token}`, ...added, ...(init?.headers as Record<string, string>) }
    return undiciFetch(input as string, { ...(init as object), headers, dispatcher })
  }

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  it('holds in all 61, with the header that the protection against CSRF asks for', async () => {
    const results = await auditServer({ url: `${origin}/graphql`, fetchFn: fetchWith({ 'x-comity-csrf': '1' }) })
    expect(results).toHaveLength(61)
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([])
  })

  it('without that header, those that GET are refused', async () => {
    const results = await auditServer({ url: `${origin}/graphql`, fetchFn: fetchWith({}) })
    const refused = results.flatMap((result) => (result.status === 'ok' ? [] : [result.id]))
    expect(refused).toEqual(['5A70', 'D6D5', '6A70'])
  })
})

describe('Over TLS', () => {
  const port = () => Number(new URL(origin).port)

  it('every answer tells the browser to come back over TLS, and who serves it is not told', async () => {
    for (const path of ['/', '/health/live', '/nowhere', '/assets/comity.css']) {
      const { headers } = await undiciFetch(`${origin}${path}`, { dispatcher })
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('cache-control')).toMatch(/\w/)
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null])
    }
    const plain = await hub.app.inject('/health/live')
    expect(plain.headers['strict-transport-security']).toBeUndefined()
  })

  it.each([
    ['TLSv1.2', true],
    ['TLSv1.3', true],
    ['TLSv1.1', false],
  ] as const)('%s is spoken: %s', async (version, spoken) => {
    const said = await new Promise((resolve) => {
      const options = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }
      const socket = connectTls({ host: '127.0.0.1', port: port(), rejectUnauthorized: false, ...options }, () => {
        resolve(socket.getProtocol())
        socket.destroy()
      })
      socket.on('error', () => resolve(null))
    })
    expect(said).toBe(spoken ? version : null)
  })

  it.each([
    ['is not HTTP', 'NONSENSE\r\n\r\n', 400],
    ['has no end of headers', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    [
      'states two lengths',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}',
      400,
    ],
    [
      'states a length and chunks',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('what %s is refused in words of the catalogue', async (_what, bytes, status) => {
    const text = await new Promise<string>((resolve) => {
      let received = ''
      const socket = connectTls({ host: '127.0.0.1', port: port(), rejectUnauthorized: false }, () =>
        socket.write(bytes),
      )
      socket.setEncoding('utf8').on('data', (part: string) => (received += part))
      socket.on('close', () => resolve(received)).on('error', () => undefined)
    })
    const [head = '', body = ''] = text.split('\r\n\r\n')
    expect(head).toContain(`HTTP/1.1 ${status} `)
    expect(refusalOf({ statusCode: status, body }).code).toBe('REQUEST_INVALID')
  })

  it('what does not speak TLS is not answered', async () => {
    const closed = new Promise<string>((resolve) => {
      let received = ''
      const socket = connectTcp({ host: '127.0.0.1', port: port() }, () => socket.write('GET / HTTP/1.1\r\n\r\n'))
      socket.setEncoding('latin1').on('data', (part: string) => (received += part))
      socket.on('close', () => resolve(received)).on('error', () => undefined)
    })
    expect(await closed).not.toContain('<html')
  })
})

describe('Who comes without a token is answered the operations of the manifest', () => {
  const ask = async (persona: string, query: string) => {
    const { status, data, errors } = await hub.as(persona).ask(query)
    return [status, data !== null, errors[0]?.extensions.code]
  }

  it('and no other; who brings one, within the budget any', async () => {
    expect(await ask('public', PORTAL)).toEqual([200, true, undefined])
    expect(await ask('public', `${PORTAL} `)).toEqual([403, false, 'OPERATION_NOT_SAFELISTED'])
    expect(await ask('public', '{ __typename }')).toEqual([403, false, 'OPERATION_NOT_SAFELISTED'])
    expect(await ask('commission', '{ __typename }')).toEqual([200, true, undefined])
  })

  it('by their hash as well', async () => {
    const payload = { documentId: PORTAL_HASH }
    const { statusCode, body } = await hub.app.inject({ method: 'POST', url: '/graphql', payload })
    expect([statusCode, body]).toEqual([200, (await hub.as('public').ask(PORTAL)).text])
    const other = { method: 'POST', url: '/graphql', payload: { documentId: 'b'.repeat(64) } } as const
    expect(refusalOf(await hub.app.inject(other))).toMatchObject({ status: 403, code: 'OPERATION_NOT_SAFELISTED' })
  })
})
