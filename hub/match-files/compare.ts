import type { DateOrder, LinkedPair, Profile } from '../../subgraphs/officers/matching/linkage/index.js'
import { Grouping } from './grouping.js'
import { KeyLimit, type LeftOut } from './left-out.js'
import { type ComparedPair, compareRound, ListedPairs, type Round, type RoundSink, SharedKeys } from './pass.js'
import type { RowSource } from './rows.js'
import { type RowsRead, type Survey, survey } from './survey.js'

export interface Comparison {
  readonly left: RowSource
  /** Null: `left` with itself, each pair of its rows once. */
  readonly right: RowSource | null
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

/**
 * What is handed the pairs. A pass goes through the left file once and compares it with one chunk of the right one;
 * within it, rows come in the order of the left file, and the pairs of a row in that of the right file.
 */
export interface PairSink extends RoundSink {
  /** Which pairs are wanted; the others are counted and forgotten. */
  readonly wants: (pair: LinkedPair) => boolean
}

export interface Compared {
  readonly survey: Survey
  /** Pairs that share a key, each once. */
  readonly pairs: number
  readonly leftOut: LeftOut
  /** Of one file with itself: whether its rows were put into groups; null of two files, where there are none. */
  readonly grouped: boolean | null
}

/** @throws ComityError MATCH_FILE_REFUSED with the line, before anything is compared */
export async function comparePairs(comparison: Comparison, sink: PairSink): Promise<Compared> {
  const { left, right, dates, profile, chunk, progress } = comparison
  const surveyed = await survey(left, right, dates, progress.reading)
  const limit = new KeyLimit(comparison.keyPairs, surveyed.pairsUnder)
  const selection = new SharedKeys(limit, right === null)
  const rows = { left: surveyed.left.rows, right: (surveyed.right ?? surveyed.left).rows }
  const { frequencies } = surveyed
  const round = { left, right, rows, dates, profile, frequencies, chunk, progress: progress.comparing }
  const run = right === null ? withItself : withAnother
  const { pairs, grouped } = await run(round, selection, sink)
  const leftOut = { keys: limit.keys, pairs: limit.pairs, rows: { ...selection.alone } }
  return { survey: surveyed, pairs, leftOut, grouped }
}

type Counted = Pick<Compared, 'pairs' | 'grouped'>

async function withAnother(round: Round, selection: SharedKeys, sink: PairSink): Promise<Counted> {
  let pairs = 0
  await compareRound(round, selection, {
    pass: sink.pass,
    row: async (ordinal, found) => {
      pairs += found.length
      await passOn(
        sink,
        ordinal,
        found.filter(({ pair }) => sink.wants(pair)),
      )
    },
  })
  return { pairs, grouped: null }
}

/** Two rounds: groups are known once every pair is, and then the pairs of the output are compared once more. */
async function withItself(round: Round, selection: SharedKeys, sink: PairSink): Promise<Counted> {
  let pairs = 0
  const grouping = new Grouping()
  const half = (from: number) => (share: number) => round.progress(from + share / 2)
  await compareRound({ ...round, progress: half(0) }, selection, {
    pass: () => Promise.resolve(),
    row: (_, found) => {
      pairs += found.length
      for (const each of found) grouping.add(each, sink.wants(each.pair))
      return Promise.resolve()
    },
  })
  const second = { ...round, progress: half(0.5) }
  const groups = grouping.close()
  if (groups === null) await withAnother(second, selection.again(), sink)
  else
    await compareRound(second, new ListedPairs(groups.rightOf), {
      pass: sink.pass,
      row: (ordinal, found) => {
        const settled = found.map(groups.settled)
        return passOn(
          sink,
          ordinal,
          settled.filter(({ pair }) => sink.wants(pair)),
        )
      },
    })
  return { pairs, grouped: groups !== null }
}

async function passOn(sink: PairSink, ordinal: number, pairs: readonly ComparedPair[]): Promise<void> {
  if (pairs.length > 0) await sink.row(ordinal, pairs)
}
