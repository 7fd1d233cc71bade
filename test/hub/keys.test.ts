import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig } from '../../hub/config.js'
import { candidateSecret, cursorSecret, demoKey, gatewayKeyPair, gatewayPublicKey, logKeys } from '../../hub/keys.js'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'comity-keys-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))
const config = (env: Record<string, string> = {}) => readConfig({ COMITY_DATA_DIR: join(dir, 'data'), ...env })
const spki = (key: ReturnType<typeof gatewayPublicKey>) => key.export({ format: 'pem', type: 'spki' })

describe('generated', () => {
  test('once, then kept, readable by their owner alone, nothing left aside', () => {
    const pair = gatewayKeyPair(config())
    expect(spki(gatewayPublicKey(config()))).toEqual(spki(pair.publicKey))
    expect(cursorSecret(config())).toEqual(cursorSecret(config()))
    expect(candidateSecret(config())).not.toEqual(cursorSecret(config()))
    demoKey(config())
    const [logKey, ...previous] = logKeys(config())
    expect(previous).toEqual([])
    expect(logKeys(config()).map((key) => key.equals(logKey as typeof key))).toEqual([true])
    const keys = join(dir, 'data', 'keys')
    expect(readdirSync(keys).sort()).toEqual([
      'candidate.secret',
      'cursor.secret',
      'demo-issuer.pem',
      'disclosure-log.pem',
      'gateway.pem',
    ])
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600)
    expect(statSync(keys).mode & 0o777).toBe(0o700)
  })

  test('a data folder that is a file is refused by name', () => {
    writeFileSync(join(dir, 'data'), '')
    expect(() => gatewayKeyPair(config())).toThrow('The data folder cannot be written.')
  })
})

describe('named', () => {
  test.each([
    ['absent', undefined, 'a file that cannot be read (ENOENT)'],
    ['no key', 'hello', 'a file that holds no key'],
    [
      'another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }),
      'a key of type ec',
    ],
  ])('a gateway key that is %s', (_, content, is) => {
    const path = join(dir, 'key.pem')
    if (content !== undefined) writeFileSync(path, content)
    expect(() => gatewayKeyPair(config({ COMITY_GATEWAY_KEY_FILE: path }))).toThrow(`COMITY_GATEWAY_KEY_FILE: is ${is}`)
  })

  test('the log signs with its key and, during a rotation, with the one before it', () => {
    const [young, old] = ['young.pem', 'old.pem'].map((name) => {
      const { privateKey } = generateKeyPairSync('ed25519')
      writeFileSync(join(dir, name), privateKey.export({ format: 'pem', type: 'pkcs8' }))
      return privateKey
    })
    const COMITY_LOG_KEY_FILE = join(dir, 'young.pem')
    const rotating = { COMITY_LOG_KEY_FILE, COMITY_LOG_PREVIOUS_KEY_FILE: join(dir, 'old.pem') }
    const same = (keys: ReturnType<typeof logKeys>, others: readonly (typeof young)[]) =>
      keys.length === others.length && keys.every((key, place) => others[place] && key.equals(others[place]))
    expect(same(logKeys(config({ COMITY_LOG_KEY_FILE })), [young])).toBe(true)
    expect(same(logKeys(config(rotating)), [young, old])).toBe(true)
  })

  test('a short secret', () => {
    const path = join(dir, 'secret')
    writeFileSync(path, 'short')
    expect(() => cursorSecret(config({ COMITY_CURSOR_SECRET_FILE: path }))).toThrow(
      'is a file of 5 bytes; must be a file of 32 or more',
    )
  })
})
