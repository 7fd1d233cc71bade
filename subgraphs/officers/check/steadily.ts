import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Milliseconds. A search of a million officers mostly takes less (docs/benchmarks/search.md), and so do the thousand
 * hidden records of one name and birth that were measured (docs/adr/0015).
 */
export const STEADY_STEP = 50

/** What tells the time and lets it pass: the machine's own outside of tests. */
export interface Timer {
  /** Milliseconds. */
  now(): number
  sleep(milliseconds: number): Promise<unknown>
}

export const MACHINE: Timer = { now: () => performance.now(), sleep }

/**
 * Does the work, and answers or fails at a whole number of steps after it began. A search steps over rows that its viewer
 * may not see, some microseconds each; which step it ends in is nearly always the same with and without them.
 */
export async function steadily<T>(work: () => Promise<T>, timer: Timer = MACHINE): Promise<T> {
  const began = timer.now()
  try {
    return await work()
  } finally {
    const spent = timer.now() - began
    await timer.sleep(Math.ceil(spent / STEADY_STEP) * STEADY_STEP - spent)
  }
}
