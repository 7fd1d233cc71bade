import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ComityError } from '../../contract/errors.js'
import { assertListenAddress, readConfig, type ConfigFault, type Environment } from '../../hub/config.js'
import { VARIABLES } from '../../hub/variables.js'

function faultsOf(env: Environment): readonly ConfigFault[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ComityError && error.code === 'CONFIG_INVALID') return error.extensions.faults as ConfigFault[]
    throw error
  }
  return []
}

describe('defaults', () => {
  test('an empty environment is a demo on the embedded database, on loopback', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDir: resolve('.comity'),
      databaseUrl: null,
      modeAtCreation: 'DEMO',
      roleUrls: { AGENCIES: null, OFFICERS: null, INCIDENTS: null, CREDENTIALS: null, HUB: null, AUDIT: null },
      issuersFile: null,
      subgraphUrls: { agencies: null, officers: null, incidents: null, credentials: null },
      gatewayKeyFile: null,
      gatewayPublicKeyFile: null,
      cursorSecretFile: null,
      candidateSecretFile: null,
      logKeyFile: null,
      logPreviousKeyFile: null,
      logOrigin: 'comity.local/disclosures',
      witnessFile: null,
      logLevel: 'warn',
      metricsPort: null,
      metricsHost: '127.0.0.1',
      otlpEndpoint: null,
      limits: {
        deadline: 30_000,
        concurrency: 64,
        rates: { viewer: 1_000_000, agency: 5_000_000, address: 1_000_000 },
        trustedProxies: [],
      },
      operationsFile: null,
      operations: 'OPEN',
      tlsCertFile: null,
      tlsKeyFile: null,
      warnings: [],
    })
  })

  test('an empty value is no value', () => {
    expect(readConfig({ PORT: '', COMITY_MODE: ' ', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  test('with a PostgreSQL of its own, a new database is production unless the environment says demo', () => {
    const DATABASE_URL = 'postgres://hub@db/comity'
    expect(readConfig({ DATABASE_URL })).toMatchObject({ modeAtCreation: 'PRODUCTION', logLevel: 'info' })
    expect(readConfig({ DATABASE_URL, COMITY_MODE: 'DEMO' }).modeAtCreation).toBe('DEMO')
  })

  test('a role without an address of its own uses DATABASE_URL', () => {
    const { roleUrls } = readConfig({
      DATABASE_URL: 'postgres://hub@db/comity',
      COMITY_DATABASE_URL_AUDIT: 'postgres://audit@db/comity',
    })
    expect(roleUrls.AUDIT).toBe('postgres://audit@db/comity')
    expect(roleUrls.OFFICERS).toBe('postgres://hub@db/comity')
  })
})

describe('limits', () => {
  test('proxies are addresses and networks; what the hub is given it takes as it is', () => {
    const { limits } = readConfig({
      COMITY_TRUST_PROXY: '10.0.0.7, 10.1.0.0/16,fd00::/8',
      COMITY_REQUEST_TIMEOUT: '5',
      COMITY_CONCURRENCY: '8',
      COMITY_RATE_PUBLIC: '200',
    })
    expect(limits).toMatchObject({ deadline: 5_000, concurrency: 8, rates: { address: 200 } })
    expect(limits.trustedProxies).toEqual(['10.0.0.7', '10.1.0.0/16', 'fd00::/8'])
  })

  test.each([
    { COMITY_TRUST_PROXY: 'proxy.example' },
    { COMITY_TRUST_PROXY: '10.0.0.0/33' },
    { COMITY_TRUST_PROXY: 'true' },
    { COMITY_REQUEST_TIMEOUT: '0' },
    { COMITY_REQUEST_TIMEOUT: '1.5' },
    { COMITY_CONCURRENCY: '-1' },
    { COMITY_RATE_VIEWER: '0' },
    { COMITY_RATE_AGENCY: '2000000000' },
  ])('%o is refused', (env) => {
    expect(faultsOf(env)).toHaveLength(1)
  })
})

describe('faults', () => {
  test('every fault is named at once, with what it is and what it must be', () => {
    const faults = faultsOf({
      PORT: '70000',
      HOST: 'not a host',
      COMITY_MODE: 'demo',
      COMITY_LOG_ORIGIN: 'a name with spaces',
      COMITY_LOG_LEVEL: 'loud',
      COMITY_SUBGRAPH_URL_OFFICERS: 'ftp://officers',
      COMITY_DATA_DIR: 'a\0b',
    })
    expect(faults.map((fault) => fault.variable)).toEqual([
      'PORT',
      'HOST',
      'COMITY_DATA_DIR',
      'COMITY_MODE',
      'COMITY_SUBGRAPH_URL_OFFICERS',
      'COMITY_LOG_ORIGIN',
      'COMITY_LOG_LEVEL',
    ])
    expect(faults[0]).toEqual({ variable: 'PORT', is: '"70000"', mustBe: 'a whole number from 0 to 65535' })
  })

  test.each(['-1', '4000x', '1e3', '65536'])('PORT %s is refused', (PORT) => {
    expect(faultsOf({ PORT })).toHaveLength(1)
  })

  test('a password in an address is never shown', () => {
    const run = () => readConfig({ DATABASE_URL: 'mysql://hub:hunter2@db/comity' })
    expect(run).toThrow('DATABASE_URL: is (not shown); must be a PostgreSQL address')
    expect(run).not.toThrow('hunter2')
  })

  test('role addresses without DATABASE_URL contradict the embedded database', () => {
    expect(faultsOf({ COMITY_DATABASE_URL_HUB: 'postgres://hub@db/comity' })).toMatchObject([
      { variable: 'COMITY_DATABASE_URL_HUB' },
    ])
  })

  test('a variable that nobody reads is said, not swallowed', () => {
    expect(readConfig({ COMITY_DATADIR: '/x', COMITY_TEST_URL: 'y' }).warnings).toEqual([
      'COMITY_DATADIR is set, but is no variable of this hub',
    ])
  })
})

describe('a demo listens on loopback only', () => {
  test.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('%s is loopback', (host) => {
    expect(() => assertListenAddress(host, 'DEMO')).not.toThrow()
  })
  test.each(['0.0.0.0', '::', '10.0.0.1', '127.evil.example'])('%s is not', (host) => {
    expect(() => assertListenAddress(host, 'DEMO')).toThrow('HOST')
    expect(() => assertListenAddress(host, 'PRODUCTION')).not.toThrow()
  })
})

test('every variable has one line of documentation and one name', () => {
  for (const { doc } of VARIABLES) expect(doc).toMatch(/^\S[^\n]+[^.\n]$/)
  expect(new Set(VARIABLES.map((variable) => variable.name)).size).toBe(VARIABLES.length)
})
