import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoToken } from '../../hub/demo-token.js'
import { faultsOf } from '../fuzz/faults.js'
import { requestOf } from '../fuzz/requests.js'
import { send } from '../fuzz/send.js'
import { heapInUse } from '../support/heap.js'
import { openTestHub, type TestHub } from '../support/hub.js'
import { TEST_NOW } from '../support/now.js'

/** `npm run fuzz -- --seconds 60 --seed N --only N` sets these (test/fuzz/run.mjs). */
const { COMITY_TEST_FUZZ_SECONDS, COMITY_TEST_FUZZ_SEED, COMITY_TEST_FUZZ_ONLY } = process.env
const seconds = Number(COMITY_TEST_FUZZ_SECONDS ?? 10)
// The same requests in every run of the suite; `npm run fuzz -- --seed` asks others.
const seed = Number(COMITY_TEST_FUZZ_SEED ?? 13_929)
const AT_ONCE = 8
/** Requests, however slow the machine is. */
const LEAST = 200
/** MiB by which what is kept may grow from a third of the way to the end; the caches are filled by then or soon after. */
const GROWTH_MAX = 64

/** Enough to see whether they have one cause. */
const FAULTS_MAX = 10

let hub: TestHub
let port: number
let tokens: string[]
beforeAll(async () => {
  hub = await openTestHub()
  port = Number(new URL(await hub.app.listen({ host: '127.0.0.1', port: 0 })).port)
  const personas = ['commission', 'grants', 'auditor', 'policy-state']
  tokens = await Promise.all(personas.map((one) => demoToken(one, {}, hub.database.config, () => TEST_NOW)))
})
afterAll(() => hub.close())

/** What is wrong with the answer to a request, with what sends it again. */
async function ask(number: number): Promise<readonly string[]> {
  const { bytes, complete } = requestOf(seed, number, tokens)
  const answer = await send(port, bytes, complete)
  counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
  return faultsOf(answer, complete).map(
    (fault) => `${fault}: npm run fuzz -- --seed ${seed} --only ${number}\n${answer.body.slice(0, 500)}`,
  )
}

const counts = new Map<number | null, number>()

describe(`Requests of seed ${seed}`, () => {
  it.runIf(COMITY_TEST_FUZZ_ONLY)('one of them, again', async () => {
    const number = Number(COMITY_TEST_FUZZ_ONLY)
    console.info(requestOf(seed, number, tokens).bytes.toString('latin1').slice(0, 4_000))
    expect(await ask(number)).toEqual([])
  })

  it.skipIf(COMITY_TEST_FUZZ_ONLY)(
    `for ${seconds} s: no 5xx but the designed ones, nothing from within, nothing kept, and the hub answers on`,
    async () => {
      const end = performance.now() + seconds * 1_000
      const settled = performance.now() + (seconds * 1_000) / 3
      const faults: string[] = []
      let [number, before] = [0, 0]
      while ((performance.now() < end || number < LEAST) && faults.length < FAULTS_MAX) {
        const batch = Array.from({ length: AT_ONCE }, () => ask(number++))
        faults.push(...(await Promise.all(batch)).flat())
        if (before === 0 && performance.now() > settled) before = heapInUse()
      }
      expect(faults).toEqual([])
      expect(heapInUse() - before).toBeLessThan(GROWTH_MAX)
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
      expect((await hub.as('grants').ask('{ viewer { subject } }')).data).toEqual({
        viewer: { subject: 'demo:grants' },
      })
      // A run in which nothing was answered, or nothing refused, would show nothing.
      expect([...counts.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 415]))
      console.info(`fuzz: ${number} requests of seed ${seed}; by status ${JSON.stringify([...counts].sort())}`)
    },
    (seconds + 120) * 1_000,
  )
})
