import { RateLimiterMemory } from 'rate-limiter-flexible'
import { describe, expect, test } from 'vitest'
import type { Viewer } from '../../../contract/viewer.js'
import { CircuitBreaker } from '../../../gateway/circuit-breaker.js'
import { PUBLIC_VIEWER } from '../../../gateway/identity/public.js'
import { networkOf } from '../../../gateway/limits/network.js'
import { type RateStore, SharedStore, storeOver, WINDOW } from '../../../gateway/limits/rate-store.js'
import { Rates } from '../../../gateway/limits/rates.js'

const memory = (points: number) => ({ points, store: storeOver(new RateLimiterMemory({ points, duration: WINDOW })) })
const investigator = (subject: string, agency = 'agc_vostrand', issuer = 'https://id.example'): Viewer => ({
  ...PUBLIC_VIEWER,
  subject,
  agency,
  issuer,
})

/** Charges, and tells what the reply came to carry. */
async function charged(rates: Rates, viewer: Viewer, cost: number, address = '192.0.2.1') {
  const headers: Record<string, string> = {}
  const reply = { header: (name: string, value: string) => (headers[name] = value) }
  const code = await rates.charge(reply, viewer, address, cost).then(
    () => 'OK',
    (error: { code: string }) => error.code,
  )
  return { code, headers }
}
const codes = async (rates: Rates, ...asked: readonly (readonly [Viewer, number, string?])[]) => {
  const found: string[] = []
  for (const [viewer, cost, address] of asked) found.push((await charged(rates, viewer, cost, address)).code)
  return found
}

describe('an investigator of the Vostrand police', () => {
  const hers = investigator('vaughn')

  test('spends her own points and those of her agency, and is told what is left of both', async () => {
    const rates = new Rates({ viewer: memory(100), agency: memory(150), address: memory(10) })
    expect(await charged(rates, hers, 30)).toEqual({
      code: 'OK',
      headers: {
        'ratelimit-policy': '"viewer";q=100;w=60, "agency";q=150;w=60',
        ratelimit: '"viewer";r=70;t=60, "agency";r=120;t=60',
      },
    })
  })

  test('who has spent hers is refused until the minute is over; her colleagues are not', async () => {
    const rates = new Rates({ viewer: memory(100), agency: memory(1_000), address: memory(10) })
    expect(await codes(rates, [hers, 100], [hers, 1])).toEqual(['OK', 'RATE_LIMITED'])
    const { headers } = await charged(rates, hers, 1)
    expect(headers).toMatchObject({ ratelimit: '"viewer";r=0;t=60', 'retry-after': '60' })
    expect(await codes(rates, [investigator('ortega'), 100])).toEqual(['OK'])
    // What was refused was not taken from the agency's: 100 of hers, 100 of his, and 10 now.
    expect((await charged(rates, investigator('li'), 10)).headers['ratelimit']).toContain('"agency";r=790')
  })

  test('an agency is refused as a whole, and another agency is not', async () => {
    const rates = new Rates({ viewer: memory(100), agency: memory(150), address: memory(10) })
    const asked = [
      [hers, 90],
      [investigator('ortega'), 90],
      [investigator('vaughn', 'agc_elsewhere'), 5],
    ] as const
    expect(await codes(rates, ...asked)).toEqual(['OK', 'RATE_LIMITED', 'OK'])
  })

  test('is nobody else than the one of her issuer', async () => {
    const rates = new Rates({ viewer: memory(100), agency: memory(1_000), address: memory(10) })
    const namesake = investigator('vaughn', 'NONE', 'https://elsewhere.example')
    expect(await codes(rates, [hers, 100], [namesake, 100], [hers, 1])).toEqual(['OK', 'OK', 'RATE_LIMITED'])
  })
})

describe('the public', () => {
  test('is counted by address alone', async () => {
    const rates = new Rates({ viewer: memory(1), agency: memory(1), address: memory(20) })
    const asked = [
      [PUBLIC_VIEWER, 20, '192.0.2.1'],
      [PUBLIC_VIEWER, 1, '192.0.2.1'],
      [PUBLIC_VIEWER, 20, '192.0.2.2'],
    ] as const
    expect(await codes(rates, ...asked)).toEqual(['OK', 'RATE_LIMITED', 'OK'])
  })

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
    ['2001:0DB8::1:bbbb:0:0:2', '2001:db8:0:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s: the rest of an address costs nothing to change', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('keys', () => {
  test('hold neither a subject nor an address', async () => {
    const keys: string[] = []
    const store: RateStore = {
      charge: (key) => {
        keys.push(key)
        return Promise.resolve({ refused: false, left: 1, seconds: 1 })
      },
    }
    const rate = { points: 10, store }
    const rates = new Rates({ viewer: rate, agency: rate, address: rate })
    await codes(rates, [investigator('vaughn'), 1], [PUBLIC_VIEWER, 1])
    expect(keys.map((key) => key.split(':')[0])).toEqual(['viewer', 'agency', 'address'])
    expect(keys.join()).not.toMatch(/vaughn|vostrand|192\.0/)
    expect(keys.every((key) => key.length < 60)).toBe(true)
  })
})

describe('a store that the processes share', () => {
  const away: RateStore = { charge: () => Promise.reject(new Error('connection refused')) }
  const silent: RateStore = { charge: () => new Promise(() => undefined) }

  test.each([
    ['is away', away],
    ['does not answer', silent],
  ])('and that %s: the process counts for itself, and the operator is told', async (_what, shared) => {
    const faults: unknown[] = []
    const store = new SharedStore(shared, memory(10).store, (error) => faults.push(error), new CircuitBreaker(), 5)
    const refused = []
    for (let charge = 0; charge < 4; charge++) refused.push((await store.charge('viewer:x', 4)).refused)
    expect(refused).toEqual([false, false, true, true])
    expect(faults).toHaveLength(4)
  })

  test('and that stays away is not asked by every request', async () => {
    const faults: unknown[] = []
    const breaker = new CircuitBreaker(() => 0)
    const store = new SharedStore(away, memory(10).store, (error) => faults.push(error), breaker)
    for (let charge = 0; charge < 20; charge++) await store.charge('viewer:x', 1)
    expect(faults.length).toBeLessThan(8)
  })

  test('a refusal of its is a refusal, and no fault', async () => {
    const faults: unknown[] = []
    const store = new SharedStore(memory(1).store, memory(100).store, (error) => faults.push(error))
    await store.charge('viewer:x', 1)
    expect(await store.charge('viewer:x', 1)).toMatchObject({ refused: true, left: 0 })
    expect(faults).toEqual([])
  })
})
