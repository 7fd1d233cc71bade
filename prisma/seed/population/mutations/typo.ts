import type { Rng } from '../../rng.js'
import { capitalised, type Mutation } from './mutation.js'

/** Beside each letter on the keyboard: what a finger strikes instead. */
const KEYBOARD: Readonly<Record<string, string>> = {
  a: 'qswz',
  b: 'vghn',
  c: 'xdfv',
  d: 'serfcx',
  e: 'wsdr',
  f: 'drtgvc',
  g: 'ftyhbv',
  h: 'gyujnb',
  i: 'ujko',
  j: 'huikmn',
  k: 'jiolm',
  l: 'kop',
  m: 'njk',
  n: 'bhjm',
  o: 'iklp',
  p: 'ol',
  q: 'wa',
  r: 'edft',
  s: 'awedxz',
  t: 'rfgy',
  u: 'yhji',
  v: 'cfgb',
  w: 'qase',
  x: 'zsdc',
  y: 'tghu',
  z: 'asx',
}
/** Of a name of two letters a slip leaves another name. */
const MIN_LETTERS = 3

type Slip = (letters: readonly string[], rng: Rng) => string[]

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /^\p{L}$/u.test(sign)

function placeOf(letters: readonly string[], rng: Rng, fits: (index: number) => boolean): number | undefined {
  const places = letters.flatMap((sign, index) => (isLetter(sign) && fits(index) ? [index] : []))
  return places.length === 0 ? undefined : rng.pick(places)
}

function neighbour(letter: string, rng: Rng): string {
  const plain = letter.normalize('NFD').charAt(0).toLowerCase()
  return rng.pick([...(KEYBOARD[plain] ?? 'aeiou')])
}

const SLIPS: Readonly<Record<string, Slip>> = {
  insert: (letters, rng) => {
    const at = placeOf(letters, rng, () => true) ?? 0
    const letter = letters[at] ?? ''
    // As often as not the key is struck twice.
    const struck = rng.chance(0.5) ? letter.toLowerCase() : neighbour(letter, rng)
    return [...letters.slice(0, at + 1), struck, ...letters.slice(at + 1)]
  },
  delete: (letters, rng) => {
    const at = placeOf(letters, rng, () => true)
    return letters.filter((_, index) => index !== at)
  },
  replace: (letters, rng) => {
    const at = placeOf(letters, rng, () => true)
    return letters.map((letter, index) => (index === at ? neighbour(letter, rng) : letter))
  },
  transpose: (letters, rng) => {
    const differ = (index: number): boolean =>
      isLetter(letters[index + 1]) && letters[index]?.toLowerCase() !== letters[index + 1]?.toLowerCase()
    const at = placeOf(letters, rng, differ)
    if (at === undefined) return [...letters]
    const [one, other] = [letters[at] ?? '', letters[at + 1] ?? '']
    return [...letters.slice(0, at), other.toLowerCase(), one.toLowerCase(), ...letters.slice(at + 2)]
  },
}

function slipIn(cell: 'given' | 'family', name: string, slip: Slip): Mutation {
  return {
    name: `${name} in the ${cell === 'given' ? 'given name' : 'surname'}`,
    apply: (person, rng) => {
      const letters = [...person[cell]]
      if (letters.filter(isLetter).length < MIN_LETTERS) return null
      const written = capitalised(slip(letters, rng).join(''))
      return written === person[cell] ? null : { [cell]: written }
    },
  }
}

export const TYPO: readonly Mutation[] = Object.entries(SLIPS).flatMap(([name, slip]) => [
  slipIn('given', name, slip),
  slipIn('family', name, slip),
])
