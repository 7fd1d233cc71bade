import type { Rng } from '../../rng.js'
import type { GeneratedPerson } from '../people.js'

export const MUTATION_CLASSES = [
  'typo',
  'swap',
  'nickname',
  'transliteration',
  'dob slip',
  'missing middle',
  'hyphenation',
  'order',
] as const
export type MutationClass = (typeof MUTATION_CLASSES)[number]

/** What a mutation may change. */
export type Written = Pick<GeneratedPerson, 'given' | 'middle' | 'family' | 'suffix' | 'born'>

/** One way in which a person comes to be written otherwise. */
export interface Mutation {
  readonly name: string
  /** The cells that change, and no others; null: it cannot happen to this person. */
  readonly apply: (person: GeneratedPerson, rng: Rng) => Partial<Written> | null
}

/** The first letter of each word large, as clerks write; the rest as it is. */
export const capitalised = (name: string): string => name.replace(/(^|[\s-])(\p{Ll})/gu, (found) => found.toUpperCase())
