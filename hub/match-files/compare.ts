import {
  comparePair,
  type DateOrder,
  type LinkedPair,
  type PreparedRow,
  prepareRow,
  type Profile,
} from '../../subgraphs/officers/matching/linkage/index.js'
import { hash32 } from './hash.js'
import { KeyIndex } from './key-index.js'
import { KeyLimit, type LeftOut } from './left-out.js'
import { type InputFile, readRows } from './rows.js'
import { type RowsRead, type Survey, survey } from './survey.js'
import { wrongFile } from './wrong-file.js'

export interface Comparison {
  readonly left: InputFile
  /** Null: `left` with itself, each pair of its rows once. */
  readonly right: InputFile | null
  readonly profile: Profile
  readonly dates: DateOrder
  /** Rows of the right file that are in memory at a time. */
  readonly chunk: number
  /** A key that more pairs share is left out. */
  readonly keyPairs: number
  readonly progress: ComparisonProgress
}

export interface ComparisonProgress {
  readonly reading: RowsRead
  /** Of the rows of all passes, 0 to 1. */
  readonly comparing: (share: number) => void
}

/** Two rows that share a key. */
export interface FoundPair {
  readonly left: string
  readonly right: string
  readonly pair: LinkedPair
}

/**
 * What is handed the pairs. A pass goes through the left file once and compares it with one chunk of the right one;
 * within it, rows come in the order of the left file, and the pairs of a row in that of the right file.
 */
export interface PairSink {
  /** Which pairs are wanted; the others are counted and forgotten. */
  readonly wants: (pair: LinkedPair) => boolean
  readonly pass: (last: boolean) => Promise<void>
  /** `ordinal`: of the left row. Called only for rows that have some. */
  readonly row: (ordinal: number, pairs: readonly FoundPair[]) => Promise<void>
}

export interface Compared {
  readonly survey: Survey
  readonly pairs: number
  readonly leftOut: LeftOut
}

/** @throws ComityError MATCH_FILE_REFUSED with the line, before anything is compared */
export async function comparePairs(comparison: Comparison, sink: PairSink): Promise<Compared> {
  const { left, right, dates, chunk, progress } = comparison
  const surveyed = await survey(left, right, dates, progress.reading)
  const limit = new KeyLimit(comparison.keyPairs, surveyed.pairsUnder)
  const run: Run = { comparison, surveyed, limit, sink, alone: { left: 0, right: 0 }, pairs: 0 }
  const passes = Math.ceil((surveyed.right ?? surveyed.left).rows / chunk)
  let pass = 0
  for await (const indexed of chunks(run)) {
    await sink.pass(pass === passes - 1)
    await comparePass(run, indexed, pass, passes)
    pass++
  }
  const leftOut = { keys: limit.keys, pairs: limit.pairs, rows: run.alone }
  return { survey: surveyed, pairs: run.pairs, leftOut }
}

interface Run {
  readonly comparison: Comparison
  readonly surveyed: Survey
  readonly limit: KeyLimit
  readonly sink: PairSink
  readonly alone: { left: number; right: number }
  pairs: number
}

/** A part of the right file in memory: its rows, and by key where they are. */
interface Indexed {
  /** Ordinal of its first row. */
  readonly first: number
  readonly rows: PreparedRow[]
  readonly index: KeyIndex
}

const empty = (first: number): Indexed => ({ first, rows: [], index: new KeyIndex() })

async function* chunks(run: Run): AsyncGenerator<Indexed> {
  const { comparison, limit, alone } = run
  const { left, right, dates, chunk } = comparison
  let part = empty(0)
  for await (const { row, ordinal } of readRows(right ?? left)) {
    if (part.rows.length === chunk) {
      yield part
      part = empty(ordinal)
    }
    const prepared = prepareRow(row, { dates })
    const keys = limit.usable(prepared.keys.map(hash32))
    if (right !== null && keys.length === 0) alone.right++
    for (const key of keys) part.index.add(key, part.rows.length)
    // The keys are in the index; as texts they are most of a row's memory.
    part.rows.push({ ...prepared, keys: [] })
  }
  const rows = part.first + part.rows.length
  if (rows !== (run.surveyed.right ?? run.surveyed.left).rows) throw changed(right ?? left)
  yield part
}

/** Passes and frequencies rest on the first pass: of a file that somebody writes to nothing can be said. */
const changed = ({ path }: InputFile) => wrongFile(path, null, 'it changed while it was read')

async function comparePass(run: Run, indexed: Indexed, pass: number, passes: number): Promise<void> {
  const { comparison, surveyed, limit, sink, alone } = run
  const { left, right, dates, progress } = comparison
  const end = right === null ? indexed.first + indexed.rows.length : surveyed.left.rows
  const seen = new Seen(indexed.rows.length)
  let rows = 0
  for await (const { row, ordinal } of readRows(left)) {
    // Of one file with itself: behind the chunk there are no rows whose counterpart comes later in it.
    if (rows === end) break
    rows++
    const prepared = prepareRow(row, { dates })
    const keys = limit.usable(prepared.keys.map(hash32))
    if (keys.length === 0 && (right === null ? ordinal >= indexed.first : pass === 0)) alone.left++
    const candidates = seen.candidates(indexed.index, keys, right === null ? ordinal - indexed.first : -1)
    const found = candidates.flatMap((at): FoundPair[] => {
      const other = indexed.rows[at] as PreparedRow
      const { frequencies } = surveyed
      const pair = comparePair(prepared, other, { frequencies, profile: comparison.profile })
      return sink.wants(pair) ? [{ left: row.id, right: other.id, pair }] : []
    })
    run.pairs += candidates.length
    if (found.length > 0) await sink.row(ordinal, found)
    if (ordinal % 1_000 === 0) progress.comparing((pass + ordinal / end) / passes)
  }
  if (rows !== end) throw changed(left)
  progress.comparing((pass + 1) / passes)
}

/** The rows of a chunk that share a key with a row: each once, in the order of the file, without a set for each row. */
class Seen {
  private readonly stamps: Int32Array
  private stamp = 0

  constructor(rows: number) {
    this.stamps = new Int32Array(rows)
  }

  /** Those after `after`. */
  candidates(index: KeyIndex, keys: readonly number[], after: number): number[] {
    this.stamp++
    const rows: number[] = []
    for (const key of keys)
      index.each(key, (row) => {
        if (row <= after || this.stamps[row] === this.stamp) return
        this.stamps[row] = this.stamp
        rows.push(row)
      })
    return rows.sort((a, b) => a - b)
  }
}
