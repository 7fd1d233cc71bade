import {
  generatePeople,
  MUTATION_CLASSES,
  mutatedPeople,
  type MutationClass,
} from '../../prisma/seed/population/index.js'
import { rowOfPerson } from '../../hub/train-model/corpus.js'
import { createRng } from '../../prisma/seed/rng.js'
import { judge, type Judgement } from './judge.js'
import { rowsOf } from './link.js'

const SEED = 'matching-page'

export interface ScreeningSize {
  /** People of the right file. */
  readonly index: number
  /** Rows of the left file of each kind of mistake. */
  readonly each: number
  /** Rows of the left file of people who are not in the right one. */
  readonly strangers: number
}

/** Files with mistakes of known kinds, as `comity match` compares them. */
export interface FileScreening extends ScreeningSize {
  readonly classes: ReadonlyMap<MutationClass, Judgement>
  readonly all: Judgement
  /** Strangers for whom a pair was proposed. */
  readonly strangersLikely: number
  readonly strangersProposed: number
}

const STRANGER = 'stranger'

/** Generated people of mixed origin, some of them once more with one kind of mistake in the row. The same in every run. */
export async function screenFiles(size: ScreeningSize): Promise<FileScreening> {
  const people = [...generatePeople(size.index, `${SEED}/index`)]
  const personOf = new Map(people.map(({ id }) => [id, id]))
  const queries = MUTATION_CLASSES.flatMap((mistake) =>
    mutatedPeople(people, mistake, size.each, createRng(`${SEED}/${mistake}`)).map(({ person, written }, number) => {
      const id = `${mistake}/${number}`
      personOf.set(id, person.id)
      return rowOfPerson({ ...written, id })
    }),
  )
  const strangers = [...generatePeople(size.strangers, `${SEED}/others`)].map((person) => {
    const id = `${STRANGER}/${person.id}`
    personOf.set(id, id)
    return rowOfPerson({ ...person, id })
  })
  const all = await judge({
    left: rowsOf('asked', [...queries, ...strangers]),
    right: rowsOf('index', people.map(rowOfPerson)),
    personOf: (id) => personOf.get(id) ?? id,
  })
  const known = (id: string): string => personOf.get(id) ?? id
  const classes = MUTATION_CLASSES.map((mistake): [MutationClass, Judgement] => {
    const ids = queries.flatMap(({ id }) => (id.startsWith(`${mistake}/`) ? [id] : []))
    const truth = new Map<string, number>()
    for (const id of ids) truth.set(known(id), (truth.get(known(id)) ?? 0) + 1)
    const asked = new Set(ids)
    return [mistake, { ...all, truth, pairs: all.pairs.filter(({ left }) => asked.has(left)) }]
  })
  const proposed = all.pairs.filter(({ left, outcome }) => left.startsWith(STRANGER) && outcome !== null)
  const distinct = (pairs: typeof proposed): number => new Set(pairs.map(({ left }) => left)).size
  return {
    ...size,
    classes: new Map(classes),
    all,
    strangersLikely: distinct(proposed.filter(({ outcome }) => outcome === 'LIKELY')),
    strangersProposed: distinct(proposed),
  }
}
