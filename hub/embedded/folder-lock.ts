import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type ProcessIdentity, thisProcess } from './process-identity.js'

/** Who owns the data folder, and behind which folder's socket its database answers. */
export interface LockHolder extends ProcessIdentity {
  readonly socketFolder: string
}

/** Milliseconds after which a takeover that was begun and not ended counts as abandoned. */
const TAKEOVER_ABANDONED = 10_000

/**
 * One owner a folder. PGlite itself has no lock: a second process that opened the folder would lose what it writes,
 * without an error. The lock is a file that names its holder; whether that one is gone is for the caller to find out.
 */
export class FolderLock {
  readonly #path: string
  readonly #takeover: string

  constructor(dataDir: string) {
    this.#path = join(dataDir, 'database.lock')
    this.#takeover = `${this.#path}.takeover`
  }

  /** Null if this process holds the lock now, else who does: a process that lives, or one that left it behind. */
  acquire(socketFolder: string): LockHolder | null {
    for (;;) {
      if (this.#write({ ...thisProcess(), socketFolder })) return null
      const holder = this.#holder()
      if (holder) return holder
      // Released meanwhile, or not a lock at all.
      this.remove(null)
    }
  }

  /** Milliseconds since the lock was taken; 0 where there is none. */
  age(): number {
    const taken = statSync(this.#path, { throwIfNoEntry: false })
    return taken ? Date.now() - taken.mtimeMs : 0
  }

  release(): void {
    const holder = this.#holder()
    if (holder?.pid === process.pid) rmSync(this.#path, { force: true })
  }

  /** A file that appears whole or not at all: written aside and linked into place. */
  #write(holder: LockHolder): boolean {
    const aside = `${this.#path}.${process.pid}.${randomBytes(4).toString('hex')}`
    writeFileSync(aside, JSON.stringify(holder), { mode: 0o600, flag: 'wx' })
    try {
      linkSync(aside, this.#path)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      return false
    } finally {
      rmSync(aside, { force: true })
    }
  }

  #holder(): LockHolder | null {
    return parse(this.#text())
  }

  /** Null where there is no lock. */
  #text(): string | null {
    try {
      return readFileSync(this.#path, 'utf8')
    } catch {
      return null
    }
  }

  /**
   * Removes the lock that `left` left behind, if it is still that one. Looks again under a second lock: of two that find the
   * same stale file, one must not remove the other's new one.
   */
  remove(left: LockHolder | null): void {
    try {
      writeFileSync(this.#takeover, '', { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const begun = statSync(this.#takeover, { throwIfNoEntry: false })
      if (begun && Date.now() - begun.mtimeMs > TAKEOVER_ABANDONED) rmSync(this.#takeover, { force: true })
      // Its holder needs a moment, and this is a synchronous wait for a file that is there for microseconds.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      return
    }
    try {
      const text = this.#text()
      // Where there was none a moment ago, there may be a new one now.
      if (text !== null && isDeepStrictEqual(parse(text), left)) rmSync(this.#path, { force: true })
    } finally {
      rmSync(this.#takeover, { force: true })
    }
  }
}

/** Null where it is no lock. */
function parse(text: string | null): LockHolder | null {
  try {
    return text === null ? null : (JSON.parse(text) as LockHolder)
  } catch {
    return null
  }
}
