import { MODEL } from '../../../subgraphs/officers/matching/index.js'
import {
  birthOf,
  type Births,
  comparePair,
  FrequencyCounter,
  GroupBuilder,
  type Groups,
  type LinkageRow,
  type LinkedPair,
  prepareRow,
  type Profile,
  settle,
} from '../../../subgraphs/officers/matching/linkage/index.js'

/** A person as a row: id, given name, surname, date of birth. */
export type PersonRow = readonly [id: string, given: string, family: string, dob: string]

export const csv = (rows: readonly PersonRow[]): string =>
  [
    'id,given,family,dob',
    ...rows.map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')),
  ].join('\n') + '\n'

const rowOf = ([id, given, family, dateOfBirth]: PersonRow): LinkageRow => ({
  id,
  given,
  middle: '',
  family,
  suffix: '',
  dateOfBirth,
  certificate: '',
  extra: {},
})

function groupsOf(
  pairs: readonly { readonly i: number; readonly j: number; readonly births: Births; readonly pair: LinkedPair }[],
): Groups {
  const builder = new GroupBuilder()
  for (const { i, j, births, pair } of pairs) builder.add(i, j, pair.odds, births)
  return builder.groups(MODEL.files.likely)
}

/** What the output must hold: every pair of rows compared, without index, chunks or files. */
export function everyPair(
  left: readonly PersonRow[],
  right: readonly PersonRow[] | null,
  profile: Profile = 'STRICT',
): string {
  const counter = new FrequencyCounter()
  for (const row of left) counter.add(rowOf(row), 'left')
  for (const row of right ?? []) counter.add(rowOf(row), 'right')
  const frequencies = counter.table()
  const [a, b] = [
    left.map(rowOf).map((row) => prepareRow(row)),
    (right ?? left).map(rowOf).map((row) => prepareRow(row)),
  ]
  const pairs = a.flatMap((one, i) =>
    b.flatMap((other, j) => {
      if (right === null && j <= i) return []
      const shares = one.keys.some((key) => other.keys.includes(key))
      const births: Births = [birthOf(one), birthOf(other)]
      return [{ i, j, shares, one, other, births, pair: comparePair(one, other, { frequencies, profile }) }]
    }),
  )
  const groups = right === null ? groupsOf(pairs.filter(({ shares }) => shares)) : null
  const lines = pairs.flatMap(({ i, j, shares, one, other, pair }) => {
    const together = groups?.together(i, j) === true
    if (!together && (!shares || pair.outcome === null)) return []
    const { score, outcome, explanation } = groups === null ? pair : settle(pair, together, MODEL.files.likely)
    return [`${one.id},${other.id},${score.toFixed(4)},${outcome},${explanation}\n`]
  })
  return `id_left,id_right,score,outcome,explanation\n${lines.join('')}`
}
