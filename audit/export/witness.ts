import type { VerifierKey } from '../tree/note.js'
import type { Faults } from './faults.js'
import { openHead } from './open-head.js'

/** What somebody outside saw of a log: some of its heads. */
export class Witness {
  readonly #roots = new Map<number, { root: Buffer; note: number }>()
  #newest: { size: number; note: number } | null = null

  /** The root that was seen at this size, and in which note of the file; undefined where none was. */
  at(size: number): { readonly root: Buffer; readonly note: number } | undefined {
    return this.#roots.get(size)
  }

  /** The largest; null: nothing was seen. */
  get newest(): { readonly size: number; readonly note: number } | null {
    return this.#newest
  }

  /** False: it contradicts what was seen before. A log has one root at a size. */
  see(size: number, root: Buffer, note: number): boolean {
    const seen = this.#roots.get(size)
    if (seen !== undefined) return seen.root.equals(root)
    this.#roots.set(size, { root, note })
    if (this.#newest === null || size > this.#newest.size) this.#newest = { size, note }
    return true
  }
}

/**
 * Reads witness files: one signed checkpoint after another, with or without empty lines between them. A note that is not of
 * this log, or not signed with a known key, is a fault of the file and is not counted as seen.
 */
export function readWitness(
  text: string,
  keys: readonly VerifierKey[],
  origin: string | null,
  faults: Faults,
): Witness {
  const witness = new Witness()
  notesOf(text).forEach((text, place) => {
    const note = place + 1
    const opened = openHead(text, keys, origin, 'WITNESS')
    if (typeof opened === 'string') return faults.add(opened, { note })
    const { size, root } = opened.checkpoint
    if (!witness.see(size, root, note)) faults.add('WITNESS_CONTRADICTS_ITSELF', { note, head: size })
  })
  return witness
}

/** A note ends where a line after its signatures is none. */
function notesOf(text: string): readonly string[] {
  const notes: string[] = []
  let note = ''
  let signed = false
  for (const line of text.split('\n')) {
    const signature = line.startsWith('\u2014 ')
    if (signed && !signature) {
      notes.push(note)
      note = ''
      signed = false
    }
    if (note === '' && line === '') continue
    note += `${line}\n`
    signed ||= signature
  }
  return note === '' ? notes : [...notes, note]
}
