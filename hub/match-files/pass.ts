import {
  birthOf,
  type Births,
  comparePair,
  type DateOrder,
  type Frequencies,
  type LinkedPair,
  type PreparedRow,
  prepareRow,
  type Profile,
} from '../../subgraphs/officers/matching/linkage/index.js'
import { hash32 } from './hash.js'
import { KeyIndex } from './key-index.js'
import type { KeyLimit } from './left-out.js'
import type { RowSource } from './rows.js'
import { wrongFile } from './wrong-file.js'

/** What a round of passes goes over. */
export interface Round {
  readonly left: RowSource
  /** Null: `left` with itself, each pair of its rows once. */
  readonly right: RowSource | null
  /** Rows of the left file, and of the one that is in memory a chunk at a time. */
  readonly rows: { readonly left: number; readonly right: number }
  readonly dates: DateOrder
  readonly profile: Profile
  readonly frequencies: Frequencies
  readonly chunk: number
  /** 0 to 1. */
  readonly progress: (share: number) => void
}

/** Which pairs of rows a round compares, by ordinals. */
export interface Selection {
  /** Whether the row is needed on the right. It is asked for each row of a chunk, in order. */
  readonly takes: (ordinal: number, row: PreparedRow) => boolean
  /** Before each chunk: its first row and the number of rows that it may have. */
  readonly begin: (first: number, chunk: number) => void
  /** Rows of this chunk that the left row is compared with, in order; of one file with itself later ones alone. */
  readonly partners: (ordinal: number, row: PreparedRow) => readonly number[]
}

/** A pair that was compared, by ordinals and ids. */
export interface ComparedPair {
  readonly a: number
  readonly b: number
  readonly left: string
  readonly right: string
  readonly births: Births
  readonly pair: LinkedPair
}

export interface RoundSink {
  readonly pass: (last: boolean) => Promise<void>
  /** Of one left row, in the order of the right file. Called for rows that have some. */
  readonly row: (ordinal: number, pairs: readonly ComparedPair[]) => Promise<void>
}

/** Passes and frequencies rest on the first pass: of a file that somebody writes to nothing can be said. */
const changed = ({ path }: RowSource) => wrongFile(path, null, 'it changed while it was read')

interface Part {
  /** Ordinal of its first row. */
  readonly first: number
  readonly rows: (PreparedRow | undefined)[]
}

/** Holds one chunk of the right file after the other and goes through the left file once for each. */
export async function compareRound(round: Round, selection: Selection, sink: RoundSink): Promise<void> {
  const passes = Math.ceil(round.rows.right / round.chunk)
  let pass = 0
  for await (const part of parts(round, selection)) {
    await sink.pass(pass === passes - 1)
    await comparePart(round, part, selection, sink, (share) => round.progress((pass + share) / passes))
    pass++
  }
}

async function* parts(round: Round, selection: Selection): AsyncGenerator<Part> {
  const { left, right, dates, chunk } = round
  let part: Part = { first: 0, rows: [] }
  selection.begin(0, chunk)
  for await (const { row, ordinal } of (right ?? left).rows()) {
    if (part.rows.length === chunk) {
      yield part
      part = { first: ordinal, rows: [] }
      selection.begin(ordinal, chunk)
    }
    const prepared = prepareRow(row, { dates })
    // The keys are in the index; as texts they are most of a row's memory.
    part.rows.push(selection.takes(ordinal, prepared) ? { ...prepared, keys: [] } : undefined)
  }
  if (part.first + part.rows.length !== round.rows.right) throw changed(right ?? left)
  yield part
}

async function comparePart(
  round: Round,
  { first, rows }: Part,
  { partners }: Selection,
  sink: RoundSink,
  progress: (share: number) => void,
): Promise<void> {
  const { left, right, dates, frequencies, profile } = round
  // Of one file with itself: behind the chunk there are no rows whose counterpart comes later in it.
  const end = right === null ? first + rows.length : round.rows.left
  let read = 0
  for await (const { row, ordinal } of left.rows()) {
    if (read === end) break
    read++
    const prepared = prepareRow(row, { dates })
    const found = partners(ordinal, prepared).flatMap((at): ComparedPair[] => {
      const other = rows[at - first]
      if (other === undefined) return []
      return [
        {
          a: ordinal,
          b: at,
          left: row.id,
          right: other.id,
          births: [birthOf(prepared), birthOf(other)],
          pair: comparePair(prepared, other, { frequencies, profile }),
        },
      ]
    })
    if (found.length > 0) await sink.row(ordinal, found)
    if (ordinal % 1_000 === 0) progress(ordinal / end)
  }
  if (read !== end) throw changed(left)
  progress(1)
}

/** Rows that share a key which not too many share. */
export class SharedKeys implements Selection {
  private index = new KeyIndex()
  private first = 0
  /** Per row of the chunk, the left row that it was last found for: each once, without a set for each row. */
  private found = new Int32Array(0)
  /** Rows of which no key is used. */
  readonly alone = { left: 0, right: 0 }

  constructor(
    private readonly limit: KeyLimit,
    private readonly self: boolean,
  ) {}

  /** The same for another round, which counts for itself. */
  again(): SharedKeys {
    return new SharedKeys(this.limit, this.self)
  }

  readonly begin = (first: number, chunk: number): void => {
    this.index = new KeyIndex()
    this.first = first
    if (this.found.length !== chunk) this.found = new Int32Array(chunk)
    this.found.fill(-1)
  }

  readonly takes = (ordinal: number, { keys }: PreparedRow): boolean => {
    const usable = this.limit.usable(keys.map(hash32))
    if (usable.length === 0) this.alone[this.self ? 'left' : 'right']++
    for (const key of usable) this.index.add(key, ordinal)
    return usable.length > 0
  }

  readonly partners = (ordinal: number, { keys }: PreparedRow): number[] => {
    const usable = this.limit.usable(keys.map(hash32))
    if (!this.self && this.first === 0 && usable.length === 0) this.alone.left++
    const rows: number[] = []
    for (const key of usable)
      this.index.each(key, (row) => {
        if ((this.self && row <= ordinal) || this.found[row - this.first] === ordinal) return
        this.found[row - this.first] = ordinal
        rows.push(row)
      })
    return rows.sort((a, b) => a - b)
  }
}

/** Pairs that are known beforehand. */
export class ListedPairs implements Selection {
  private first = 0
  private end = 0
  private readonly onRight: ReadonlySet<number>

  constructor(private readonly rightOf: ReadonlyMap<number, readonly number[]>) {
    this.onRight = new Set([...rightOf.values()].flat())
  }

  readonly begin = (first: number, chunk: number): void => {
    this.first = first
    this.end = first + chunk
  }

  readonly takes = (ordinal: number): boolean => this.onRight.has(ordinal)

  readonly partners = (ordinal: number): number[] =>
    (this.rightOf.get(ordinal) ?? []).filter((row) => row >= this.first && row < this.end)
}
