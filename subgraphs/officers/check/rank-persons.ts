import { kindOf } from '../matching/key-kinds.js'

/** The persons (officer ids) of the rows that hold a key, one id a row; one more than the bound where there are more. */
export interface KeyHits {
  readonly key: string
  readonly persons: readonly string[]
}

/** Best birth, best name and number of what a person shares with the candidate. */
interface Shared {
  readonly birth: number
  readonly name: number
  readonly number: number
}

const NOTHING_SHARED: Shared = { birth: 0, name: 0, number: 0 }
const bits = ({ birth, name, number }: Shared): number => birth + name + number

/**
 * Persons by the strength of the keys that they share with a candidate, strongest first. Of several keys about a name
 * only the best counts: they are one evidence. A key that more than `bound` rows hold brings nobody.
 */
export function rankPersons(hits: readonly KeyHits[], bound: number): string[] {
  const shared = new Map<string, Shared>()
  for (const { key, persons } of hits) {
    if (persons.length > bound) continue
    const kind = kindOf(key)
    for (const person of new Set(persons)) {
      const known = shared.get(person) ?? NOTHING_SHARED
      shared.set(person, {
        birth: Math.max(known.birth, kind.birth),
        name: Math.max(known.name, kind.name),
        number: Math.max(known.number, kind.number),
      })
    }
  }
  return [...shared]
    .sort(([a, one], [b, other]) => bits(other) - bits(one) || (a < b ? -1 : 1))
    .map(([person]) => person)
}
