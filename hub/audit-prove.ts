import type pg from 'pg'
import { type EntryProof, formatProof } from '../audit/export/proof.js'
import { readEntry } from '../audit/export/read-log.js'
import { inclusionProof, verifyInclusion } from '../audit/tree/proofs.js'
import { nodesOf, readLastHead } from '../audit/tree-store.js'
import type { Clock } from '../contract/clock.js'
import { ComityError } from '../contract/errors.js'
import type { Config } from './config.js'
import { writePrivateFile } from './private-file.js'
import { withOwner } from './with-owner.js'

/**
 * Proves that an entry is in the log under its last signed head: the text of a proof file, which is written to the file if one
 * is named.
 * @throws ComityError LOG_ENTRY_UNKNOWN, LOG_REWRITTEN (it cannot be proved any more), BAD_INPUT (the file cannot be written),
 * and those of opening the database
 */
export async function proveEntry(id: string, file: string | null, config: Config, clock: Clock): Promise<string> {
  const proof = formatProof(await withOwner(config, clock, (client) => proofOf(client, id, config.logOrigin)))
  if (file !== null) await writePrivateFile('--out', file, [proof])
  return proof
}

async function proofOf(client: pg.Client, id: string, origin: string): Promise<EntryProof> {
  const index = await indexOf(client, id)
  const head = await readLastHead(client)
  if (index === null || head === null || index >= head.size) throw new ComityError('LOG_ENTRY_UNKNOWN')
  const leaf = await readEntry(client, index)
  const proof = await inclusionProof(index, head.size, nodesOf(client))
  if (leaf === null || !verifyInclusion({ leafHash: leaf.leafHash, index, proof }, head))
    throw new ComityError('LOG_REWRITTEN', `(Entry ${index}, head ${head.size}.)`)
  return {
    origin,
    index,
    entry: leaf.entry,
    leafHash: leaf.leafHash.toString('base64'),
    hashes: proof.map((hash) => hash.toString('base64')),
    checkpoint: head.checkpoint,
  }
}

async function indexOf(client: pg.Client, id: string): Promise<number | null> {
  const { rows } = await client.query<{ index: string }>(
    'SELECT leaf_index AS index FROM hub.disclosure_leaf WHERE entry_id = $1',
    [id],
  )
  const [leaf] = rows
  return leaf === undefined ? null : Number(leaf.index)
}
