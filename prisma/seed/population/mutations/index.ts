import type { Rng } from '../../rng.js'
import type { GeneratedPerson } from '../people.js'
import { MISSING_MIDDLE, ORDER, SWAP } from './cells.js'
import { DOB_SLIP } from './dob-slip.js'
import { HYPHENATION } from './hyphenation.js'
import type { Mutation, MutationClass } from './mutation.js'
import { NICKNAME } from './nickname.js'
import { TRANSLITERATION } from './transliteration.js'
import { TYPO } from './typo.js'

export { SURNAME_REPLACED } from './hyphenation.js'
export { MUTATION_CLASSES, type Mutation, type MutationClass, type Written } from './mutation.js'

/** What happens to names and dates on the way into a form, by class. */
export const MUTATIONS: Readonly<Record<MutationClass, readonly Mutation[]>> = {
  typo: TYPO,
  swap: SWAP,
  nickname: NICKNAME,
  transliteration: TRANSLITERATION,
  'dob slip': DOB_SLIP,
  'missing middle': MISSING_MIDDLE,
  hyphenation: HYPHENATION,
  order: ORDER,
}

/** A person, and how he or she came to be written otherwise. */
export interface MutatedPerson {
  readonly person: GeneratedPerson
  readonly written: GeneratedPerson
  readonly mutation: Mutation
}

/** The person as written by the mutation; null: it cannot happen to this person. */
export function mutate(person: GeneratedPerson, mutation: Mutation, rng: Rng): MutatedPerson | null {
  const changes = mutation.apply(person, rng)
  return changes === null ? null : { person, written: { ...person, ...changes }, mutation }
}

/**
 * `count` persons of the list, each written wrong by a mutation of the class, all its mutations in turn. Persons come
 * in random order, and more than once only where fewer than needed admit a mutation.
 *
 * @throws RangeError where a mutation can happen to nobody of the list.
 */
export function mutatedPeople(
  people: readonly GeneratedPerson[],
  mutationClass: MutationClass,
  count: number,
  rng: Rng,
): MutatedPerson[] {
  const mutations = MUTATIONS[mutationClass]
  const found = mutations.map((mutation, index) => {
    const many = Math.floor((count + mutations.length - 1 - index) / mutations.length)
    return firstThat(rng.shuffle(people), mutation, many, rng)
  })
  return found.flat()
}

function firstThat(shuffled: readonly GeneratedPerson[], mutation: Mutation, many: number, rng: Rng): MutatedPerson[] {
  const found: MutatedPerson[] = []
  while (found.length < many) {
    const before = found.length
    for (const person of shuffled) {
      if (found.length === many) break
      const mutated = mutate(person, mutation, rng)
      if (mutated) found.push(mutated)
    }
    if (found.length === before) throw new RangeError(`nobody admits: ${mutation.name}`)
  }
  return found
}
