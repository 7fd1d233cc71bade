import type { FastifyReply } from 'fastify'
import { ComityError } from '../../contract/errors.js'
import type { Admission } from './admission.js'
import { deadlineOf } from './deadline.js'
import type { Rates } from './rates.js'

/** What bounds the requests of all clients together, and of each. */
export interface EdgeLimits {
  readonly admission: Admission
  readonly rates: Rates
  /** Milliseconds for a whole request. */
  readonly deadline: number
  /** Addresses and networks (CIDR) of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
}

/** Seconds after which whoever was refused may try again: by then a queue has moved on. */
const AGAIN = '1'

/** Before anything of a request is read. @throws ComityError OVERLOADED, with Retry-After on the reply */
export async function assertRoom({ admission }: EdgeLimits, reply: FastifyReply): Promise<void> {
  await sayingWhen(reply, () => {
    admission.assertRoom()
  })
}

/**
 * Waits for the request's turn, which ends with its answer or when the client goes. Called when the body has been read: a
 * client that is slow to send it keeps nobody waiting.
 * @returns the signal by which everything that is done for the request stops
 * @throws ComityError OVERLOADED, DEADLINE_EXCEEDED
 */
export async function turnOf({ admission, deadline }: EdgeLimits, reply: FastifyReply): Promise<AbortSignal> {
  const signal = deadlineOf(reply.raw, deadline)
  const leave = await sayingWhen(reply, () => admission.enter(signal))
  reply.raw.once('finish', leave)
  reply.raw.once('close', leave)
  // The client may have gone while it waited, and is not told twice.
  if (reply.raw.destroyed) leave()
  return signal
}

async function sayingWhen<T>(reply: FastifyReply, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ComityError) void reply.header('retry-after', AGAIN)
    throw error
  }
}
