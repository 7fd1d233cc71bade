import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'undici'
import { type Asked, CLIENTS, PUBLIC } from './operations.js'

export interface LoadedHub {
  readonly origin: string
  /** Bearer tokens by persona; whoever has none comes without. */
  readonly tokens: ReadonlyMap<string, string>
}

export interface LoadOptions {
  /** Of load. */
  readonly seconds: number
  /** Of the same clients, at most as many as the hub answers at once, to find what it can do. */
  readonly measured: number
  /** One after the other, before and after. */
  readonly calm: number
}

export interface LoadReport {
  /** Answers a second where nobody waits for a turn. */
  readonly capacity: number
  readonly offered: number
  readonly counts: Readonly<Record<string, number>>
  /** What must not be: each kind with how often, and one of its kind. */
  readonly faults: readonly string[]
  /** Looks at /health/live under load, and how many of them were not answered with 200. */
  readonly health: { readonly looks: number; readonly missed: number }
  /** Milliseconds: median of the calm requests. */
  readonly before: number
  readonly after: number
  /** Median under load of what was admitted, waiting included. */
  readonly admitted: number
}

/** Times the capacity that is offered. */
const OVER = 3
/** Requests a second at least: on a machine that is busy with something else three times little is no overload. */
const LEAST = 60
/** As many as the hub of the run answers at once. */
export const CONCURRENCY = 4
const CONNECTIONS = 256
/** Of the requests under load, each so many is the public's. */
const EVERY_PUBLIC = 6
const TICK = 20
/** Milliseconds until the hub has answered what was waiting when the load ended. */
const RECOVERY = 3_000

interface Answer {
  readonly status: number
  readonly text: string
  readonly retryAfter: string | undefined
}

class Client {
  readonly #pool: Pool
  constructor(private readonly hub: LoadedHub) {
    this.#pool = new Pool(hub.origin, { connections: CONNECTIONS })
  }

  async ask({ who, query }: Asked): Promise<Answer> {
    const token = this.hub.tokens.get(who)
    const { statusCode, headers, body } = await this.#pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    })
    const text = (await body.text()).replace(/"requestId":"[^"]*"/g, '"requestId":""')
    return { status: statusCode, text, retryAfter: headers['retry-after'] as string | undefined }
  }

  async isLive(): Promise<boolean> {
    try {
      const { statusCode, body } = await this.#pool.request({ method: 'GET', path: '/health/live' })
      await body.dump()
      return statusCode === 200
    } catch {
      return false
    }
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}

const at = <T>(items: readonly T[], index: number): T => items[index % items.length] as T
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Three times what the hub can do: it stays up, what it admits is right, and the rest is refused as it should be. */
export async function load(hub: LoadedHub, { seconds, measured, calm }: LoadOptions): Promise<LoadReport> {
  const client = new Client(hub)
  try {
    const right = new Map<string, string>()
    for (const asked of [...CLIENTS, PUBLIC]) {
      const { status, text } = await client.ask(asked)
      if (status !== 200) throw new Error(`not as in calm: ${status} ${text}`)
      right.set(keyOf(asked), text)
    }
    const before = await calmMedian(client, calm)
    const capacity = await capacityOf(client, measured)
    const judge = new Judge(right)
    const health = { looks: 0, missed: 0 }
    let over = false
    const looking = (async () => {
      while (!over) {
        health.looks++
        if (!(await client.isLive())) health.missed++
        await sleep(250)
      }
    })()
    const offered = await offer(client, judge, Math.max(OVER * capacity, LEAST), seconds)
    over = true
    await looking
    await sleep(Math.min(RECOVERY, seconds * 1_000))
    const after = await calmMedian(client, calm)
    return {
      capacity,
      offered,
      counts: judge.counts,
      faults: judge.faults(),
      health,
      before,
      after,
      admitted: median(judge.admitted),
    }
  } finally {
    await client.close()
  }
}

async function calmMedian(client: Client, requests: number): Promise<number> {
  const times: number[] = []
  for (let request = 0; request < requests; request++) {
    const began = performance.now()
    await client.ask(at(CLIENTS, request))
    times.push(performance.now() - began)
  }
  return median(times)
}

async function capacityOf(client: Client, seconds: number): Promise<number> {
  const began = performance.now()
  const end = began + seconds * 1_000
  let answers = 0
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async (_, worker) => {
      for (let request = worker; performance.now() < end; request++) {
        await client.ask(at(CLIENTS, request))
        answers++
      }
    }),
  )
  return answers / ((performance.now() - began) / 1_000)
}

/** So many a second, whether or not there are answers. */
async function offer(client: Client, judge: Judge, rate: number, seconds: number): Promise<number> {
  const began = performance.now()
  const sent: Promise<void>[] = []
  for (;;) {
    const elapsed = (performance.now() - began) / 1_000
    const due = Math.floor(Math.min(elapsed, seconds) * rate)
    for (let request = sent.length; request < due; request++) {
      sent.push(judge.judge(request % EVERY_PUBLIC === 0 ? PUBLIC : at(CLIENTS, request), client))
    }
    if (elapsed >= seconds) break
    await sleep(TICK)
  }
  await Promise.all(sent)
  return sent.length
}

const keyOf = ({ who, query }: Asked): string => `${who} ${query}`
const CODES: Readonly<Record<number, string>> = { 429: 'RATE_LIMITED', 503: 'OVERLOADED' }

class Judge {
  readonly counts: Record<string, number> = {}
  readonly admitted: number[] = []
  readonly #faults = new Map<string, { count: number; one: string }>()

  constructor(private readonly right: ReadonlyMap<string, string>) {}

  async judge(asked: Asked, client: Client): Promise<void> {
    const began = performance.now()
    try {
      const answer = await client.ask(asked)
      this.#count(String(answer.status))
      if (answer.status === 200) {
        this.admitted.push(performance.now() - began)
        if (answer.text !== this.right.get(keyOf(asked))) this.#fault('another answer than in calm', answer.text)
      } else this.#refused(answer)
    } catch (error) {
      this.#count('no answer')
      this.#fault('no answer', String(error))
    }
  }

  #refused({ status, text, retryAfter }: Answer): void {
    const code = CODES[status]
    if (code === undefined) return this.#fault(`status ${status}`, text)
    if (!text.includes(`"code":"${code}"`)) this.#fault(`${status} without ${code}`, text)
    if (!/^[1-9]\d?$/.test(retryAfter ?? '')) this.#fault(`${status} without Retry-After`, String(retryAfter))
  }

  #count(kind: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1
  }

  #fault(kind: string, one: string): void {
    this.#faults.set(kind, { count: (this.#faults.get(kind)?.count ?? 0) + 1, one: one.slice(0, 300) })
  }

  faults(): string[] {
    return [...this.#faults].map(([kind, { count, one }]) => `${count} times ${kind}: ${one}`)
  }
}
