import { createHash } from 'node:crypto'
import { Random } from './random.js'

/** How many askers send the same document, each with values of its own: planning is what costs most. */
export const ASKERS_A_DOCUMENT = 10
/** These are asked at once. */
export const DOCUMENTS_A_BATCH = 4
/** Operations that one random generator makes: a batch can be sent again by itself. */
export const BATCH = ASKERS_A_DOCUMENT * DOCUMENTS_A_BATCH

/** Which of the operations of a seed are asked; several processes take a batch each in turn. */
export interface Share {
  /** The first operation, a multiple of a batch. */
  readonly from: number
  /** How many by all processes, in whole batches: the last one is not cut. */
  readonly operations: number
  readonly process: number
  readonly processes: number
}

/**
 * Operations that one hub answers of one process, before it is given a new one over a new database. A subgraph remembers
 * 200,000 signatures, which never expire under a clock that stands still, and then refuses all; and the log grows.
 */
const OPERATIONS_A_HUB = 625 * BATCH

/** The parts of a share, each for hubs of its own. */
export function* partsOf({ from, operations, ...share }: Share): Generator<Share> {
  const size = OPERATIONS_A_HUB * share.processes
  for (let asked = 0; asked < operations; asked += size) {
    yield { ...share, from: from + asked, operations: Math.min(size, operations - asked) }
  }
}

export function* batchesOf({ from, operations, process, processes }: Share): Generator<number> {
  const first = Math.floor(from / BATCH)
  const end = first + Math.ceil(operations / BATCH)
  for (let batch = first + process; batch < end; batch += processes) yield batch
}

/** The same for the same seed and batch, and of no other pair. */
export function randomOf(seed: number, batch: number): Random {
  return new Random(createHash('sha256').update(`${seed} ${batch}`).digest().readUInt32BE())
}
