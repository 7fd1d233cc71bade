import {
  generatePeople,
  MUTATION_CLASSES,
  mutatedPeople,
  SURNAME_REPLACED,
  mutate,
  type GeneratedPerson,
  type MutatedPerson,
  type MutationClass,
} from '../../prisma/seed/population/index.js'
import { createRng } from '../../prisma/seed/rng.js'
import { matchCandidate, MODEL, type Outcome, type ScoredMatch } from '../../subgraphs/officers/matching/index.js'
import type { Model } from '../../subgraphs/officers/matching/model.js'
import { candidateOf, recordOf } from './forms.js'
import { IndexOfKeys } from './index-of-keys.js'

/** How the queries of one kind came out. */
export interface Screened {
  readonly asked: number
  /** Mutated: the person came back. Clean: somebody did, who is not the person. */
  readonly likely: number
  readonly possible: number
  /** The search brought the person, whatever the comparison said. Of clean queries: not counted, 0. */
  readonly compared: number
}

export interface ScreeningResult {
  readonly people: number
  readonly model: string
  readonly classes: Readonly<Record<MutationClass, Screened>>
  /** By mutation, in the order of the classes. */
  readonly mutations: ReadonlyMap<string, Screened>
  /** People of the same distribution who are not in the index. */
  readonly clean: Screened
  /** Surnames replaced by marriage with nothing that tells the former one: outside the classes, for comparison. */
  readonly replaced: Screened
  /** Persons that were compared for a query: median, 99th percentile. */
  readonly comparedPersons: { readonly median: number; readonly p99: number }
}

/** One query, and what came of it. For a look at what was missed. */
export interface Asked {
  readonly kind: string
  readonly query: GeneratedPerson
  /** Null: in nobody's record. */
  readonly truth: GeneratedPerson | null
  readonly compared: boolean
  readonly matches: readonly ScoredMatch[]
}

export interface ScreeningOptions {
  readonly people: number
  readonly queries: number
  readonly seed: string
  /** The shipped one, if not said. */
  readonly model?: Model
  readonly onAsked?: (asked: Asked) => void
}

const NONE: Screened = { asked: 0, likely: 0, possible: 0, compared: 0 }

function counted(tally: Screened, outcome: Outcome | null, compared: boolean): Screened {
  return {
    asked: tally.asked + 1,
    likely: tally.likely + (outcome === 'LIKELY' ? 1 : 0),
    possible: tally.possible + (outcome === 'POSSIBLE' ? 1 : 0),
    compared: tally.compared + (compared ? 1 : 0),
  }
}

/** The best that the query brought: of the person where there is one, of anybody where there is none. */
function outcomeOf({ truth, matches }: Asked): Outcome | null {
  const ofTruth = truth ? matches.filter(({ officerId }) => officerId === `off_${truth.id}`) : matches
  if (ofTruth.some(({ outcome }) => outcome === 'LIKELY')) return 'LIKELY'
  return ofTruth.length > 0 ? 'POSSIBLE' : null
}

function* inTheirClasses(
  people: readonly GeneratedPerson[],
  queries: number,
  seed: string,
): Generator<[MutationClass, MutatedPerson]> {
  for (const mutationClass of MUTATION_CLASSES) {
    const rng = createRng(`${seed}/${mutationClass}`)
    const count = Math.ceil(queries / 2 / MUTATION_CLASSES.length)
    for (const mutated of mutatedPeople(people, mutationClass, count, rng)) yield [mutationClass, mutated]
  }
}

function* married(people: readonly GeneratedPerson[], count: number, seed: string): Generator<MutatedPerson> {
  const rng = createRng(`${seed}/replaced`)
  const found = rng.shuffle(people).flatMap((person) => mutate(person, SURNAME_REPLACED, rng) ?? [])
  yield* found.slice(0, count)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/**
 * Screening as a hiring desk does it, through the hub's own keys, search and comparison: an index of `people` clean
 * records, and `queries` candidates, half of them people of the index written wrong (each class its share), half people
 * of the same distribution who are not in it. The same seed gives the same figures.
 */
export async function screen({
  people: size,
  queries,
  seed,
  model = MODEL,
  onAsked,
}: ScreeningOptions): Promise<ScreeningResult> {
  const people = [...generatePeople(size, `${seed}/index`)]
  const index = new IndexOfKeys()
  for (const person of people) index.add(recordOf(person))
  const numbers: number[] = []

  const ask = async (kind: string, query: GeneratedPerson, truth: GeneratedPerson | null): Promise<Asked> => {
    const candidate = candidateOf(query)
    const { officerIds } = await index.search(candidate)
    numbers.push(officerIds.length)
    const matches = matchCandidate(
      candidate,
      officerIds.flatMap((id) => index.record(id) ?? []),
      model,
    )
    const asked = { kind, query, truth, matches, compared: truth !== null && officerIds.includes(`off_${truth.id}`) }
    onAsked?.(asked)
    return asked
  }

  const classes = Object.fromEntries(MUTATION_CLASSES.map((one) => [one, NONE])) as Record<MutationClass, Screened>
  const mutations = new Map<string, Screened>()
  for (const [mutationClass, { person, written, mutation }] of inTheirClasses(people, queries, seed)) {
    const asked = await ask(mutation.name, written, person)
    const outcome = outcomeOf(asked)
    classes[mutationClass] = counted(classes[mutationClass], outcome, asked.compared)
    mutations.set(mutation.name, counted(mutations.get(mutation.name) ?? NONE, outcome, asked.compared))
  }
  let clean = NONE
  for (const person of generatePeople(Math.floor(queries / 2), `${seed}/others`))
    clean = counted(clean, outcomeOf(await ask('clean', person, null)), false)
  let replaced = NONE
  for (const { person, written } of married(people, Math.ceil(queries / 20), seed)) {
    const asked = await ask('surname replaced', written, person)
    replaced = counted(replaced, outcomeOf(asked), asked.compared)
  }
  const comparedPersons = { median: quantile(numbers, 0.5), p99: quantile(numbers, 0.99) }
  return { people: size, model: model.version, classes, mutations, clean, replaced, comparedPersons }
}
