import { VIETNAMESE_MIDDLE_MEN, VIETNAMESE_MIDDLE_WOMEN } from '../names-asian.js'
import { ORIGINS, type OriginName } from '../origins.js'
import { withoutDiacritics, type GeneratedPerson } from '../people.js'
import type { Rng } from '../../rng.js'
import type { Mutation, Written } from './mutation.js'
import { ROMANISATIONS } from './romanisations.js'
import { ARABIC_LETTERS, CHINESE_SURNAME_CHARACTERS, chineseGivenOf, cyrillicOf } from './scripts.js'

type Cells = Pick<Written, 'given' | 'middle' | 'family'>

/** The same done to every cell of the name; null where it changes nothing. */
function toCells({ given, middle, family }: Cells, write: (name: string) => string): Cells | null {
  const written = { given: write(given), middle: middle === null ? null : write(middle), family: write(family) }
  return written.given === given && written.family === family ? null : written
}

let accents: ReadonlyMap<string, string> | undefined

/** `VIETNAMESE Nguyen` to `Nguyễn`, for the frequent names of each origin. */
function accentsOf(): ReadonlyMap<string, string> {
  accents ??= new Map(
    ORIGINS.flatMap(({ name, families, men, women }) =>
      [
        ...families.heads,
        ...(men?.heads ?? []),
        ...(women?.heads ?? []),
        ...(name === 'VIETNAMESE' ? [...VIETNAMESE_MIDDLE_MEN, ...VIETNAMESE_MIDDLE_WOMEN] : []),
      ]
        .filter((written) => withoutDiacritics(written) !== written)
        .map((written) => [`${name} ${withoutDiacritics(written)}`, written] as const),
    ),
  )
  return accents
}

const restored = (origin: OriginName, name: string): string =>
  accentsOf().get(`${origin} ${name}`) ??
  name.replace(/\p{L}+/gu, (word) => accentsOf().get(`${origin} ${word}`) ?? word)

const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', đ: 'dj', Đ: 'Dj', Ö: 'Oe', Ü: 'Ue' }
/** What typewriters, keyboards and conversions make of an apostrophe. */
const APOSTROPHES = ['’', '‘', '`', '´', 'ʼ', '', ' ']

function otherSpelling(origin: OriginName, name: string, rng: Rng): string {
  const group = ROMANISATIONS[origin]?.find((spellings) => spellings.includes(name))
  return group ? rng.pick(group.filter((spelling) => spelling !== name)) : name
}

/** The whole name in another script, or not at all: nobody writes half of it. */
function inScript(
  name: string,
  origin: OriginName,
  given: (name: string) => string | null | undefined,
  family: (name: string) => string | null | undefined,
): Mutation {
  return {
    name,
    apply: (person) => {
      if (person.origin !== origin) return null
      const [first, last] = [given(person.given), family(person.family)]
      return first && last ? { given: first, middle: middleIn(person, given), family: last } : null
    },
  }
}

const middleIn = ({ middle }: GeneratedPerson, write: (name: string) => string | null | undefined): string | null =>
  middle === null ? null : (write(middle) ?? null)

export const TRANSLITERATION: readonly Mutation[] = [
  {
    name: 'diacritics left out or restored',
    apply: (person) => toCells(person, withoutDiacritics) ?? toCells(person, (name) => restored(person.origin, name)),
  },
  {
    name: 'a letter with diacritics as two letters',
    apply: (person) => {
      // The record may have kept the diacritics or lost them; in Vietnamese names nobody writes so.
      if (person.origin !== 'GERMAN' && person.origin !== 'SLAVIC') return null
      const write = (name: string): string =>
        restored(person.origin, name).replace(/[äöüđĐÖÜ]/g, (letter) => TWO_LETTERS[letter] ?? letter)
      const written = { given: write(person.given), family: write(person.family) }
      const changed = (cell: 'given' | 'family'): boolean =>
        written[cell] !== restored(person.origin, person[cell]) && written[cell] !== person[cell]
      return changed('given') || changed('family') ? written : null
    },
  },
  {
    name: 'another romanisation',
    apply: (person, rng) => {
      const write = (name: string): string => otherSpelling(person.origin, name, rng)
      const written = { given: write(person.given), family: write(person.family) }
      return written.given === person.given && written.family === person.family ? null : written
    },
  },
  {
    name: 'a name of two syllables joined or parted',
    apply: ({ given }, rng) => {
      const parts = /^(\p{L}+)-(\p{Ll}+)$/u.exec(given)
      if (!parts) return null
      const [, first = '', second = ''] = parts
      const apart = `${first} ${second.charAt(0).toUpperCase()}${second.slice(1)}`
      return { given: rng.pick([`${first}${second}`, apart]) }
    },
  },
  {
    name: 'an apostrophe or a prefix written otherwise',
    apply: ({ family }, rng) => {
      if (family.includes("'")) return { family: family.replace("'", rng.pick(APOSTROPHES)) }
      return /^Ma?c\p{Lu}/u.test(family) ? { family: family.replace(/^(Mac|Mc)/, '$1 ') } : null
    },
  },
  inScript('Cyrillic letters', 'CYRILLIC', cyrillicOf, cyrillicOf),
  inScript(
    'Arabic letters',
    'ARABIC',
    (name) => ARABIC_LETTERS.get(name),
    (name) => ARABIC_LETTERS.get(name),
  ),
  inScript('Chinese characters', 'CHINESE', chineseGivenOf, (name) => CHINESE_SURNAME_CHARACTERS.get(name)),
]
