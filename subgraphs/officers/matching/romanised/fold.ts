import { withoutInnerArticle } from './abjad.js'
import { remembered } from './remembered.js'

/** Shorter words have too many neighbours: Jin and Yin, Chan and Can. */
const MIN_LENGTH = 4
const MIN_LONGER = 5

/**
 * Spellings of one sound, in this order, on lower-case ASCII. What each is for, by the scheme that writes it (recalled;
 * there was no network to check them against):
 * щ ч ш ж х ц: BGN/PCGN and ICAO Doc 9303 (shch, ch, sh, zh, kh, ts), ISO 9 and Czech or Croatian spelling without their
 * marks (s, c, s, z, h, c), German (schtsch, tsch, sch), French (chtch, tch), Polish (szcz, cz, sz). The vowels й ю я ый:
 * y, i, j and the French ou.
 */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/schtsch|chtch|shtch|shch|stch|szcz|sch|sh|sz/g, 's'],
  [/tsch|tch|cz/g, 'ch'],
  [/dzh|dsch|dj/g, 'j'],
  [/ch/g, 'c'],
  [/zh/g, 'z'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/gu(?=[ei])/g, 'g'],
  [/th/g, 't'],
  [/t[sz]/g, 'c'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/(?<=[oe])ff$/, 'v'],
  [/w/g, 'v'],
  // Mueller and Müller, Joerg and Jörg, Oedegaard and Ødegård.
  [/([aou])e/g, '$1'],
  [/(?<=.{3})ee(?=[bdfmnr]$)/, 'i'],
  [/(?<=.{3})oo(?=[bdfmnr]$)/, 'u'],
  [/ou/g, 'u'],
  [/e[yij]e/g, 'ee'],
  [/(?<!^)j/g, 'i'],
  [/y/g, 'i'],
  [/[ei]i/g, 'i'],
  [/([aeiou])h$/, '$1'],
  [/(.)\1+/g, '$1'],
]

/** The word with every spelling of a sound written one way. Idempotence is not claimed: it is compared, never stored. */
export const romanFold = remembered((word) =>
  FOLDS.reduce((folded, [from, to]) => folded.replace(from, to), withoutInnerArticle(word)),
)

/** Jurij and Julia in ISO 9 and German are Yuriy and Yulia elsewhere; an English J is folded as itself as well. */
export const folds = remembered((word) => {
  const folded = romanFold(word)
  return folded.startsWith('j') ? [folded, romanFold(`i${folded.slice(1)}`)] : [folded]
})

/** One name in two ways of writing it in Latin letters. Symmetric. */
export function isSameFold(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < MIN_LENGTH || Math.max(a.length, b.length) < MIN_LONGER) return false
  const others = folds(b)
  return folds(a).some((fold) => others.includes(fold))
}
