import { phoneticCodes } from './closeness.js'
import { readDate, type KnownDate } from './dates.js'
import { normalizeNumber } from './features/certificate.js'
import { letterOf, strengthOrder, UNDATED } from './key-kinds.js'
import { LIMITS } from './model.js'
import { canonicalGivens } from './nicknames.js'
import type { NormalName } from './normalize.js'
import { candidateNames, recordBirth, recordNames, type KeyedRecord } from './prepare.js'
import { openingsOf } from './romanised/abjad.js'
import { isAbjad, romanKeys, skeletonKeys } from './romanised/keys.js'
import type { Candidate } from './types.js'

/**
 * Raised with every change that gives a record other keys: rows that hold another version's are keyed anew before they
 * are searched (hub/rekey.ts).
 */
export const KEYS_VERSION = 3

/** A given name is short for at most so many others here; the table's longest list is 18. */
const MAX_CANONICAL = 8
const MAX_SURNAME_PARTS = 4
/** First and last letters of a name in which a slip may stand elsewhere. */
const END = 3

const pad = (part: number): string => String(part).padStart(2, '0')
const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== undefined && value !== '')),
]

/** The surname as a whole, without particles, and its first and last parts. */
function surnames({ family, familyCore }: NormalName): string[] {
  return distinct([family.join(''), familyCore.join(''), familyCore[0], familyCore.at(-1)]).slice(0, MAX_SURNAME_PARTS)
}

/** First given name, all of them as one word, and a middle name that may be in use as the given one. */
function givens({ given, middle }: NormalName): string[] {
  return distinct([given[0], given.join(''), middle.find((name) => name.length > 2)])
}

/** Those, and what the first one is short for. */
function canonicalNames(name: NormalName): string[] {
  const [first = ''] = name.given
  return distinct([...canonicalGivens(first, MAX_CANONICAL), ...givens(name)])
}

/** Of a given name in a script without vowels: the initials that it may have in Latin letters. */
const openings = ({ writing }: NormalName): string[] => writing?.abjad.given.slice(0, 1).flatMap(openingsOf) ?? []

/** What the keys of one name are made of. */
interface Parts {
  readonly givens: readonly string[]
  readonly initials: readonly string[]
  readonly canonical: readonly string[]
  readonly families: readonly string[]
  readonly sounds: readonly string[]
  /** Both halves in every spelling that romanisations give them. */
  readonly romans: readonly string[]
  /** Both halves' consonants, and whether they are all that is written. */
  readonly skeletons: readonly string[]
  readonly abjad: boolean
}

function partsOf(name: NormalName): Parts {
  const first = givens(name)
  const families = surnames(name)
  return {
    givens: first,
    initials: distinct([...first.map((given) => given.charAt(0)), ...openings(name)]),
    canonical: canonicalNames(name),
    families,
    sounds: distinct(families.flatMap(phoneticCodes)),
    romans: romanKeys(name),
    skeletons: skeletonKeys(name),
    abjad: isAbjad(name),
  }
}

const joined = (letter: string, left: readonly string[], right: readonly string[]): string[] =>
  left.flatMap((one) => right.map((other) => `${letter}:${one}:${other}`))

/** Keys of a name alone: f, r, k, l, n, g, h, s (key-kinds.ts). */
function nameKeys({ givens: given, initials, canonical, families, sounds, romans }: Parts): string[] {
  const [family] = families
  const whole = family === undefined ? [] : [family]
  const full = given.filter((name) => name.length > END)
  const ends = family === undefined || family.length <= END ? [] : [family]
  return [
    ...joined('f', given, families),
    ...romans.map((both) => `r:${both}`),
    ...joined('k', whole, distinct(full.map((name) => name.slice(0, END)))),
    ...joined('l', whole, distinct(full.map((name) => name.slice(-END)))),
    ...joined('n', sounds, canonical),
    ...given
      .filter((name) => name.length > 1)
      .flatMap((name) => [
        ...joined(
          'g',
          [name],
          ends.map((end) => end.slice(0, END)),
        ),
        ...joined(
          'h',
          [name],
          ends.map((end) => end.slice(-END)),
        ),
      ]),
    ...joined('s', sounds, initials),
  ]
}

const skeletonKey = (letter: 'a' | 'w', skeletons: readonly string[]): string[] =>
  skeletons.map((both) => `${letter}:${both}`)

/**
 * w: consonants of a name in Arabic or Hebrew letters, which few records hold, so that every candidate asks for it. a: those
 * of any name, for the few candidates who state theirs in such letters.
 */
function storedSkeletons({ skeletons, abjad }: Parts): string[] {
  return [...skeletonKey('a', skeletons), ...(abjad ? skeletonKey('w', skeletons) : [])]
}

function askedSkeletons({ skeletons, abjad }: Parts): string[] {
  return skeletonKey(abjad ? 'a' : 'w', skeletons)
}

/** Keys of a birth with a name, as far as the birth is known: d, e, m, y, i. */
function birthKeys({ initials, canonical, sounds }: Parts, { year, month, day }: KnownDate): string[] {
  const years = [...joined(`e:${year}`, sounds, canonical), ...joined(`y:${year}`, sounds, initials)]
  if (month === null || day === null) return years
  const date = `${year}${pad(month)}${pad(day)}`
  return [
    ...joined('d', [date], sounds),
    ...joined(`m:${date.slice(4)}`, sounds, initials),
    ...joined('i', [date], initials),
    ...years,
  ]
}

/** c: a certificate number whatever its authority, which candidates often do not state. */
function certificateKeys(certificates: readonly { readonly number: string }[]): string[] {
  const numbers = certificates.slice(0, LIMITS.certificates).map(({ number }) => normalizeNumber(number))
  return numbers.filter((number) => number !== '').map((number) => `c:${number}`)
}

const undated = (keys: readonly string[]): string[] => keys.map((key) => UNDATED + key)

/** What to store with an identity record. Sorted, without repetitions, at most `LIMITS.recordKeys`. */
export function keysForRecord(record: KeyedRecord): string[] {
  const birth = recordBirth(record)
  const names = recordNames(record).map(partsOf)
  const alone = names.flatMap((name) => [...nameKeys(name), ...storedSkeletons(name)])
  return bounded(
    [
      ...certificateKeys(record.certificates),
      ...(birth ? names.flatMap((name) => birthKeys(name, birth)) : undated(alone)),
      ...alone,
    ],
    LIMITS.recordKeys,
  ).sort()
}

/** One key to look up for a candidate. */
export interface AskedKey {
  readonly key: string
  /** 2: asked only where the keys of the first round found few. */
  readonly round: 1 | 2
  /**
   * A record that agrees with all that the candidate states has this key: where more share it than are looked at, such
   * a record may not have been compared.
   */
  readonly whole: boolean
}

/**
 * What to ask for a candidate, strongest first, at most `LIMITS.candidateKeys`; a record that shares one key may be
 * compared. With a birth, the keys that hold one and those of records without one come first, and the name alone second;
 * without, the name.
 */
export function questionsFor(candidate: Candidate): AskedKey[] {
  const birth = readDate(candidate.dateOfBirth)
  const names = candidateNames(candidate)
  const straight = names.map(partsOf)
  // Cells exchanged: only the query is turned round, the index is written straight.
  const turned = names.map(({ given, family, suffix }): NormalName => ({
    given: family,
    middle: [],
    family: given,
    familyCore: given,
    suffix,
  }))
  const all = [...straight, ...turned.map(partsOf)]
  const alone = all.flatMap((name) => [...nameKeys(name), ...askedSkeletons(name)])
  const keys = [
    ...certificateKeys(candidate.certificates),
    ...birthReadings(birth).flatMap((reading) => all.flatMap((name) => birthKeys(name, reading))),
    ...(birth ? undated(alone) : []),
    ...alone,
  ]
  const wholes = wholeKeys(straight, birth)
  return bounded(keys, LIMITS.candidateKeys).map((key) => ({
    key,
    round: key.startsWith('s') || key.startsWith('a') || (birth !== null && isOfNameAlone(key)) ? 2 : 1,
    whole: wholes.has(key),
  }))
}

/** The keys of `questionsFor`, in the order of `keysForRecord`. */
export function keysForCandidate(candidate: Candidate): string[] {
  return questionsFor(candidate)
    .map(({ key }) => key)
    .sort()
}

const NAME_ALONE: ReadonlySet<string> = new Set(['r', 'k', 'l', 'n', 'g', 'h', 'w', 's', 'a'])

/** The whole name stays with the strong ones: it is one key, and finds whoever is recorded with another birth. */
function isOfNameAlone(key: string): boolean {
  return !key.startsWith(UNDATED) && NAME_ALONE.has(letterOf(key))
}

/**
 * The keys under which the candidate's own name and birth are found, a short form of the given name allowed; where only
 * an initial of it is stated, everybody of that initial.
 */
function wholeKeys(names: readonly Parts[], birth: KnownDate | null): ReadonlySet<string> {
  const keys = names.flatMap(({ givens: [given = ''], sounds, canonical, initials }) => {
    const isInitial = given.length === 1
    const alone = isInitial ? joined('s', sounds, initials) : joined('n', sounds, canonical)
    if (!birth) return alone
    const dated = isInitial ? joined(`y:${birth.year}`, sounds, initials) : joined(`e:${birth.year}`, sounds, canonical)
    return [...dated, ...undated(alone)]
  })
  return new Set(keys)
}

/** The date, and the date with day and month exchanged where that is one. */
function birthReadings(birth: KnownDate | null): KnownDate[] {
  if (!birth) return []
  const { year, month, day } = birth
  if (month === null || day === null || day > 12 || day === month) return [birth]
  return [birth, { year, month: day, day: month }]
}

/** Without repetitions; the strongest stay, and of one kind the first. */
function bounded(keys: readonly string[], limit: number): string[] {
  return [...new Set(keys)].sort(strengthOrder).slice(0, limit)
}
