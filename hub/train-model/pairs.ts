import type { Rng } from '../../prisma/seed/rng.js'
import {
  FrequencyCounter,
  type Frequencies,
  prepareRow,
  type PreparedRow,
} from '../../subgraphs/officers/matching/linkage/index.js'
import { vectorOf } from '../../subgraphs/officers/matching/train/vectors.js'
import type { LevelVector } from '../../subgraphs/officers/matching/train/em.js'
import type { CorpusRow } from './corpus.js'

/** A key that more rows share is left out, as `comity match` leaves it out. */
const ROWS_OF_KEY_MAX = 300

export interface PreparedCorpus {
  readonly rows: readonly PreparedRow[]
  readonly persons: readonly string[]
  readonly frequencies: Frequencies
}

export function prepareCorpus(corpus: readonly CorpusRow[]): PreparedCorpus {
  const counter = new FrequencyCounter()
  for (const { row } of corpus) counter.add(row)
  return {
    rows: corpus.map(({ row }) => prepareRow(row)),
    persons: corpus.map(({ person }) => person),
    frequencies: counter.table(),
  }
}

/** Each pair of rows that share a key, once. */
export function* candidatePairs({ rows }: PreparedCorpus): Generator<readonly [number, number]> {
  const index = new Map<string, number[]>()
  rows.forEach(({ keys }, i) => {
    for (const key of keys) {
      const known = index.get(key)
      if (known) known.push(i)
      else index.set(key, [i])
    }
  })
  for (const [i, { keys }] of rows.entries()) {
    const others = new Set<number>()
    for (const key of keys) {
      const sharing = index.get(key) ?? []
      if (sharing.length <= ROWS_OF_KEY_MAX) for (const j of sharing) if (j > i) others.add(j)
    }
    for (const j of others) yield [i, j]
  }
}

/** Levels of so many pairs of different rows drawn at random. */
export function randomVectors({ rows, persons }: PreparedCorpus, count: number, rng: Rng): LevelVector[] {
  return Array.from({ length: count }, () => [rng.int(0, rows.length - 1), rng.int(0, rows.length - 1)] as const)
    .filter(([i, j]) => persons[i] !== persons[j])
    .map(([i, j]) => vectorOf(rows[i] as PreparedRow, rows[j] as PreparedRow))
}
