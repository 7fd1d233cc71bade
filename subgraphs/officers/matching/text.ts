import anyAscii from 'any-ascii'
import { repaired } from './mojibake.js'

/** A cell longer than this is cut: what follows cannot be a name, and comparing is quadratic in length. */
const MAX_CELL = 160
const MAX_TOKEN = 40
const MAX_TOKENS = 8

// U+FFFD stands where a wrong decoding destroyed a typographic apostrophe (O�Neill), as in published lists.
const APOSTROPHES =
  /[\u0027\u0060\u00b4\u02b0-\u02bf\u02c8\u02ca\u02cb\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07\ufffd]/gu

/** Accents upon accents carry no name; Indic vowel signs and Vietnamese tones come one or two to a letter. */
const FLOOD = /(\p{M}{3})\p{M}+/gu

/** ELOT 743 (ISO 843) writes these pairs as one sound, where any-ascii writes letter by letter. */
const GREEK: readonly (readonly [RegExp, string])[] = [
  [/ο[υύ]/giu, 'ou'],
  [/γγ/giu, 'ng'],
  [/(^|[^\p{L}])μπ/giu, '$1b'],
  [/([αεη])[υύ](?=[αεηιουωάέήίόύώβγδζλμνρ])/giu, '$1v'],
  [/([αεη])[υύ]/giu, '$1f'],
]

const greek = (cell: string): string =>
  /\p{Script=Greek}/u.test(cell) ? GREEK.reduce((text, [from, to]) => text.replace(from, to), cell) : cell

const ASCII = /^[\u0000-\u007f]*$/

/** A cell as it is read: cut, wrong decodings undone, composed, without floods of accents. */
export function readable(cell: string): string {
  const text = cell.slice(0, MAX_CELL)
  if (ASCII.test(text)) return text.includes('&') ? repaired(text) : text
  return repaired(text).normalize('NFC').replace(FLOOD, '$1')
}

/**
 * The words of a cell: transliterated to ASCII, lower case, apostrophes closed up (O'Neill is one word), every other
 * sign a space. At most 8 words of at most 40 letters, whatever the input.
 */
export function words(cell: string): string[] {
  // Stripping non-Latin letters instead of transliterating them lost 12 points of recall (stack.md).
  const ascii = anyAscii(greek(readable(cell).replace(APOSTROPHES, '')))
  return ascii
    .slice(0, 2 * MAX_CELL)
    .toLowerCase()
    .replace(/['`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, MAX_TOKENS)
    .map((word) => word.slice(0, MAX_TOKEN))
}
