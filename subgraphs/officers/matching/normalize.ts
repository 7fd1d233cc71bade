import type { NameParts } from './types.js'
import { words } from './text.js'
import { inCells, writingOf, type Writing } from './writing.js'

export const SUFFIXES = ['SR', 'JR', 'II', 'III', 'IV', 'V'] as const
export type Suffix = (typeof SUFFIXES)[number]

/** A name in comparable form: lower-case ASCII words without suffixes, titles and particles' spelling habits. */
export interface NormalName {
  /** Given names in order; a single letter is an initial. */
  readonly given: readonly string[]
  readonly middle: readonly string[]
  /** All words of the surname, particles included. */
  readonly family: readonly string[]
  /** The surname's words without particles; all of them if nothing else is there. */
  readonly familyCore: readonly string[]
  readonly suffix: Suffix | null
  /** What ASCII does not keep, where there is such; comparing alone looks at it. */
  readonly writing?: Writing
}

// prettier-ignore
const SUFFIX_WORDS: Readonly<Record<string, Suffix>> = {
  jr: 'JR', junior: 'JR', sr: 'SR', senior: 'SR', ii: 'II', '2nd': 'II', iii: 'III', '3rd': 'III', iv: 'IV', '4th': 'IV',
  v: 'V', '5th': 'V',
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'officer', 'ofc', 'deputy', 'sgt', 'sergeant', 'lt', 'capt'])
const DEGREES = new Set(['esq', 'esquire', 'phd', 'md', 'ret'])
/** Written where there is no middle name. */
const NO_VALUE = new Set(['nmn', 'nmi', 'none', 'unknown', 'n a', 'na'])

// prettier-ignore
const PARTICLES = new Set([
  'de', 'del', 'della', 'di', 'da', 'dos', 'das', 'do', 'du', 'la', 'las', 'le', 'los', 'van', 'von', 'der', 'den', 'ter',
  'ten', 'zu', 'zum', 'al', 'el', 'bin', 'ibn', 'bint', 'abu', 'ben', 'y', 'e', 'af', 'av',
])

/** Particles that nobody bears as a given or middle name. */
const LOOSE_PARTICLES = new Set(['de', 'del', 'della', 'di', 'du', 'la', 'las', 'los', 'dos', 'das', 'van', 'von', 'der', 'ter', 'zu', 'zum', 'bin', 'ibn', 'bint']) // prettier-ignore
/** Arabic's article before a consonant that it becomes: ar-Rahman, ash-Shami. */
const ARTICLE = /^a(r|s|sh|t|th|n|d|dh|z)$/

/** Văn and Thị stand before a Vietnamese given name as its first half: no particle, and not the name itself. */
export const VIETNAMESE_SURNAMES = new Set(['nguyen', 'tran', 'le', 'pham', 'huynh', 'hoang', 'phan', 'vu', 'vo', 'dang', 'bui', 'do', 'ho', 'ngo', 'duong', 'ly', 'dinh', 'truong', 'trinh', 'doan', 'luu', 'lam', 'mai', 'cao']) // prettier-ignore

/** Prefixes that some write apart and some together: O Neill, Mc Donald, St. John, D Angelo. */
const JOINED_PREFIXES = new Set(['o', 'd', 'mc', 'mac', 'st'])

const plainWords = (cell: string): string[] => words(cell).map((word) => (word === 'saint' ? 'st' : word))

function joinPrefixes(tokens: readonly string[]): string[] {
  const joined: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string
    const next = tokens[i + 1]
    if (next !== undefined && JOINED_PREFIXES.has(token)) {
      joined.push(token + next)
      i++
    } else joined.push(token)
  }
  return joined
}

/** Takes suffixes off the end. A name that is nothing but a suffix is a name; `v` in a given name is an initial. */
function splitSuffix(tokens: readonly string[], lettersCount: boolean): { tokens: string[]; suffix: Suffix | null } {
  const rest = [...tokens]
  let suffix: Suffix | null = null
  while (rest.length > 1) {
    const last = rest.at(-1) as string
    const found = last === 'v' && !lettersCount ? undefined : SUFFIX_WORDS[last]
    if (found === undefined && !DEGREES.has(last)) break
    suffix ??= found ?? null
    rest.pop()
  }
  return { tokens: rest, suffix }
}

function withoutTitles(tokens: readonly string[]): string[] {
  const rest = [...tokens]
  while (rest.length > 1 && TITLES.has(rest[0] as string)) rest.shift()
  return rest
}

function suffixOf(cell: string | null): Suffix | null {
  const found = words(cell ?? '').map((word) => SUFFIX_WORDS[word])
  return found.find((suffix) => suffix !== undefined) ?? null
}

/** `Ludwig van | Beethoven` and `Ludwig | van | Beethoven`: the particle belongs to what follows it. */
function withLooseParticles(given: readonly string[], middle: readonly string[], family: readonly string[]) {
  const parts = { given: [...given], middle: [...middle], family: [...family] }
  if (family.length === 0 || family.some((word) => VIETNAMESE_SURNAMES.has(word))) return parts
  const isLoose = (word: string | undefined): boolean => word !== undefined && LOOSE_PARTICLES.has(word)
  while (isLoose(parts.middle.at(-1))) parts.family.unshift(parts.middle.pop() as string)
  while (parts.middle.length === 0 && parts.given.length > 1 && isLoose(parts.given.at(-1)))
    parts.family.unshift(parts.given.pop() as string)
  return parts
}

function isParticle(word: string, next: string | undefined): boolean {
  if (PARTICLES.has(word)) return true
  const assimilated = ARTICLE.exec(word)?.[1]
  return assimilated !== undefined && next !== undefined && next.startsWith(assimilated)
}

/** Total, and idempotent but for `writing`: the normal form of a normal form is itself. */
export function normalizeParts(written: NameParts): NormalName {
  const name = inCells(written)
  const family = splitSuffix(plainWords(name.family), true)
  const given = splitSuffix(withoutTitles(words(name.given)), false)
  const middleWords = words(name.middle ?? '')
  // A middle cell that holds only "Jr." is a suffix in the wrong column.
  const misplaced =
    middleWords.length === 1 && middleWords[0] !== 'v' ? SUFFIX_WORDS[middleWords[0] as string] : undefined
  const middle = splitSuffix(misplaced || NO_VALUE.has(middleWords.join(' ')) ? [] : middleWords, false)
  const parts = withLooseParticles(given.tokens, middle.tokens, joinPrefixes(family.tokens))
  const surname = parts.family
  const core = surname.filter((token, i) => !isParticle(token, surname[i + 1]))
  const writing = writingOf(name)
  return {
    given: parts.given,
    middle: parts.middle,
    family: surname,
    familyCore: core.length > 0 ? core : surname,
    suffix: suffixOf(name.suffix) ?? family.suffix ?? given.suffix ?? middle.suffix ?? misplaced ?? null,
    ...(writing && { writing }),
  }
}

/** One cell as one word without its suffix, for an indexed column and for a filter on it; the same for either half. */
export function normalizeName(cell: string): string {
  return joinPrefixes(splitSuffix(plainWords(cell), true).tokens).join('')
}

/**
 * The names of one person in normal form, the first one first, without repetitions, at most `limit`. A further name
 * takes over what it does not state: an alias without a suffix does not make Smith III and Smith Jr. agree.
 */
export function normalizeNames(first: NameParts, others: readonly NameParts[], limit: number): NormalName[] {
  const own = normalizeParts(first)
  const seen = new Map([[JSON.stringify(own), own]])
  for (const other of others.slice(0, limit - 1)) {
    const normal = normalizeParts(other)
    const complete: NormalName = {
      given: normal.given.length > 0 ? normal.given : own.given,
      middle: normal.middle.length > 0 ? normal.middle : own.middle,
      family: normal.family.length > 0 ? normal.family : own.family,
      familyCore: normal.familyCore.length > 0 ? normal.familyCore : own.familyCore,
      suffix: normal.suffix ?? own.suffix,
      ...(normal.writing && { writing: normal.writing }),
    }
    seen.set(JSON.stringify(complete), complete)
  }
  return [...seen.values()]
}
