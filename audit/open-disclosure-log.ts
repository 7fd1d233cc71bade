import { createPublicKey } from 'node:crypto'
import pg from 'pg'
import type { Clock } from '../contract/clock.js'
import type { AppendedGroup, DisclosureEntryInput } from '../contract/disclosure-log.js'
import { ComityError } from '../contract/errors.js'
import { appendGroup, type LogIdentity, lostTheRace, type NewEntry } from './group.js'
import { SqlDisclosureLog } from './sql-disclosure-log.js'
import { openCheckpoint } from './tree/checkpoint.js'
import { EMPTY } from './tree/frontier.js'
import { formatVerifierKey, parseVerifierKey, type VerifierKey, verifierKey } from './tree/note.js'
import { consistencyProof, verifyConsistency } from './tree/proofs.js'
import { isTreeOf, nodesOf, readFrontier, readLastHead, type StoredHead } from './tree-store.js'
import { WitnessFile } from './witness-file.js'

/** Milliseconds for a server to take a connection; what is read and written then may take its time (adoption). */
const CONNECT_PATIENCE = 10_000

export interface OpenLogOptions {
  /** As the log's own role. */
  readonly url: string
  readonly identity: LogIdentity
  readonly clock: Clock
  /** Null: nobody is shown the heads. */
  readonly witnessFile: string | null
  /** Milliseconds that a request waits for the database. */
  readonly patience?: number
  readonly onGroup?: (group: AppendedGroup) => void
}

/**
 * The disclosure log, once it is the one that was signed and witnessed: its keys are recorded, entries from before it had a
 * tree are its first leaves.
 * @throws ComityError LOG_REWRITTEN, WITNESS_UNUSABLE, DATABASE_UNREACHABLE
 */
export async function openDisclosureLog(options: OpenLogOptions): Promise<SqlDisclosureLog> {
  const { url, identity, clock, witnessFile, patience, onGroup } = options
  const witness = witnessFile === null ? null : await WitnessFile.open(witnessFile)
  try {
    const head = await connected(url, async (client) => {
      const keys = await recordKeys(client, identity, clock())
      await adopt(client, identity, clock)
      const head = await readLastHead(client)
      if (!isTreeOf(await readFrontier(client, head?.size ?? 0), head)) {
        throw new ComityError('LOG_REWRITTEN', `(Its nodes are not those of its last head, of size ${head?.size}.)`)
      }
      if (witness?.seen) await assertGrownFrom(client, witness.seen, keys, head)
      return head
    })
    if (head) witness?.offer(head)
    return new SqlDisclosureLog({
      url,
      identity,
      clock,
      witness,
      ...(patience === undefined ? {} : { patience }),
      ...(onGroup && { onGroup }),
    })
  } catch (error) {
    await witness?.close()
    throw error
  }
}

async function connected<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_PATIENCE })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new ComityError('DATABASE_UNREACHABLE', `(${(error as { code?: string }).code})`)
  }
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Every key that signed or signs the log's heads. */
async function recordKeys(client: pg.Client, identity: LogIdentity, now: Date): Promise<VerifierKey[]> {
  const own = identity.signers.map(({ name, privateKey }) =>
    formatVerifierKey(verifierKey(name, createPublicKey(privateKey))),
  )
  await client.query('INSERT INTO hub.log_key SELECT key, $2 FROM unnest($1::text[]) AS key ON CONFLICT DO NOTHING', [
    own,
    now,
  ])
  const { rows } = await client.query<{ key: string }>('SELECT verifier_key AS key FROM hub.log_key')
  return rows.flatMap(({ key }) => parseVerifierKey(key) ?? [])
}

const ALL_ENTRIES = `
  SELECT id, at, viewer, service, agency, jurisdiction, purpose, case_reference AS "caseReference", operation,
         policy_version AS "policyVersion", records, subjects
    FROM hub.disclosure_entry ORDER BY seq`

/**
 * What the log held before it had a tree becomes the tree's first leaves, all at once. Only ever then: an entry that somebody
 * wrote into the table later is not signed after the fact.
 */
async function adopt(client: pg.Client, identity: LogIdentity, clock: Clock): Promise<void> {
  if ((await readLastHead(client)) !== null) return
  const { rows } = await client.query<NewEntry & DisclosureEntryInput>(ALL_ENTRIES)
  if (rows.length === 0) return
  try {
    await appendGroup(client, EMPTY, rows, { identity, at: clock(), stored: true })
  } catch (error) {
    // Another process opens the log at the same time: the same entries, in the same order.
    if (!lostTheRace(error)) throw error
  }
}

/** @throws ComityError LOG_REWRITTEN naming both sizes */
async function assertGrownFrom(
  client: pg.Client,
  note: string,
  keys: readonly VerifierKey[],
  head: StoredHead | null,
): Promise<void> {
  const opened = openCheckpoint(note, keys)
  if (!opened.ok) throw new ComityError('LOG_REWRITTEN', `(The last note of the witness file: ${opened.why}.)`)
  const seen = opened.checkpoint
  const size = head?.size ?? 0
  const grown =
    head !== null &&
    seen.size <= size &&
    verifyConsistency(seen, head, await consistencyProof(seen.size, size, nodesOf(client)))
  if (!grown) throw new ComityError('LOG_REWRITTEN', `(The witness saw size ${seen.size}; the log has size ${size}.)`)
}
