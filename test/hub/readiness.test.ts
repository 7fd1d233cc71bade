import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { healthRoutes } from '../../gateway/http/health.js'
import type { TrustedIssuer } from '../../gateway/identity/issuers.js'
import { type Parts, readiness } from '../../hub/readiness.js'

const issuer = (keysFailing?: () => boolean) => ({ ...(keysFailing && { keysFailing }) }) as unknown as TrustedIssuer

/** A hub of which every part works, except what the test says. */
const parts = (change: Partial<Parts> = {}): Parts => ({
  database: () => Promise.resolve(),
  subgraphs: [
    { name: 'agencies', ready: () => Promise.resolve(true) },
    { name: 'officers', ready: () => Promise.resolve(true) },
  ],
  disclosureLog: () => Promise.resolve(true),
  policy: () => true,
  issuers: [issuer(), issuer(() => false)],
  ...change,
})

const WELL = { database: 'ok', agencies: 'ok', officers: 'ok', disclosureLog: 'ok', policy: 'ok', issuers: 'ok' }
const away = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432, password hunter2'))

async function health(change: Partial<Parts>) {
  const app = Fastify()
  healthRoutes(app, () => readiness(parts(change)))
  const { statusCode, body } = await app.inject('/health/ready')
  await app.close()
  return [statusCode, JSON.parse(body) as unknown]
}

describe('/health/ready', () => {
  it.each<[string, Partial<Parts>, number, string, Partial<Record<string, string>>]>([
    ['all works', {}, 200, 'ready', {}],
    ['the database does not answer', { database: away }, 503, 'unavailable', { database: 'unavailable' }],
    ['no entry can be appended', { disclosureLog: away }, 503, 'unavailable', { disclosureLog: 'unavailable' }],
    [
      'the log may be read alone',
      { disclosureLog: () => Promise.resolve(false) },
      503,
      'unavailable',
      { disclosureLog: 'unavailable' },
    ],
    [
      'a subgraph says that it cannot',
      {
        subgraphs: [
          { name: 'agencies', ready: () => Promise.resolve(true) },
          { name: 'officers', ready: () => Promise.resolve(false) },
        ],
      },
      503,
      'unavailable',
      { officers: 'unavailable' },
    ],
    ['newer rules could not be put in force', { policy: () => false }, 200, 'degraded', { policy: 'degraded' }],
    [
      'the keys of one issuer cannot be read',
      { issuers: [issuer(() => true), issuer()] },
      200,
      'degraded',
      { issuers: 'degraded' },
    ],
    [
      'worse wins',
      { issuers: [issuer(() => true)], database: away },
      503,
      'unavailable',
      { issuers: 'degraded', database: 'unavailable' },
    ],
  ])('%s', async (_what, change, code, status, differing) => {
    expect(await health(change)).toEqual([code, { status, parts: { ...WELL, ...differing } }])
  })
})
