import { eighths } from './bits.js'
import { readModelData } from './model-file.js'

/** How rare a name is, in bits: one person in 2^bits has it. */
export interface NameRarity {
  readonly given: (name: string) => number
  readonly family: (name: string) => number
  /** Whether the table has the name at all. */
  readonly lists: (half: 'given' | 'family', name: string) => boolean
}

interface RarityTable {
  readonly unlisted: number
  readonly listed: Readonly<Record<string, string>>
}

/** Bits by which a name's rarity moves what its agreement is worth in a check. */
export const RARITY_BOUND = 3

function bitsOf({ listed }: RarityTable): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(listed).flatMap(([rarity, names]) => names.split(' ').map((name) => [name, Number(rarity)])),
  )
}

/**
 * The model's own table, never the index's: a score that depended on records which the viewer may not see would tell of
 * them.
 */
export function shippedRarity(): NameRarity {
  const { given, family } = readModelData<{ given: RarityTable; family: RarityTable }>('name-frequencies.json')
  const bits = { given: bitsOf(given), family: bitsOf(family) }
  return {
    given: (name) => bits.given.get(name) ?? given.unlisted,
    family: (name) => bits.family.get(name) ?? family.unlisted,
    lists: (half, name) => bits[half].has(name),
  }
}

/** Bits more or less than the average name is worth; `bits` of the more common of the two names, `average` alike. */
export function rarityShift(level: string, bits: number, average: number): number {
  const shift = Math.min(RARITY_BOUND, Math.max(-RARITY_BOUND, bits - average))
  // What agrees in part may be another name as well, however rare the one is.
  return eighths(level === 'EXACT' ? shift : Math.min(0, shift))
}

/** Agreement stays agreement, however common the value: one more thing that agrees never lowers a total. */
export function shifted(points: number, shift: number): number {
  return points <= 0 ? points : Math.max(0.5, points + shift)
}
