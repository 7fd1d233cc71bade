import { abjadWords } from './romanised/abjad.js'
import { readable } from './text.js'
import type { NameParts } from './types.js'

/** What is lost where a name is written in lower-case ASCII, as far as comparing needs it. */
export interface Writing {
  /** Words in Arabic or Hebrew letters; none where the half is in another script. */
  readonly abjad: { readonly given: readonly string[]; readonly family: readonly string[] }
  /** Words with their Vietnamese marks, of a name whose writer uses them; null for others. */
  readonly toned: { readonly given: readonly string[]; readonly family: readonly string[] } | null
}

/** Letters that no orthography but Vietnamese has (TCVN 5712, Unicode's Latin Extended Additional). */
const VIETNAMESE = /[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0]/u
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** A syllable with its tone at the end: hòa and hoà are one, by the older and the newer placement. */
function toned(syllable: string): string {
  const marks = syllable.normalize('NFD')
  return marks.replace(TONES, '') + [...(marks.match(TONES) ?? [])].join('')
}

const tonedWords = (cell: string): string[] =>
  readable(cell)
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
    .map(toned)

const ASCII = /^[\u0000-\u007f]*$/

/** Null for most names: nothing is lost. */
export function writingOf({ given, family }: Pick<NameParts, 'given' | 'family'>): Writing | null {
  if (ASCII.test(given) && ASCII.test(family)) return null
  const abjad = { given: abjadWords(given), family: abjadWords(family) }
  const marked = VIETNAMESE.test(readable(given)) || VIETNAMESE.test(readable(family))
  if (!marked && abjad.given.length === 0 && abjad.family.length === 0) return null
  return { abjad, toned: marked ? { given: tonedWords(given), family: tonedWords(family) } : null }
}

const WHOLE_NAME = /^(?:\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4})$/u
/** Surnames of two characters, in both forms, and in Hangul. Recalled; the commonest. */
const DOUBLE_SURNAMES =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|东方|東方|夏侯|皇甫|尉迟|慕容|令狐|端木|남궁|황보|제갈|선우|독고|사공|서문)(?=.)/u

/**
 * A Chinese or Korean name that stands as a whole in one cell, without spaces, in its two halves: the surname comes
 * first and is one character but for a few.
 */
export function inCells(name: NameParts): NameParts {
  const [given, family] = [name.given.trim(), name.family.trim()]
  const whole = given === '' ? family : family === '' ? given : ''
  if (!WHOLE_NAME.test(whole)) return name
  const surname = DOUBLE_SURNAMES.exec(whole)?.[0] ?? whole.slice(0, 1)
  return { ...name, family: surname, given: whole.slice(surname.length) }
}
