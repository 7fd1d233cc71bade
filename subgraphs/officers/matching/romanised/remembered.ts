/** Words whose answer is kept; a file of a million people has some hundred thousand names, a hub asks for a few. */
const LIMIT = 50_000

/**
 * The same function of a word, each answer kept while there is room: the regular expressions of a fold are most of what
 * comparing costs. Full, it begins anew, so that memory stays bounded whatever words come.
 */
export function remembered<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const made = answer(word)
    if (known.size >= LIMIT) known.clear()
    known.set(word, made)
    return made
  }
}
