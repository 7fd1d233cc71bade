import {
  birthOf,
  GroupBuilder,
  comparePair,
  type PreparedRow,
} from '../../subgraphs/officers/matching/linkage/index.js'
import type { Model } from '../../subgraphs/officers/matching/model.js'
import type { FileErrors } from '../../subgraphs/officers/matching/model-file.js'
import { corpus } from './corpus.js'
import { measured } from './measured.js'
import { candidatePairs, prepareCorpus, type PreparedCorpus } from './pairs.js'

const pairsOf = (sizes: Iterable<number>): number => [...sizes].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)

function counted<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function errorsAt(held: PreparedCorpus, builder: GroupBuilder, threshold: number): FileErrors {
  const groups = builder.groups(threshold)
  const groupOf = held.rows.map((_, row) => groups.of(row)[0] ?? row)
  const truth = pairsOf(counted(held.persons).values())
  const found = pairsOf(counted(groupOf).values())
  const right = pairsOf(counted(groupOf.map((group, row) => `${group}/${held.persons[row] ?? ''}`)).values())
  return { wrong: measured(found - right, found), missed: measured(truth - right, truth) }
}

/** On generated people of another seed than the model's. */
export function fileErrors(model: Model, people: number, seed: string): FileErrors {
  const held = prepareCorpus(corpus(people, seed))
  const builder = new GroupBuilder()
  for (const [i, j] of candidatePairs(held)) {
    const [a, b] = [held.rows[i] as PreparedRow, held.rows[j] as PreparedRow]
    builder.add(i, j, comparePair(a, b, { model, frequencies: held.frequencies }).odds, [birthOf(a), birthOf(b)])
  }
  return errorsAt(held, builder, model.files.likely)
}
