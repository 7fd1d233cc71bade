import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
/** Bytes: some twenty databases of 100 MB; two are open at a time. */
const ROOM = 2 * 1024 ** 3

/** Where tests keep what is worth nothing: in memory where there is room, since each of them copies a whole database. */
export function scratchFolder() {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ROOM ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}
