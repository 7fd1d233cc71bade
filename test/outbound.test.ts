import { once } from 'node:events'
import { spawnSync } from 'node:child_process'
import dgram from 'node:dgram'
import dns, { lookup } from 'node:dns'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import '../gateway/index.js'
import { attempts, isLocal, REPORT } from './support/loopback-only.mjs'

/** RFC 5737, RFC 2606: they belong to nobody, so that even without the guard nobody would be spoken to. */
const ELSEWHERE = '192.0.2.1'
const NAME = 'elsewhere.example'
const report = process.env[REPORT] ?? ''

describe('no socket of a test leaves this machine', () => {
  // What is tried here is meant: the check after the file asks for the rest.
  afterEach(() => {
    attempts()
    if (existsSync(report)) rmSync(report)
  })

  it.each([
    ['a connection by address', () => connect(443, ELSEWHERE), `connect ${ELSEWHERE}`],
    ['a connection by name', () => connect({ port: 443, host: NAME }), `connect ${NAME}`],
    ['the look-up of a name', () => lookup(NAME, () => undefined), `lookup ${NAME}`],
    ['a resolver', () => dns.resolve4(NAME, () => undefined), `resolve4 ${NAME}`],
    ['a datagram', () => dgram.createSocket('udp4').unref().send('x', 53, ELSEWHERE), `send ${ELSEWHERE}`],
  ])('%s is refused and written down, should it be swallowed', (_what, attempt, told) => {
    expect(attempt).toThrow(`A test may speak to this machine alone: ${told}`)
    expect(attempts()).toEqual([told])
  })

  it('a name that cannot exist (RFC 6761) is unknown, and nobody is asked', async () => {
    const socket = connect({ port: 443, host: 'elsewhere.invalid' })
    const [fault] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
    expect([fault.code, attempts()]).toEqual(['ENOTFOUND', []])
  })

  it('fetch is refused', async () => {
    await expect(fetch(`http://${ELSEWHERE}/`)).rejects.toThrow()
    expect(attempts()).toEqual([`connect ${ELSEWHERE}`])
  })

  it('a process that a test starts is refused too, and its parent learns of it', () => {
    const child = spawnSync(process.execPath, ['-e', `require('net').connect(443, '${ELSEWHERE}')`], {
      encoding: 'utf8',
    })
    expect(child.status).toBe(1)
    expect(readFileSync(report, 'utf8')).toBe(`${child.pid} connect ${ELSEWHERE}\n`)
  })

  it('loopback, and a name for it, are open', async () => {
    const server = createServer((socket) => socket.end('here'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const heard = await new Promise<string>((resolve) => {
      connect(port, 'localhost').on('data', (data) => resolve(data.toString()))
    })
    server.close()
    expect(heard).toBe('here')
    expect(attempts()).toEqual([])
  })

  it('knows loopback from what only begins like it', () => {
    expect(['127.0.0.1', '127.8.9.1', '::1', '[::1]', 'localhost', '::ffff:127.0.0.1', undefined].every(isLocal)).toBe(
      true,
    )
    expect([ELSEWHERE, '127.0.0.1.example.org', 'localhost.example.org', '10.0.0.1', '2001:db8::1'].some(isLocal)).toBe(
      false,
    )
  })
})

describe("the gateway's maker is told nothing", () => {
  it('the switch is set wherever the gateway is imported', () => {
    expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('1')
  })
})
