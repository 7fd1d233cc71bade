import { remembered } from './remembered.js'

/**
 * Korean syllables, sound by sound: Revised Romanization (2000: jeong, yeong, eun), McCune-Reischauer without its marks
 * (chong, yong, un) and the spellings in passports (jung, young, eun). Recalled. Vowels that these schemes write with
 * the same letters (eo, o, u, eu) cannot be told apart, and are one here.
 */
const KOREAN_FOLDS: readonly (readonly [RegExp, string])[] = [
  [/(?<=h)(?:eui|ui|ee)/g, 'i'],
  [/y(?:eo|ou|oo|u|o)/g, 'Y'],
  [/w?oo|wu|eo|eu|ou|oh(?![aeiou])|[uo]/g, 'O'],
  [/a[eiy]/g, 'A'],
  [/ee|yi/g, 'i'],
  [/sh(?=[iO])/g, 's'],
  [/ch|j+/g, 'c'],
  [/[kg]+/g, 'k'],
  [/[td]+/g, 't'],
  [/[pb]+/g, 'p'],
  [/[rl]+/g, 'l'],
]

const SYLLABLE = '(?:kk|tt|pp|ss|jj|ch|sh|[gnkdtrlmbpsjh])?[yw]?(?:eo|eu|ae|oo|ou|ee|ui|oe|[aeiou])(?:ng|[nmlkptbgh])?'
const KOREAN_SYLLABLE = new RegExp(`^${SYLLABLE}$`)
const KOREAN_NAME = new RegExp(`^(?:${SYLLABLE}){1,3}$`)

/** Empty: no Korean name. */
const koreanFold = remembered((word) =>
  KOREAN_NAME.test(word) ? KOREAN_FOLDS.reduce((folded, [from, to]) => folded.replace(from, to), word) : '',
)

/** One Korean syllable, by any of those schemes. */
export function isKoreanSyllable(word: string): boolean {
  return KOREAN_SYLLABLE.test(word)
}

/** One Korean given name, by any of them. Symmetric. */
export function isSameKorean(a: string, b: string): boolean {
  const fold = koreanFold(a)
  return fold !== '' && fold === koreanFold(b)
}

/** Hepburn (shi, chi, tsu, ja) beside Kunrei-shiki (ISO 3602: si, ti, tu, zya); long vowels ō, ou, oh, oo are one. */
const JAPANESE_FOLDS: readonly (readonly [RegExp, string])[] = [
  [/o[uoh](?![aeiou])/g, 'o'],
  [/uu/g, 'u'],
  [/sh(?=[aueoi])/g, 'sy'],
  [/ch(?=[aueoi])/g, 'ty'],
  [/j(?=[aueoi])/g, 'zy'],
  [/tch/g, 'tty'],
  [/yy/g, 'y'],
  [/yi/g, 'i'],
  [/ts/g, 't'],
  [/fu/g, 'hu'],
  [/di/g, 'zi'],
  [/dz|du/g, 'zu'],
  [/m(?=[mpb])/g, 'n'],
]

/** Two morae at least; l, v, q, x and final consonants but n do not occur. No word can be read in two ways by it. */
const JAPANESE =
  /^(?:(?:ch|sh|ts|[kgsztdnhbpmryjfw])?y?[aeiou](?:h(?![aeiouy]))?|n(?![aeiouy])|m(?=[mpb])|t(?=ch)|[kpst](?=[kpst][aeiouy])){2,}$/

/** Empty: no Japanese word. */
export const japaneseFold = remembered((word) =>
  JAPANESE.test(word) ? JAPANESE_FOLDS.reduce((folded, [from, to]) => folded.replace(from, to), word) : '',
)

/** Symmetric. */
export function isSameJapanese(a: string, b: string): boolean {
  const fold = japaneseFold(a)
  return fold !== '' && fold === japaneseFold(b)
}
