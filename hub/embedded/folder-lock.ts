import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.js'

/** Who owns the data folder, and behind which folder's socket its database answers. */
export interface LockHolder extends ProcessIdentity {
  readonly socketFolder: string
}

/** Milliseconds after which a takeover that was begun and not ended counts as abandoned. */
const TAKEOVER_ABANDONED = 10_000

/**
 * One owner a folder. PGlite itself has no lock: a second process that opened the folder would lose what it writes,
 * without an error. The lock is a file that names its holder; that of a process which is gone is taken over.
 */
export class FolderLock {
  readonly #path: string
  readonly #takeover: string

  constructor(dataDir: string) {
    this.#path = join(dataDir, 'database.lock')
    this.#takeover = `${this.#path}.takeover`
  }

  /** The live holder, or null if this process holds the lock now. */
  acquire(socketFolder: string): LockHolder | null {
    for (;;) {
      if (this.#write({ ...thisProcess(), socketFolder })) return null
      const holder = this.#holder()
      if (holder && isAlive(holder)) return holder
      this.#removeStale()
    }
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
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as LockHolder
    } catch {
      return null
    }
  }

  /** Looks again under a second lock: of two that find the same stale file, one must not remove the other's new one. */
  #removeStale(): void {
    try {
      writeFileSync(this.#takeover, '', { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const age = Date.now() - (statSync(this.#takeover, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      if (age > TAKEOVER_ABANDONED) rmSync(this.#takeover, { force: true })
      // Its holder needs a moment, and this is a synchronous wait for a file that is there for microseconds.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      return
    }
    try {
      const holder = this.#holder()
      if (!holder || !isAlive(holder)) rmSync(this.#path, { force: true })
    } finally {
      rmSync(this.#takeover, { force: true })
    }
  }
}
