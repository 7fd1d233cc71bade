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
  readonly pairs: readonly Judged[]
  /** Pairs of one person that there are, by person. */
  readonly truth: ReadonlyMap<string, number>
}

export async function judge(set: Labelled): Promise<Judgement> {
  const { pairs, rows } = await link(set)
  const judged = pairs.map((pair): Judged => {
    const person = set.personOf(pair.left)
    return { ...pair, person, same: person === set.personOf(pair.right) }
  })
  return { rows, pairs: judged, truth: await truthOf(set) }
}

async function truthOf({ left, right, personOf }: Labelled): Promise<Map<string, number>> {
  const onLeft = await rowsByPerson(left, personOf)
  const onRight = right === null ? null : await rowsByPerson(right, personOf)
  return new Map(
    [...onLeft].map(([person, rows]) => [
      person,
      onRight === null ? (rows * (rows - 1)) / 2 : rows * (onRight.get(person) ?? 0),
    ]),
  )
}

async function rowsByPerson(source: Sides['left'], personOf: Labelled['personOf']): Promise<Map<string, number>> {
  const rows = new Map<string, number>()
  for await (const { row } of source.rows()) rows.set(personOf(row.id), (rows.get(personOf(row.id)) ?? 0) + 1)
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
