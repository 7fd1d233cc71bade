/** The enumeration object that type-graphql registers, from a list of words that is written elsewhere once. */
export function enumOf<Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } {
  return Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W }
}
