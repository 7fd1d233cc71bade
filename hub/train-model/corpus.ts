import { generatePeople, type GeneratedPerson } from '../../prisma/seed/population/index.js'
import { createRng, type Rng } from '../../prisma/seed/rng.js'
import type { LinkageRow } from '../../subgraphs/officers/matching/linkage/index.js'
import { nicknamesOf } from '../../subgraphs/officers/matching/nicknames.js'
import { damaged } from './damage.js'

/** A row and whose it is. */
export interface CorpusRow {
  readonly row: LinkageRow
  readonly person: string
}

/** Further rows of a person: of most there is none. */
const COPIES = [0.7, 0.2, 0.06, 0.04]

function copiesOf(rng: Rng): number {
  let left = rng.next()
  return Math.max(
    0,
    COPIES.findIndex((share) => (left -= share) < 0),
  )
}

/** A generated person as a row of a file, without a number. */
export function rowOfPerson({ id, given, middle, family, suffix, born }: GeneratedPerson): LinkageRow {
  return {
    id,
    given,
    middle: middle ?? '',
    family,
    suffix: suffix ?? '',
    dateOfBirth: born,
    certificate: '',
    extra: {},
  }
}

/** Invented people and damaged second records of some, all from the seed. Certificates are left out: they settle it. */
export function corpus(people: number, seed: string): CorpusRow[] {
  const rng = createRng(`train/${seed}`)
  const originals = [...generatePeople(people, seed)].map((person): CorpusRow => ({
    person: person.id,
    row: rowOfPerson(person),
  }))
  return originals.flatMap((original) => {
    const copies = Array.from({ length: copiesOf(rng) }, (_, i): CorpusRow => {
      const other = rng.pick(originals).row
      const nicknames = nicknamesOf(original.row.given.toLowerCase())
      return {
        ...original,
        row: { ...damaged(original.row, other, nicknames, rng), id: `${original.row.id}-${i + 1}` },
      }
    })
    return [original, ...copies]
  })
}
