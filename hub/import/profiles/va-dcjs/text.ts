/** What UTF-8 looks like when it was read as Windows-1252, for the characters that occur in names and reasons. */
const GARBLED: readonly (readonly [RegExp, string])[] = [
  [/â€™|â€˜/g, '’'],
  [/â€œ|â€\u009d|â€/g, '"'],
  [/â€“|â€”/g, '-'],
  [/Â§/g, '§'],
  [/Â\u00a0|\u00a0/g, ' '],
  [/Ã©/g, 'é'],
  [/Ã¡/g, 'á'],
  [/Ã­/g, 'í'],
  [/Ã³/g, 'ó'],
  [/Ã±/g, 'ñ'],
  [/Ã¼/g, 'ü'],
]

export interface CleanText {
  readonly text: string
  /** Mojibake was found and put right. */
  readonly repaired: boolean
  /** Holds U+FFFD: a character is lost for good. */
  readonly lost: boolean
}

/** Repairs known mojibake, folds white space (line breaks included) to single spaces, trims. */
export function cleanText(raw: string): CleanText {
  let text = raw
  for (const [pattern, replacement] of GARBLED) text = text.replace(pattern, replacement)
  const repaired = text.replace(/\u00a0/g, ' ') !== raw.replace(/\u00a0/g, ' ')
  return { text: text.replace(/\s+/g, ' ').trim(), repaired, lost: text.includes('\ufffd') }
}

/** `N/A`, `NA`, `N.A`, `N.A.`, `-` and nothing. */
export function saysNothing(text: string): boolean {
  return text === '' || /^(n\s*[/.]?\s*a\.?|-+|none)$/i.test(text)
}

/** All apostrophes that occur for `'`: right quote, grave, acute, modifier. */
export function foldApostrophes(text: string): string {
  return text.replace(/[’‘`´ʼ]/g, "'")
}
