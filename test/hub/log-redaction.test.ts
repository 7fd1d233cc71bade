import { generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createLogger } from '../../hub/logger.js'

/** What a logger writes of one call, without the time. */
function written(log: (logger: ReturnType<typeof createLogger>) => void): object {
  const lines: string[] = []
  log(createLogger('trace', { write: (line) => lines.push(line) }))
  const { time, ...record } = JSON.parse(lines.join('')) as Record<string, unknown>
  expect(time).toMatch(/^\d{4}-/)
  return record
}

describe('every record of the log', () => {
  it('keeps the fields that it may have', () => {
    const fields = {
      requestId: 'req_1',
      method: 'POST',
      route: '/graphql',
      status: 200,
      ms: 3,
      at: ['at a (b.js:1:1)'],
    }
    expect(written((log) => log.info(fields, 'answered'))).toEqual({ level: 30, ...fields, msg: 'answered' })
  })

  it('says of any other field only that it was there', () => {
    expect(
      written((log) => log.info({ variables: { name: 'Doe' }, viewer: 'x', requestId: 'req_1' }, 'answered')),
    ).toEqual({ level: 30, variables: '[withheld]', viewer: '[withheld]', requestId: 'req_1', msg: 'answered' })
  })

  it('keeps no object within a field, and no text longer than a line', () => {
    expect(written((log) => log.info({ reason: { row: 'Doe' }, fault: 'x'.repeat(600) }, 'y'.repeat(600)))).toEqual({
      level: 30,
      reason: '[withheld]',
      fault: 'x'.repeat(500),
      msg: 'y'.repeat(500),
    })
  })

  it('tells where an error came from, never its message, however it is handed over', () => {
    const error = new TypeError('no such officer: Doe')
    const alone = written((log) => log.error(error)) as { error: string; at: string[]; msg: string }
    expect(alone).toMatchObject({ error: 'TypeError', msg: '' })
    expect(alone.at[0]).toContain('log-redaction.test')
    expect(JSON.stringify(alone)).not.toContain('Doe')
    expect(written((log) => log.error({ err: error }, 'a request failed'))).toEqual({
      level: 50,
      err: '[withheld]',
      msg: 'a request failed',
    })
  })

  it('puts nothing into a message that came as its argument', () => {
    expect(written((log) => log.warn('officer %s', 'Doe'))).toEqual({ level: 40, msg: 'officer %s' })
  })

  it('carries the number of the request, and nothing else that a child was given', () => {
    expect(written((log) => log.child({ reqId: 'req_1', req: { headers: 'x' } }).info('incoming'))).toEqual({
      level: 30,
      reqId: 'req_1',
      req: '[withheld]',
      msg: 'incoming',
    })
  })

  it('shows no key, no token and no password', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string
    const token = await new SignJWT({ sub: 'x' }).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey)
    const fields = {
      fault: `bad key ${pem}`,
      reason: `with ${token} in it`,
      rate: 'postgres://hub:hunter2@db:5432/comity',
      at: [`Authorization: Bearer ${'a'.repeat(40)}`],
    }
    expect(written((log) => log.warn(fields, `Comity ${token}`))).toEqual({
      level: 40,
      fault: 'bad key [withheld]\n',
      reason: 'with [withheld] in it',
      rate: 'postgres://[withheld]@db:5432/comity',
      at: ['Authorization: Bearer [withheld]'],
      msg: 'Comity [withheld]',
    })
  })
})
