import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../tree/note.js'
import { type Fault, type FaultKind, Faults } from './faults.js'
import { type EndLine, type ExportLine, type HeaderLine, type HeadLine, parseLine } from './format.js'
import { openHead } from './open-head.js'
import { Sequence } from './sequence.js'
import { TreeCheck } from './tree-check.js'
import { readWitness, type Witness } from './witness.js'

export interface VerifyOptions {
  /** Of the log, from whoever vouches for them: never out of what is verified. */
  readonly keys: readonly VerifierKey[]
  /** Text of one witness file, or of several. */
  readonly witness?: string
  /**
   * Entries of a lower index than this may be without contents, since their retention has ended. 0 if not said: whoever
   * exports a log must not be able to remove an entry by saying that it had to go.
   */
  readonly expiredBefore?: number
}

export interface ExportReport {
  readonly ok: boolean
  /** Null where the export does not say it. */
  readonly origin: string | null
  readonly entries: number
  /** Entries whose retention has ended: their place and hash are verified, their contents are gone. */
  readonly withoutContents: number
  readonly heads: number
  /** Heads of which signature, size and root are right. */
  readonly headsVerified: number
  /** The last of them; the root in base64. */
  readonly lastVerified: { readonly size: number; readonly root: string } | null
  /** In the order of the export; at most 1000 of them. */
  readonly faults: readonly Fault[]
  readonly faultCount: number
}

/**
 * Verifies an export offline, in one pass, holding one line and the roots of the witness file: that each entry is what its
 * leaf hash was made of and stands in its place, that each head is signed and is the head of the entries before it, and that
 * the log is the one that the witness saw. Says of every fault where it is. Past the first root that differs no later one can
 * be right, so those are not faults of their own.
 *
 * A line is without its line feed; null stands for one that is no text. Never throws for what the lines hold.
 */
export async function verifyExport(
  lines: AsyncIterable<string | null> | Iterable<string | null>,
  options: VerifyOptions,
): Promise<ExportReport> {
  let check: ExportCheck | null = null
  for await (const text of lines) {
    const line = text === null ? null : parseLine(text)
    if (check === null) check = new ExportCheck(line, options)
    else check.take(line)
  }
  return (check ?? new ExportCheck(null, options)).finish()
}

class ExportCheck {
  readonly #faults = new Faults()
  readonly #keys: readonly VerifierKey[]
  readonly #header: HeaderLine | null
  readonly #witness: Witness
  readonly #tree: TreeCheck
  readonly #ordinals = new Sequence()
  #line = 1
  #heads = 0
  #unread = 0
  #headsVerified = 0
  #lastVerified: ExportReport['lastVerified'] = null
  /** How many entries stood before the last head. */
  #covered = 0
  #end: EndLine['end'] | null = null

  constructor(first: ExportLine | null, { keys, witness = '', expiredBefore = 0 }: VerifyOptions) {
    this.#keys = keys
    this.#header = first !== null && 'format' in first ? first : null
    if (this.#header === null) this.#fault('HEADER_MISSING')
    else this.#checkKeys(this.#header)
    this.#witness = readWitness(witness, keys, this.#header?.origin ?? null, this.#faults)
    this.#tree = new TreeCheck(this.#witness, expiredBefore, (kind, place) => this.#fault(kind, place))
    if (this.#header === null && first !== null) this.#takeLine(first)
  }

  take(line: ExportLine | null): void {
    this.#line += 1
    this.#takeLine(line)
  }

  finish(): ExportReport {
    const { entries, withoutContents, next } = this.#tree
    this.#line += 1
    if (this.#covered < next) this.#fault('ENTRY_UNSIGNED', { entry: this.#covered, line: null })
    if (this.#end === null) this.#fault('END_MISSING', { entry: next })
    const { newest } = this.#witness
    if (newest !== null && newest.size > next)
      this.#fault('WITNESS_IS_NEWER', { note: newest.note, head: newest.size, entry: next, line: null })
    return {
      ok: this.#faults.count === 0,
      origin: this.#header?.origin ?? null,
      entries,
      withoutContents,
      heads: this.#heads,
      headsVerified: this.#headsVerified,
      lastVerified: this.#lastVerified,
      faults: this.#faults.listed,
      faultCount: this.#faults.count,
    }
  }

  #takeLine(line: ExportLine | null): void {
    if (line === null || 'format' in line || this.#end !== null) this.#takeUnread()
    else if ('index' in line) this.#tree.takeEntry(line)
    else if ('head' in line) this.#takeHead(line)
    else this.#takeEnd(line)
  }

  #takeHead({ head, checkpoint: note }: HeadLine): void {
    const here = { head: this.#tree.next }
    this.#heads += 1
    if (!this.#ordinals.take(head)) this.#fault('HEAD_OUT_OF_ORDER', here)
    const opened = openHead(note, this.#keys, this.#header?.origin ?? null)
    if (typeof opened === 'string') {
      this.#fault(opened, here)
    } else {
      const { size, root } = opened.checkpoint
      const listed = new Set(this.#header?.keys)
      const isListed = opened.signedBy.every((key) => listed.has(formatVerifierKey(key)))
      if (this.#header !== null && !isListed) this.#fault('HEAD_KEY_UNLISTED', { head: size })
      if (this.#tree.takeHead({ size, root })) {
        this.#headsVerified += 1
        this.#lastVerified = { size, root: root.toString('base64') }
      }
    }
    this.#covered = this.#tree.next
  }

  #takeUnread(): void {
    this.#fault('LINE_MALFORMED', { entry: this.#tree.next })
    this.#unread += 1
    this.#tree.takeUnread()
    this.#ordinals.takeUnread()
  }

  #takeEnd({ end }: EndLine): void {
    this.#end = end
    const counted = this.#tree.entries + this.#heads + this.#unread
    if (end.entries + end.heads !== counted || end.entries < this.#tree.entries || end.heads < this.#heads)
      this.#fault('END_DIFFERS', { entry: this.#tree.next })
  }

  /** A key id is a hash over the key: no character of what is listed is free to change. */
  #checkKeys({ origin, keys }: HeaderLine): void {
    for (const text of keys) if (parseVerifierKey(text)?.name !== origin) this.#fault('HEADER_KEY_MALFORMED')
  }

  #fault(kind: FaultKind, place: Partial<Omit<Fault, 'kind'>> = {}): void {
    this.#faults.add(kind, { line: this.#line, ...place })
  }
}
