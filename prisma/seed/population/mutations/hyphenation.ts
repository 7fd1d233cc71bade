import { createRng, type Rng } from '../../rng.js'
import { NameSampler } from '../law.js'
import { ORIGINS } from '../origins.js'
import type { GeneratedPerson } from '../people.js'
import type { Mutation } from './mutation.js'

const DOUBLE = /^(\p{Lu}[\p{L}'’]+)[ -](\p{Lu}[\p{L}'’]+)$/u
/** What looks double and is one name. */
const ONE_NAME =
  /^(?:St\.|Two|Red|White|Black|Yellow|Iron|Lone|Little|Standing|Running|Spotted|Swift|Fast|Abu|Della|Dela)\b/

const partsOf = (family: string): readonly [string, string] | null => {
  const found = ONE_NAME.test(family) ? null : DOUBLE.exec(family)
  return found ? [found[1] ?? '', found[2] ?? ''] : null
}

export const isDoubleSurname = (family: string): boolean => partsOf(family) !== null

function ofDouble(name: string, write: (first: string, second: string, family: string) => string): Mutation {
  return {
    name,
    apply: ({ family, origin }) => {
      const parts = origin === 'NATIVE_AMERICAN' ? null : partsOf(family)
      return parts ? { family: write(parts[0], parts[1], family) } : null
    },
  }
}

let spouses: NameSampler | undefined

/** The surname that a woman marries into; of any origin of the country's majority. */
function spouseOf({ family }: GeneratedPerson, rng: Rng): string {
  spouses ??= new NameSampler((ORIGINS[0] as (typeof ORIGINS)[number]).families)
  const name = spouses.draw(rng)
  return name === family ? spouses.draw(createRng(`${name} again`)) : name
}

const married = (name: string, write: (maiden: string, spouse: string) => string): Mutation => ({
  name,
  apply: (person, rng) => {
    if (person.sex !== 'F' || /[ -]/.test(person.family)) return null
    return { family: write(person.family, spouseOf(person, rng)) }
  },
})

export const HYPHENATION: readonly Mutation[] = [
  ofDouble('double surname joined or split', (first, second, family) =>
    family.includes('-') ? `${first} ${second}` : `${first}-${second}`,
  ),
  ofDouble('double surname as one word', (first, second) => `${first}${second.toLowerCase()}`),
  ofDouble('second surname left out', (first) => first),
  ofDouble('first surname left out', (_, second) => second),
  married('maiden name before the married one, with a hyphen', (maiden, spouse) => `${maiden}-${spouse}`),
  married('maiden name before the married one', (maiden, spouse) => `${maiden} ${spouse}`),
  {
    name: 'maiden name as middle name',
    apply: (person, rng) => {
      if (person.sex !== 'F' || /[ -]/.test(person.family)) return null
      return { middle: person.family, family: spouseOf(person, rng) }
    },
  },
]

/**
 * Not of the class: another surname, and nothing that tells the former one. Only a middle name and the birth are left,
 * so it is measured apart.
 */
export const SURNAME_REPLACED: Mutation = {
  name: 'surname replaced by the married one',
  apply: (person, rng) => (person.sex === 'F' ? { family: spouseOf(person, rng) } : null),
}
