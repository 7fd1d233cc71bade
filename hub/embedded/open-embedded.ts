import { accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { ComityError } from '../../contract/errors.js'
import { socketUrl } from '../../prisma/connection.js'
import { FolderLock, type LockHolder } from './folder-lock.js'
import { knock } from './knock.js'
import { standingOf } from './process-identity.js'
import { SOCKET_NAME, socketFolder } from './socket-folder.js'
import { wholeStatements } from './whole-statements.js'

export interface EmbeddedDatabase {
  readonly url: string
  /** False: another process owns the folder, and this one is its client. */
  readonly owner: boolean
  close(): Promise<void>
}

/** pglite-socket takes one unless told, and drops the second; every pool of every subgraph comes here. */
const CONNECTIONS_MAX = 200
/** Milliseconds for which a live owner may take to answer: its first start writes a whole database. */
const OWNER_PATIENCE = 30_000

/**
 * PostgreSQL clears its shared buffers at each start: with the 128 MB that it takes unless told, that is half a second
 * of every start. Segments of the write-ahead log are 1 MB instead of 16, for a database of some 50 MB in all; it is
 * written out after 128 MB of it, as with the larger ones.
 */
const SIZES = {
  initDbStartParams: ['--wal-segsize=1'],
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'max_wal_size=128MB'],
}

/** Where PGlite keeps its files below the data folder. */
export const pgliteFolder = (dataDir: string): string => join(dataDir, 'pglite')

/**
 * The database of a data folder, behind a Unix socket: opened here, or that of the process which has it open.
 * @param patience milliseconds for an owner that lives and does not answer
 * @throws ComityError DATA_DIR_UNWRITABLE, DATA_DIR_LOCKED
 */
export async function openEmbedded(dataDir: string, { patience = OWNER_PATIENCE } = {}): Promise<EmbeddedDatabase> {
  prepareFolder(dataDir)
  const folder = socketFolder(dataDir)
  const lock = new FolderLock(dataDir)
  const deadline = Date.now() + patience
  for (;;) {
    const holder = lock.acquire(folder)
    if (holder === null) return own(dataDir, folder, lock)
    const url = socketUrl(holder.socketFolder)
    const heard = await knock(url)
    if (heard === 'ANSWERS') return { url, owner: false, close: () => Promise.resolve() }
    if (heard === 'NOBODY' && isLeftBehind(holder, lock, patience)) lock.remove(holder)
    // It may be starting, or ending: then the lock is free the next time.
    else if (Date.now() > deadline) throw new ComityError('DATA_DIR_LOCKED', `Process ${holder.pid}.`)
    else await sleep(200)
  }
}

/** Of a process that cannot be seen from here, only that nobody has listened for long enough to have started. */
function isLeftBehind(holder: LockHolder, lock: FolderLock, patience: number): boolean {
  const standing = standingOf(holder)
  return standing === 'GONE' || (standing === 'UNKNOWN' && lock.age() > patience)
}

async function own(dataDir: string, folder: string, lock: FolderLock): Promise<EmbeddedDatabase> {
  const path = join(folder, SOCKET_NAME)
  try {
    // What an owner that was killed has left would stop this one from listening.
    rmSync(path, { force: true })
    const db = await PGlite.create({ dataDir: pgliteFolder(dataDir), ...SIZES })
    const server = new PGLiteSocketServer({ db: wholeStatements(db), path, maxConnections: CONNECTIONS_MAX })
    await server.start()
    return {
      url: socketUrl(folder),
      owner: true,
      async close() {
        await server.stop()
        await db.close()
        rmSync(path, { force: true })
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function prepareFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new ComityError('DATA_DIR_UNWRITABLE', `${dataDir} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`)
  }
}
