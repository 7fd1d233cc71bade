import { type FileHandle, open } from 'node:fs/promises'
import { ComityError } from '../contract/errors.js'
import type { StoredHead } from './tree-store.js'

/** Milliseconds between two heads. */
const INTERVAL = 1000
/** Bytes read from the end: a few hundred notes. */
const TAIL = 65_536
/** A note: its text, an empty line, its signature lines. */
const NOTE = /(?:[^\n]+\n)+\n(?:\u2014 [^\n]+\n)+/gu

export interface WitnessOptions {
  /** Milliseconds. */
  readonly interval?: number
}

/**
 * A file out of the database's reach that keeps the log's signed heads, one note after another with an empty line between: who
 * holds it can show that the log was rewritten. Heads come at most one a second and when it is closed; each is on the disk
 * before the next. What cannot be witnessed is not disclosed: after a failed write the log appends nothing until one succeeds.
 * Each process has a file of its own.
 */
export class WitnessFile {
  /** The newest note in the file when it was opened; null where there is none. */
  readonly seen: string | null
  readonly #file: FileHandle
  readonly #interval: number
  #latest: string | null = null
  #written: string | null
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> = Promise.resolve()
  #failed = false

  private constructor(file: FileHandle, seen: string | null, interval: number) {
    this.seen = seen
    this.#file = file
    this.#written = seen
    this.#interval = interval
  }

  /**
   * The file, made where there is none.
   * @throws ComityError WITNESS_UNUSABLE
   */
  static async open(path: string, { interval = INTERVAL }: WitnessOptions = {}): Promise<WitnessFile> {
    try {
      const file = await open(path, 'a+', 0o600)
      return new WitnessFile(file, await newestNote(file), interval)
    } catch (error) {
      throw new ComityError('WITNESS_UNUSABLE', `(${(error as NodeJS.ErrnoException).code})`)
    }
  }

  /** The newest head: written now, or within the interval. */
  offer({ checkpoint }: Pick<StoredHead, 'checkpoint'>): void {
    this.#latest = checkpoint
    if (this.#timer !== null) return
    this.#write()
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#write()
    }, this.#interval)
    this.#timer.unref()
  }

  /** @throws ComityError AUDIT_UNAVAILABLE while the file cannot be written */
  async assertWorking(): Promise<void> {
    if (!this.#failed) return
    this.#write()
    await this.#writing
    if (this.#failed) throw new ComityError('AUDIT_UNAVAILABLE')
  }

  /** The last head is on the disk, or cannot be. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#write()
    await this.#writing
    await this.#file.close()
  }

  #write(): void {
    this.#writing = this.#writing.then(async () => {
      const note = this.#latest
      if (note === null || note === this.#written) return
      try {
        await appendWhole(this.#file, `${note}\n`)
        this.#written = note
        this.#failed = false
      } catch {
        this.#failed = true
      }
    })
  }
}

/** On the disk, or not in the file: half a note would spoil the next one. */
async function appendWhole(file: FileHandle, text: string): Promise<void> {
  const { size } = await file.stat()
  try {
    await file.appendFile(text)
    await file.datasync()
  } catch (error) {
    await file.truncate(size)
    throw error
  }
}

/** A note that a crash of the machine cut off is cut away: nothing that came after it was answered. */
async function newestNote(file: FileHandle): Promise<string | null> {
  const { size } = await file.stat()
  const from = Math.max(0, size - TAIL)
  const bytes = Buffer.alloc(size - from)
  await file.read(bytes, 0, bytes.length, from)
  const text = bytes.toString('utf8')
  const newest = text.match(NOTE)?.at(-1)
  if (newest === undefined) return null
  const rest = text.slice(text.lastIndexOf(newest) + newest.length).replace(/^\n/, '')
  if (rest !== '') await file.truncate(size - Buffer.byteLength(rest))
  return newest
}
