import { fromBase64 } from '../tree/base64.js'
import { appendLeaves, EMPTY, type Frontier, rootOf } from '../tree/frontier.js'
import { leafHash } from '../tree/hash.js'
import type { TreeHead } from '../tree/verify.js'
import type { Fault, FaultKind } from './faults.js'
import type { EntryLine } from './format.js'
import { Sequence } from './sequence.js'
import { jsonObject } from './shapes.js'
import type { Witness } from './witness.js'

export type Report = (kind: FaultKind, place: Partial<Omit<Fault, 'kind' | 'line'>>) => void

/** The entries of an export as they come: each in itself, its place, and the tree over all of them. */
export class TreeCheck {
  readonly #report: Report
  readonly #witness: Witness
  readonly #expiredBefore: number
  readonly #places = new Sequence()
  #frontier: Frontier = EMPTY
  /** False once it is not the tree that was signed: past it no root can be right, so none is compared. */
  #holds = true
  entries = 0
  withoutContents = 0

  /** Entries of a lower index than `expiredBefore` may be without contents. */
  constructor(witness: Witness, expiredBefore: number, report: Report) {
    this.#witness = witness
    this.#expiredBefore = expiredBefore
    this.#report = report
    this.#compareWithWitness()
  }

  /** Index of the entry that belongs here: as many should stand before it. */
  get next(): number {
    return this.#places.next
  }

  takeEntry({ index, entry, leafHash: stated }: EntryLine): void {
    const expected = this.#places.next
    if (!this.#places.take(index))
      this.#report(index > expected ? 'ENTRY_MISSING' : 'ENTRY_OUT_OF_ORDER', { entry: expected })
    if (index !== this.#frontier.size) this.#holds = false
    this.entries += 1
    const hash = fromBase64(stated) ?? Buffer.alloc(0)
    if (entry === null) this.#takeWithoutContents(index)
    else if (!leafHash(Buffer.from(entry, 'utf8')).equals(hash)) this.#report('ENTRY_ALTERED', { entry: index })
    else if (jsonObject(entry)?.['index'] !== index) this.#report('ENTRY_MISPLACED', { entry: index })
    this.#frontier = appendLeaves(this.#frontier, [hash]).frontier
    this.#compareWithWitness()
  }

  /** A line that may have been an entry. */
  takeUnread(): void {
    this.#places.takeUnread()
  }

  /** True: this is the head of the entries before it. */
  takeHead({ size, root }: TreeHead): boolean {
    const { next } = this.#places
    if (!this.#places.mayBe(size)) {
      if (size < next) this.#report('HEAD_SIZE_DIFFERS', { head: size })
      else this.#report('ENTRY_MISSING', { head: size, entry: next })
    }
    if (size >= next) this.#places.goOnAt(size)
    if (size > this.#frontier.size) this.#holds = false
    if (!this.#holds || size !== this.#frontier.size) return false
    if (rootOf(this.#frontier).equals(root)) return true
    this.#report('HEAD_ROOT_DIFFERS', { head: size })
    this.#holds = false
    return false
  }

  #takeWithoutContents(index: number): void {
    this.withoutContents += 1
    if (index >= this.#expiredBefore) this.#report('ENTRY_WITHOUT_CONTENTS', { entry: index })
  }

  #compareWithWitness(): void {
    const seen = this.#holds ? this.#witness.at(this.#frontier.size) : undefined
    if (seen === undefined || seen.root.equals(rootOf(this.#frontier))) return
    this.#report('WITNESS_DIFFERS', { head: this.#frontier.size, note: seen.note })
    this.#holds = false
  }
}
