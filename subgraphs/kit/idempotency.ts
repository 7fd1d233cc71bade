import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ComityError } from '../../contract/errors.js'
import type { SubgraphName } from '../../contract/viewer.js'
import { parseInput } from './input.js'

interface KeyDb {
  idempotencyKey: {
    findUnique(args: {
      where: { subgraph_viewer_key: { subgraph: string; viewer: string; key: string } }
    }): Promise<{ mutation: string; inputDigest: string; result: unknown } | null>
    create(args: {
      data: {
        subgraph: string
        viewer: string
        key: string
        mutation: string
        inputDigest: string
        result: object
        recordedAt: Date
      }
    }): Promise<unknown>
  }
}

export interface MutationCall {
  readonly subgraph: SubgraphName
  /** The viewer's subject: keys of different viewers never meet. */
  readonly viewer: string
  readonly mutation: string
  readonly key: string
  readonly input: unknown
  readonly now: Date
}

const keyText = z
  .string()
  .min(8, 'must have 8 to 100 characters')
  .max(100, 'must have 8 to 100 characters')
  .regex(/^[\w.:-]+$/, 'may hold letters, digits and . : - _')

/** How each mutation takes its key. */
export const KEY_ARGUMENT = {
  nullable: true,
  description: 'Send the same key again to get the stored result instead of a second one.',
}

/** A caller who names no key never retries. */
export function keyOrOnce(key: string | null): string {
  return key ?? `once-${randomUUID()}`
}

function digest(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}

function replay(stored: { mutation: string; inputDigest: string; result: unknown }, call: MutationCall): unknown {
  if (stored.mutation !== call.mutation || stored.inputDigest !== digest(call.input))
    throw new ComityError('IDEMPOTENCY_KEY_REUSED')
  return stored.result
}

function whereOf(call: MutationCall) {
  return { subgraph_viewer_key: { subgraph: call.subgraph, viewer: call.viewer, key: call.key } }
}

/** Prisma's code of a violated unique constraint. */
function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 'P2002'
}

/** What an earlier call with this key returned; null if there was none. @throws ComityError BAD_INPUT, IDEMPOTENCY_KEY_REUSED */
export async function storedResult<Result extends object>(db: KeyDb, call: MutationCall): Promise<Result | null> {
  parseInput(keyText, call.key, 'idempotencyKey')
  const stored = await db.idempotencyKey.findUnique({ where: whereOf(call) })
  // The stored JSON is what `work` returned under this key for this mutation.
  return stored ? (replay(stored, call) as Result) : null
}

/**
 * Runs a mutation at most once per key: its result is stored in the transaction that writes, and a retry returns what
 * is stored. `work` awaits nothing but `tx` (one backend session is shared on the embedded database).
 * @throws ComityError BAD_INPUT, IDEMPOTENCY_KEY_REUSED
 */
export async function once<Tx extends KeyDb, Result extends object>(
  db: KeyDb & { $transaction: <R>(work: (tx: Tx) => Promise<R>) => Promise<R> },
  call: MutationCall,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const stored = await storedResult<Result>(db, call)
  if (stored) return stored
  try {
    return await db.$transaction(async (tx) => {
      const result = await work(tx)
      await tx.idempotencyKey.create({
        data: {
          subgraph: call.subgraph,
          viewer: call.viewer,
          key: call.key,
          mutation: call.mutation,
          inputDigest: digest(call.input),
          result,
          recordedAt: call.now,
        },
      })
      return result
    })
  } catch (error) {
    // Two requests with one key at once: the one that lost returns what the other stored.
    const winner = isDuplicate(error) ? await storedResult<Result>(db, call) : null
    if (winner) return winner
    throw error
  }
}
