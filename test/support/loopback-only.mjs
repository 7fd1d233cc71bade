/**
 * In a process that loads this (every test's, and those that tests start), no socket leaves the machine: a connection, a
 * datagram or the look-up of a name that is not loopback throws, and is written down, in case whoever tried swallows it.
 * JavaScript, since it is also loaded by processes that run what ships: `--import` of LOOPBACK_ONLY.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/** Where other processes of the run write down what they tried; a file, since they may end in any way. */
export const REPORT = 'COMITY_TEST_OUTBOUND'

/** @type {string[]} */
const own = []

/** What this process tried since it was last asked. @returns {string[]} */
export function attempts() {
  return own.splice(0)
}

/** @param {unknown} host */
export function isLocal(host) {
  if (host === undefined || host === null || host === '') return true
  const name = String(host)
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
  if (name === 'localhost' || name === '::1' || name === '::' || name === '0.0.0.0') return true
  return net.isIPv4(name.replace(/^::ffff:/, '')) && name.replace(/^::ffff:/, '').startsWith('127.')
}

/** RFC 6761, section 6.4: such names do not exist, and nobody is asked whether they do. @param {unknown} host */
const isNowhere = (host) => /\.invalid\.?$/i.test(String(host))

/** What a resolver says of them. @param {net.Socket} socket @param {string} host */
function nowhere(socket, host) {
  const fault = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })
  process.nextTick(() => socket.destroy(fault))
  return socket
}

/** @param {string} what @param {unknown} host @returns {never} */
function refuse(what, host) {
  const attempt = `${what} ${String(host)}`
  own.push(attempt)
  const report = process.env[REPORT]
  if (report) appendFileSync(report, `${process.pid} ${attempt}\n`)
  throw new Error(`A test may speak to this machine alone: ${attempt}`)
}

const INSTALLED = Symbol.for('comity.test.loopback-only')
const marked = /** @type {Record<symbol, boolean>} */ (/** @type {unknown} */ (globalThis))

export function install() {
  if (marked[INSTALLED]) return
  marked[INSTALLED] = true

  const { connect } = net.Socket.prototype
  net.Socket.prototype.connect = function (/** @type {any[]} */ ...given) {
    // net.connect hands over its arguments already in order, as one list.
    const first = Array.isArray(given[0]) ? given[0][0] : given[0]
    const host = typeof first === 'object' && first !== null ? (first.path ? undefined : first.host) : hostOf(given)
    if (isNowhere(host)) return nowhere(this, String(host))
    if (!isLocal(host)) refuse('connect', host)
    return Reflect.apply(connect, this, given)
  }

  for (const name of /** @type {const} */ (['lookup', 'resolve', 'resolve4', 'resolve6'])) {
    guard(dns, name)
    guard(dns.promises, name)
  }

  const { send } = dgram.Socket.prototype
  dgram.Socket.prototype.send = function (/** @type {any[]} */ ...given) {
    const host = given.find((item, index) => index > 0 && typeof item === 'string')
    if (!isLocal(host)) refuse('send', host)
    return Reflect.apply(send, this, given)
  }
  // `import { lookup } from 'node:dns'` is a copy.
  syncBuiltinESMExports()
}

/** `connect(port, host)`; `connect(path)` is a Unix socket. @param {any[]} given */
function hostOf(given) {
  return typeof given[0] === 'number' || /^\d+$/.test(String(given[0])) ? given[1] : undefined
}

/** @param {any} of @param {string} name */
function guard(of, name) {
  const real = of[name]
  of[name] = function (/** @type {any[]} */ ...given) {
    // An address is looked up without asking anybody: whoever listens does that.
    if (net.isIP(String(given[0])) === 0 && !isLocal(given[0])) refuse(name, given[0])
    return Reflect.apply(real, this, given)
  }
}

install()
