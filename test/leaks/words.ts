/** Sentences by what they are about: one sentence a key, one key a sentence. */
export class Words {
  readonly #sentences = new Map<string, Map<string, unknown>>()

  agree(about: string, key: string, sentence: unknown): boolean {
    const held = this.#sentences.get(about) ?? new Map<string, unknown>()
    this.#sentences.set(about, held)
    if (held.has(key)) return held.get(key) === sentence
    if ([...held.values()].includes(sentence)) return false
    held.set(key, sentence)
    return true
  }
}
