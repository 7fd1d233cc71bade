import { normalizeParts } from '../../../subgraphs/officers/matching/normalize.js'
import { generatePeople } from './people.js'

/** How rare names are, in bits: one person in 2^bits has the name. Names are the joined words that matching compares. */
export interface NameRarity {
  /** For a name that is not listed. */
  readonly unlisted: number
  /** Bits, in steps of a half, to the names of that rarity, separated by spaces. */
  readonly listed: Readonly<Record<string, string>>
}

export interface NameFrequencyTable {
  readonly people: number
  readonly seed: string
  readonly given: NameRarity
  /** Of a compound surname, the whole and each part without particles are counted. */
  readonly family: NameRarity
}

/** Rarer names are left out: their counts are chance, and the table stays small. */
const LISTED_FROM = 8

const halfBits = (frequency: number): number => Math.round(-2 * Math.log2(frequency)) / 2

function rarityOf(counts: ReadonlyMap<string, number>, people: number): NameRarity {
  const listed = new Map<number, string[]>()
  const rest: number[] = []
  for (const [name, count] of [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))) {
    if (count < LISTED_FROM) rest.push(count)
    else {
      const bits = halfBits(count / people)
      listed.set(bits, [...(listed.get(bits) ?? []), name])
    }
  }
  const mean = rest.reduce((sum, count) => sum + count, 0) / Math.max(1, rest.length)
  const lines = [...listed].map(([bits, names]) => [bits.toFixed(1), names.join(' ')])
  return { unlisted: halfBits(Math.max(1, mean) / people), listed: Object.fromEntries(lines) as Record<string, string> }
}

function add(counts: Map<string, number>, name: string): void {
  if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** Counted over generated people (people.ts says what their names rest on), never over records. */
export function nameFrequencies(people: number, seed: string): NameFrequencyTable {
  const [given, family] = [new Map<string, number>(), new Map<string, number>()]
  for (const person of generatePeople(people, seed)) {
    const name = normalizeParts(person)
    add(given, name.given.join(''))
    for (const part of new Set([name.family.join(''), ...name.familyCore])) add(family, part)
  }
  return { people, seed, given: rarityOf(given, people), family: rarityOf(family, people) }
}
