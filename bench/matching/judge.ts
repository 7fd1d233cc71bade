import { prepareRow } from '../../subgraphs/officers/matching/linkage/index.js'
import type { Outcome } from '../../subgraphs/officers/matching/types.js'
import { type Figures, figures, type Tally } from './figures.js'
import { link, type LinkedIds, type Sides } from './link.js'

/** Rows of which it is known whose they are. */
export interface Labelled extends Sides {
  /** Person of a row by its id. Two rows are one person's if they have the same. */
  readonly personOf: (id: string) => string
}

export interface Judged extends LinkedIds {
  readonly person: string
  readonly same: boolean
}

export interface Judgement {
  readonly rows: { readonly left: number; readonly right: number | null }
  /** Those that are proposed, and others down to `ODDS_KEPT`. */
  readonly pairs: readonly Judged[]
  readonly compared: number
  /** Pairs of one person that share a key. */
  readonly reached: number
  /** Pairs of one person that there are, by person. */
  readonly truth: ReadonlyMap<string, number>
}

export async function judge(set: Labelled): Promise<Judgement> {
  const { pairs, compared, rows } = await link(set)
  const judged = pairs.map((pair): Judged => {
    const person = set.personOf(pair.left)
    return { ...pair, person, same: person === set.personOf(pair.right) }
  })
  return { rows, pairs: judged, compared, ...(await truthOf(set)) }
}

type Keys = ReadonlySet<string>

/** The pairs of each person that there are, and those of all of them that share a key. */
async function truthOf({ left, right, personOf }: Labelled): Promise<Pick<Judgement, 'truth' | 'reached'>> {
  const onLeft = await keysByPerson(left, personOf)
  const onRight = right === null ? null : await keysByPerson(right, personOf)
  const truth = new Map<string, number>()
  let reached = 0
  for (const [person, rows] of onLeft) {
    const pairs = rows.flatMap((keys, index) =>
      (onRight === null ? rows.slice(index + 1) : (onRight.get(person) ?? [])).map((other): [Keys, Keys] => [
        keys,
        other,
      ]),
    )
    truth.set(person, pairs.length)
    reached += pairs.filter(([a, b]) => [...a].some((key) => b.has(key))).length
  }
  return { truth, reached }
}

async function keysByPerson(source: Sides['left'], personOf: Labelled['personOf']): Promise<Map<string, Keys[]>> {
  const rows = new Map<string, Keys[]>()
  for await (const { row } of source.rows()) {
    const person = personOf(row.id)
    const keys = new Set(prepareRow(row).keys)
    const known = rows.get(person)
    if (known) known.push(keys)
    else rows.set(person, [keys])
  }
  return rows
}

/** The figures of one decision: which pairs are taken for one person's. */
export function figuresOf({ pairs, truth }: Judgement, taken: (pair: Judged) => boolean): Figures {
  const persons = new Map<string, { right: number; wrong: number; truth: number }>(
    [...truth].map(([person, there]) => [person, { right: 0, wrong: 0, truth: there }]),
  )
  for (const pair of pairs) {
    const tally = persons.get(pair.person)
    if (!tally || !taken(pair)) continue
    if (pair.same) tally.right++
    else tally.wrong++
  }
  return figures([...persons.values()] satisfies readonly Tally[])
}

export const isLikely = ({ outcome }: { readonly outcome: Outcome | null }): boolean => outcome === 'LIKELY'
export const isAnything = ({ outcome }: { readonly outcome: Outcome | null }): boolean => outcome !== null
