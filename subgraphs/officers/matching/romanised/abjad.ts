import { readable } from '../text.js'

const MAX_LETTERS = 40
const MAX_WORDS = 8

/**
 * How a letter may be written in Latin letters, by the standards and by habit. Short vowels are not written in these
 * scripts, so that between two letters any vowels may stand; ا و י and their like are long vowels and must be seen.
 * Recalled from BGN/PCGN 1956 (Arabic), ALA-LC Arabic and Hebrew, ICAO Doc 9303 part 3 section 6 (Arabic), the Academy of
 * the Hebrew Language (2006), and French and German spelling of names. An empty form: the letter may go unwritten.
 */
// prettier-ignore
const FORMS: Readonly<Record<string, string>> = {
  ا: 'a', آ: 'a', ٱ: 'a', أ: ',a', إ: ',i,e', ء: '', ئ: ',y,i,e', ؤ: ',w,u,o', ع: '', ى: 'a,i,y,e', ة: 'a,ah,at,e,eh,et',
  و: 'u,o,w,v', ي: 'i,y,j,ee', ی: 'i,y,j,ee,a', ې: 'i,e,ee', ب: 'b', پ: 'p', ت: 't', ث: 'th,s,t', ج: 'j,g,dj,dzh,dsch,zh',
  چ: 'ch,tch,tsch', ح: 'h,ch', خ: 'kh,h,k,ch,x', د: 'd', ذ: 'dh,d,z,th', ر: 'r', ز: 'z', ژ: 'zh,j', س: 's,c',
  ش: 'sh,ch,sch,s', ص: 's', ض: 'd,dh,z,dz', ط: 't', ظ: 'z,dh,th,d', غ: 'gh,g,rh', ف: 'f,ph', ڤ: 'v', ق: 'q,k,g,c,gh', ك: 'k,c,ck',
  ک: 'k,c,ck', گ: 'g', ل: 'l', م: 'm', ن: 'n', ه: 'h,', ہ: 'h,', ھ: 'h,',
  א: ',a', ב: 'b,v,w', ג: 'g,j', ד: 'd', ה: 'h,a,ah,e,eh,o,oh,', ו: 'v,w,o,u', ז: 'z,s', ח: 'ch,h,kh', ט: 't', י: 'i,y,j,ee',
  כ: 'k,c,ch,kh', ך: 'ch,kh,k,h', ל: 'l', מ: 'm', ם: 'm', נ: 'n', ן: 'n', ס: 's', ע: ',a', פ: 'p,f,ph', ף: 'f,ph,p',
  צ: 'ts,tz,z,c', ץ: 'ts,tz,z', ק: 'k,q,c', ר: 'r', ש: 'sh,s,ch,sch', ת: 't,th,s',
}

const ALTERNATIVES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(FORMS).map(([letter, forms]) => [letter, forms.split(',')]),
)

const ABJAD_WORD = /^[\p{Script=Arabic}\p{Script=Hebrew}]+$/u
/** Arabic's article, alone or after the first half of a compound (عبد الرحمن); a word that is no more keeps it. */
const ARTICLE = /^(?:ال|אל-)(?=.{2})|(?<=^عبد)ال(?=.{2})/u

/**
 * The words of a cell that is written in Arabic or Hebrew letters, without vowel signs and articles; none for a cell of
 * another script, or of several. At most 8 words of at most 40 letters.
 */
export function abjadWords(cell: string): string[] {
  const found = readable(cell)
    .normalize('NFKC')
    .replace(/יי|וו/gu, (pair) => pair.charAt(0))
    .replace(/[\p{Mn}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069'’׳״]/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
  if (!found.every((word) => ABJAD_WORD.test(word))) return []
  return found.map((word) => word.slice(0, MAX_LETTERS).replace(ARTICLE, '')).filter((word) => word !== 'ال')
}

/** At the beginning of a word, where a vowel is heard and the letter only carries it. */
const UNSOUNDED = /^[اأإآٱعאע]/u

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter)

const VOWELS = ['a', 'e', 'i', 'o', 'u']

/** Letters with which the reading of a word of an abjad may begin: عمر is Omar, جمال Jamal or Gamal. */
export function openingsOf(letters: string): string[] {
  if (UNSOUNDED.test(letters)) return VOWELS
  const forms = ALTERNATIVES.get(letters.charAt(0)) ?? []
  return [...new Set(forms.map((form) => form.charAt(0)))].filter((letter) => letter !== '')
}

/** Where `latin` may be read on to after one letter of the other script, from each of the places in `from`. */
function advance(latin: string, from: ReadonlySet<number>, forms: readonly string[], unwritten: number): Set<number> {
  const places = new Set<number>()
  for (const place of from) {
    for (let at = place; at <= place + unwritten; at++) {
      for (const form of forms) {
        if (!latin.startsWith(form, at)) continue
        const end = at + form.length
        places.add(end)
        // Double letters, as Latin spelling writes Arabic's shadda and much else.
        if (form !== '' && latin.startsWith(form, end)) places.add(end + form.length)
        else if (form !== '' && latin[end] === form.at(-1)) places.add(end + 1)
      }
      if (!isVowel(latin[at])) break
    }
  }
  return places
}

/**
 * Whether a word of Latin letters (lower-case ASCII) may be the reading of one of an abjad: consonant by consonant, with
 * a short vowel between them, for which French writes two letters in a first syllable (Moustapha); elsewhere two stand
 * for a long one, which the other script would write (Mahmoud is not محمد). Its cost is bounded by the product of the
 * two lengths.
 */
export function isReadingOf(latin: string, letters: string): boolean {
  const opensWithVowel = UNSOUNDED.test(letters)
  if (opensWithVowel && !isVowel(latin[0])) return false
  let places: ReadonlySet<number> = new Set([0])
  for (const [i, letter] of [...letters].entries()) {
    const forms = i === 0 && opensWithVowel ? [''] : (ALTERNATIVES.get(letter) ?? [letter])
    places = advance(latin, places, forms, i < 2 ? 2 : 1)
  }
  // French writes an e after an n or m that it sounds: Abderrahmane.
  const end = /[من]$/u.test(letters) ? 'e' : ''
  return [...places].some((place) => place === latin.length || latin.slice(place) === end)
}

/** Two spellings of one word: seats of hamza, alif maqsura and ta marbuta are often left out. Symmetric. */
export function isSameAbjad(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

const plain = (letters: string): string =>
  letters
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىی]/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ک/gu, 'ك')

/** abdul, abdel, abd al-; abdurrahman, where the article takes the next consonant: the two halves and nothing between. */
export function withoutInnerArticle(latin: string): string {
  return latin.replace(/^abd(?:[aeiou]?l(?=[a-z]{3})|[aeou](?=([a-z])\1))/, 'abd')
}

const SERVANT = new Set(['abd', 'abdul', 'abdel', 'abdal', 'abdu'])

/** Arabic's servant of: the first half of a given name, and no name by itself (Abdul Rahman). */
export function isServant(word: string | undefined): boolean {
  return word !== undefined && SERVANT.has(word)
}

/** Sounds that scripts and spellings keep apart well; the rest of the obstruents is one class, and a run of them one. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/([a-z])\1+/g, '$1'],
  [/[aeiouyhw-]/g, ''],
  [/[pfv]/g, 'b'],
  [/[cdgjkqstxz]+/g, 'x'],
]

/**
 * A word's consonants in six classes, for blocking: what a reading has in common with the word that it is of. Not all
 * readings have it (v for Hebrew's vav, ch for its het): those are found by their other half or a date.
 */
export function skeleton(latin: string): string {
  return CLASSES.reduce((word, [from, to]) => word.replace(from, to), withoutInnerArticle(latin))
}

/** The same of a word of an abjad, by the first of each letter's forms. */
export function abjadSkeleton(letters: string): string {
  return skeleton([...letters].map((letter) => ALTERNATIVES.get(letter)?.[0] ?? '').join('-'))
}
