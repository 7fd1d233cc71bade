import damerauLevenshtein from 'talisman/metrics/damerau-levenshtein.js'
import jaroWinkler from 'talisman/metrics/jaro-winkler.js'
import doubleMetaphone from 'talisman/phonetics/double-metaphone.js'

/** Below this length one changed letter makes another name (Mark, Mary; Hall, Hill). */
const MIN_TYPO_LENGTH = 5
/** Two slips are still one name only in a long name that begins alike. */
const MIN_TWO_SLIPS_LENGTH = 7
const MIN_TWO_SLIPS_SIMILARITY = 0.92

/** Double Metaphone codes, one or two, none for an empty word. The only phonetic algorithm in index and query. */
export function phoneticCodes(word: string): string[] {
  const [primary, secondary] = doubleMetaphone(word)
  return [...new Set([primary, secondary])].filter((code) => code !== '')
}

/** Letters inserted, deleted, replaced, or neighbours exchanged. */
export function edits(a: string, b: string): number {
  return damerauLevenshtein(a, b)
}

/** Jaro-Winkler, in one order of the arguments: the library's answer may depend on it. */
function similarity(a: string, b: string): number {
  return a < b ? jaroWinkler(a, b) : jaroWinkler(b, a)
}

/** Apart by a slip of the pen. Symmetric. */
export function isTypo(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < MIN_TYPO_LENGTH || Math.abs(a.length - b.length) > 2) return false
  const distance = edits(a, b)
  if (distance <= 1) return true
  return distance === 2 && shorter >= MIN_TWO_SLIPS_LENGTH && similarity(a, b) >= MIN_TWO_SLIPS_SIMILARITY
}

/** A letter or two apart, in names so short that this may be another name. Symmetric. */
export function isNear(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  return shorter >= 3 && Math.abs(a.length - b.length) <= 2 && edits(a, b) <= (shorter < MIN_TYPO_LENGTH ? 1 : 2)
}

const isVowel = (word: string): boolean => /^(?:[aeiou]|y(?![aeiou]))/.test(word)

/** A code that begins with a vowel hides which: Wang and Yang, Wayne and Jane have one. */
const isSameStart = (a: string, b: string): boolean => a[0] === b[0] || (isVowel(a) && isVowel(b))

/** Sound alike in English. A code of one consonant (Lee, Lowe, Wiley) says too little. Symmetric. */
export function soundAlike(a: string, b: string): boolean {
  const codes = phoneticCodes(a)
  return phoneticCodes(b).some(
    (code) => code.length > 1 && codes.includes(code) && (!code.startsWith('A') || isSameStart(a, b)),
  )
}

/**
 * Doubled letters once, ae, oe, ue as the plain vowel, Mac and Mc before a longer rest: Mueller and Müller, Mattson and
 * Matson, MacDonald and McDonald.
 */
export function spellingFold(word: string): string {
  return word
    .replace(/^mac(?=[b-df-hj-np-tv-z].{2})/, 'mc')
    .replace(/([aou])e/g, '$1')
    .replace(/(.)\1+/g, '$1')
}
