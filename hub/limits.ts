import type { Pool } from 'pg'
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible'
import { Admission } from '../gateway/limits/admission.js'
import type { EdgeLimits } from '../gateway/limits/edge-limits.js'
import { LoopDelay } from '../gateway/limits/loop-delay.js'
import { type Rate, type RateName, Rates, RATES } from '../gateway/limits/rates.js'
import { SharedStore, storeOver, WINDOW } from '../gateway/limits/rate-store.js'
import { type Log, traceOf } from '../gateway/log.js'
import type { Config } from './config.js'

export interface OpenLimits extends EdgeLimits {
  close(): void
}

/** Whose points are all spent twice over is refused for so many seconds without asking the database. */
const REFUSED_IN_MEMORY = 5

/** `pool`: of the hub's role on PostgreSQL, for rates that processes share; null: each process counts for itself. */
export function openLimits({ limits }: Config, pool: Pool | null, logger: Log): OpenLimits {
  const loop = new LoopDelay()
  const rate = (name: RateName): [RateName, Rate] => {
    const points = limits.rates[name]
    return [name, { points, store: storeOf(name, points, pool, logger) }]
  }
  return {
    admission: new Admission({ concurrency: limits.concurrency, lateness: () => loop.milliseconds() }),
    rates: new Rates(Object.fromEntries(RATES.map(rate)) as Record<RateName, Rate>),
    deadline: limits.deadline,
    trustedProxies: limits.trustedProxies,
    close: () => loop.stop(),
  }
}

function storeOf(name: RateName, points: number, pool: Pool | null, logger: Log) {
  const own = storeOver(new RateLimiterMemory({ points, duration: WINDOW }))
  if (pool === null) return own
  const shared = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'hub',
    tableName: 'rate_limit',
    tableCreated: true,
    // One of the stores clears the table for all.
    clearExpiredByTimeout: name === RATES[0],
    keyPrefix: '',
    points,
    duration: WINDOW,
    inMemoryBlockOnConsumed: 2 * points,
    inMemoryBlockDuration: REFUSED_IN_MEMORY,
  })
  return new SharedStore(storeOver(shared), own, (error) =>
    logger.error({ rate: name, ...traceOf(error) }, 'the store of rates failed; this process counts for itself'),
  )
}
