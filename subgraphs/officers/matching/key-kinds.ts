/** What sharing one kind of key says, in bits: of the birth, of the name, or of a number. */
export interface KeyKind {
  readonly birth: number
  readonly name: number
  readonly number: number
}

const kind = (birth: number, name: number, number = 0): KeyKind => ({ birth, name, number })

/**
 * The kinds of blocking keys, strongest first (ADR 0015): a certificate number; a birth with a name, where the join of
 * the two is rare however many people there are; names alone, whole ones first; last the sound of a surname and an
 * initial, which thousands of a million share. A bit halves the strangers who share the key. They rank candidates for
 * comparison and never enter a score.
 */
export const KEY_KINDS = {
  /** Certificate number, whatever its authority. */
  c: kind(0, 0, 20),
  /** Day of birth, sound of the surname. */
  d: kind(14, 9),
  /** Year of birth, sound of the surname, a name that the given one is short for. */
  e: kind(5, 15),
  /** Month and day of birth, sound of the surname, given initial: the year may be wrong. */
  m: kind(8, 12),
  /** Year of birth, sound of the surname, given initial: month and day may be wrong. */
  y: kind(5, 12),
  /** Day of birth, given initial: the surname may be another. */
  i: kind(14, 3),
  /** Given name and surname as written. */
  f: kind(0, 18),
  /** Given name and surname as they are where every romanisation of a sound is one. */
  r: kind(0, 17),
  /** Surname, and the first or the last letters of the given name: for a slip in the given name. */
  k: kind(0, 16),
  l: kind(0, 16),
  /** Sound of the surname, a name that the given one is short for. */
  n: kind(0, 15),
  /** Given name, and the first or the last letters of the surname: for a slip that changes how the surname sounds. */
  g: kind(0, 14),
  h: kind(0, 14),
  /** Consonants of a name that is recorded in Arabic or Hebrew letters. */
  w: kind(0, 12),
  /** Sound of the surname, given initial. */
  s: kind(0, 12),
  /** Consonants of any name, asked by a candidate who writes in Arabic or Hebrew letters. */
  a: kind(0, 11),
} as const satisfies Record<string, KeyKind>

export type KeyLetter = keyof typeof KEY_KINDS

const PLACES: ReadonlyMap<string, number> = new Map(Object.keys(KEY_KINDS).map((letter, index) => [letter, 2 * index]))
/** Before the letter of a key of a name: the record states no birth. */
export const UNDATED = 'u'

/**
 * For the order of comparison: to be recorded without a birth is no evidence, but whoever is recorded with another one than
 * the candidate's comes after it.
 */
const BIRTH_UNKNOWN = 5

/** `un:SM0:john` is asked where the candidate has a birth, and held by records that have none. */
export function kindOf(key: string): KeyKind {
  const of = KEY_KINDS[letterOf(key)]
  return key.startsWith(UNDATED) ? { ...of, birth: BIRTH_UNKNOWN } : of
}

export function letterOf(key: string): KeyLetter {
  return key.charAt(key.startsWith(UNDATED) ? 1 : 0) as KeyLetter
}

const placeOf = (key: string): number => (PLACES.get(letterOf(key)) ?? 0) + (key.startsWith(UNDATED) ? 0 : 1)

/** Order of kinds, strongest first; of one kind, the keys of records without a birth first, which are the fewer. */
export function strengthOrder(a: string, b: string): number {
  return placeOf(a) - placeOf(b)
}
