import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ComityError } from '../../contract/errors.js'

/** As PostgreSQL's own clients look for it. */
export const SOCKET_NAME = '.s.PGSQL.5432'
/** sockaddr_un holds 108 bytes, the last of them zero. */
const PATH_MAX = 107

/**
 * A folder that its owner alone can enter: every login to the embedded database is superuser and no password is asked,
 * so that the folder is the door. Beside the data where the path is short enough for a socket, else in the temporary folder.
 */
export function socketFolder(dataDir: string): string {
  const beside = join(dataDir, 'run')
  const folder = Buffer.byteLength(join(beside, SOCKET_NAME)) <= PATH_MAX ? beside : elsewhere(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // In a shared folder, somebody else may have made it first, or put a link there.
  const found = lstatSync(folder)
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw new ComityError('DATA_DIR_UNWRITABLE', 'The folder for its socket belongs to another user.')
  }
  chmodSync(folder, 0o700)
  return folder
}

function elsewhere(dataDir: string): string {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  return join(tmpdir(), `comity-${process.getuid?.() ?? 0}-${name}`)
}
