import { givenCore } from '../features/romanised.js'
import type { NormalName } from '../normalize.js'
import { abjadSkeleton, isServant, skeleton } from './abjad.js'
import { japaneseFold } from './east-asian.js'
import { folds } from './fold.js'
import { KOREAN, linesOf, NAMES, type Groups } from './groups.js'
import { chineseOf } from './wade-giles.js'

/** Ways to fold one half, and keys of one name; nearly every name has one. */
const MAX_FOLDS = 4
const MAX_KEYS = 6

const distinct = (words: readonly string[]): string[] => [...new Set(words.filter((word) => word !== ''))]

const heads = (table: Groups, word: string): readonly string[] => linesOf(table, word)

/** What stands for a word and for every other way of writing it that features/romanised.ts takes for the same. */
function foldsOf(word: string): string[] {
  return distinct([...heads(NAMES, word), ...folds(word), japaneseFold(word)])
}

/**
 * Keys that two names share where both halves are the same by a romanisation: fold of the surname, fold of the given
 * name; beside a Chinese or Korean surname the given name's consonants, which their schemes write in the same classes.
 */
export function romanKeys(normal: NormalName): string[] {
  const { given, family, familyCore } = normal
  const [name, surname] = [given.join(''), family.join('')]
  if (name === '' || surname === '') return []
  const asian = [...chineseOf(surname), ...heads(KOREAN, surname)]
  const surnames = distinct([surname, familyCore.join('')].flatMap(foldsOf)).slice(0, MAX_FOLDS)
  const several = given.length > 1 ? [givenCore(normal).join(''), given[0] ?? ''] : []
  const names = distinct([name, ...several].flatMap(foldsOf)).slice(0, MAX_FOLDS)
  const latin = surnames.flatMap((one) => names.map((other) => `${one}:${other}`))
  const consonants = asian.map((head) => `${head}.${skeleton(name)}`)
  return distinct([...consonants, ...latin.slice(0, MAX_KEYS - Math.min(consonants.length, 2))]).slice(0, MAX_KEYS)
}

/** Whether a half is written in Arabic or Hebrew letters. */
export function isAbjad({ writing }: NormalName): boolean {
  return writing !== undefined && (writing.abjad.given.length > 0 || writing.abjad.family.length > 0)
}

/** Consonants of both halves: what a name in Arabic or Hebrew letters shares with its readings (abjad.ts). */
export function skeletonKeys({ given, middle, family, familyCore, writing }: NormalName): string[] {
  const letters = writing?.abjad
  const names = letters?.given.length
    ? [letters.given.join(''), letters.given[0] ?? ''].map(abjadSkeleton)
    : [given.join(''), given[0] ?? '', ...(isServant(given[0]) ? [[...given, ...middle].join('')] : [])].map(skeleton)
  const core = familyCore.join('')
  const surnames = letters?.family.length
    ? [abjadSkeleton(letters.family.join(''))]
    : [core, core.replace(/^[ae]l(?=[a-z]{4})/, '')].map(skeleton)
  if (family.length === 0) return []
  return distinct(surnames).flatMap((one) => distinct(names).map((other) => `${one}:${other}`))
}
