import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ComityError } from '../contract/errors.js'

/**
 * Writes a file piece by piece. Where there is none it is made for its owner alone; one that is there keeps its rights.
 * @throws ComityError BAD_INPUT where it cannot be written, and whatever `pieces` throws
 */
export async function writePrivateFile(
  what: string,
  file: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), createWriteStream(file, { mode: 0o600 }))
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    // The database's own errors name no path.
    if (path === undefined) throw error
    throw new ComityError('BAD_INPUT', `${what}: cannot be written (${code}): ${file}.`)
  }
}
