import type pg from 'pg'
import { readEntries, readHeads, readLogKeys } from '../audit/export/read-log.js'
import { writeExport } from '../audit/export/write-export.js'
import { readLastHead } from '../audit/tree-store.js'
import type { Clock } from '../contract/clock.js'
import type { Config } from './config.js'
import { writePrivateFile } from './private-file.js'
import { withOwner } from './with-owner.js'

export interface Exported {
  readonly origin: string
  /** Of the tree, in entries: that of the last head that was signed when the export began. */
  readonly size: number
}

/**
 * Writes the disclosure log of the configured database to a file. A hub may run and append
 * meanwhile: what it appends is not in the file.
 * @throws ComityError BAD_INPUT (the file cannot be written), and those of opening the database
 */
export function exportLog(file: string, config: Config, clock: Clock): Promise<Exported> {
  return withOwner(config, clock, async (client) => {
    const size = (await readLastHead(client))?.size ?? 0
    const origin = config.logOrigin
    const keys = await readLogKeys(client)
    await writePrivateFile('--out', file, linesOf(client, origin, keys, size))
    return { origin, size }
  })
}

function linesOf(client: pg.Client, origin: string, keys: readonly string[], size: number): AsyncGenerator<string> {
  return writeExport({ origin, keys, entries: readEntries(client, 0, size), heads: readHeads(client, size) })
}
