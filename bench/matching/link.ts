import { comparePairs } from '../../hub/match-files/compare.js'
import type { FileRow, RowSource } from '../../hub/match-files/rows.js'
import { DEFAULT_CHUNK, DEFAULT_KEY_PAIRS, type Profile } from '../../hub/match-files.js'
import type { LinkageRow } from '../../subgraphs/officers/matching/linkage/index.js'
import type { Outcome } from '../../subgraphs/officers/matching/types.js'

/** Pairs below these odds are counted and not kept: nobody would take them for one person's. */
export const ODDS_KEPT = -6

/** Two rows that share a key, as `comity match` compares them; matched or not. */
export interface LinkedIds {
  readonly left: string
  readonly right: string
  /** log2 of the odds that they are one person's by these two rows; far below where something holds the pair back. */
  readonly odds: number
  readonly outcome: Outcome | null
}

export interface Linked {
  readonly pairs: readonly LinkedIds[]
  /** Pairs that share a key. */
  readonly compared: number
  readonly rows: { readonly left: number; readonly right: number | null }
}

export interface Sides {
  readonly left: RowSource
  /** Null: the left rows with themselves. */
  readonly right: RowSource | null
  readonly profile?: Profile
}

/** All pairs that share a key, compared by what `comity match` runs, with its defaults. `keep`: beside those that it proposes. */
export async function link({ left, right, profile = 'STRICT' }: Sides, keep = ODDS_KEPT): Promise<Linked> {
  const pairs: LinkedIds[] = []
  const { survey, pairs: compared } = await comparePairs(
    {
      left,
      right,
      profile,
      dates: 'ymd',
      chunk: DEFAULT_CHUNK,
      keyPairs: DEFAULT_KEY_PAIRS,
      progress: { reading: () => undefined, comparing: () => undefined },
    },
    {
      wants: ({ odds, outcome }) => outcome !== null || odds >= keep,
      pass: () => Promise.resolve(),
      row: (_, found) => {
        for (const { left: a, right: b, pair } of found)
          pairs.push({ left: a, right: b, odds: pair.odds, outcome: pair.outcome })
        return Promise.resolve()
      },
    },
  )
  return { pairs, compared, rows: { left: survey.left.rows, right: survey.right?.rows ?? null } }
}

/** Rows that are in no file. */
export function rowsOf(name: string, rows: readonly LinkageRow[]): RowSource {
  async function* all(): AsyncGenerator<FileRow> {
    for (const [ordinal, row] of rows.entries())
      yield await Promise.resolve({ ordinal, line: ordinal + 2, row, repairedCells: 0 })
  }
  return { path: name, name, rows: all }
}
