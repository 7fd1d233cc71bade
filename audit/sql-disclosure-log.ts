import pg from 'pg'
import type { Clock } from '../contract/clock.js'
import type { AppendedGroup, DisclosureAppender, DisclosureEntryInput } from '../contract/disclosure-log.js'
import { ComityError } from '../contract/errors.js'
import { newId } from '../contract/ids.js'
import { appendGroup, type Grown, type LogIdentity, lostTheRace, type NewEntry, TURN } from './group.js'
import type { Frontier } from './tree/frontier.js'
import { isTreeOf, readFrontier, readLastHead, type Queryable } from './tree-store.js'
import type { WitnessFile } from './witness-file.js'

/** Milliseconds after which a database that does not answer counts as failing: the request waits that long, and fails. */
const PATIENCE = 10_000
/** Entries in one statement. */
const GROUP_MAX = 200
/** Milliseconds for which a log that another one was faster than stands in line for its turn. */
const IN_LINE = 1000

export interface LogOptions {
  readonly url: string
  readonly identity: LogIdentity
  readonly clock: Clock
  readonly witness: WitnessFile | null
  readonly patience?: number
  /** Told of every group, to be counted. */
  readonly onGroup?: (group: AppendedGroup) => void
}

const CAN_APPEND = `
  SELECT has_table_privilege('hub.disclosure_entry', 'INSERT') AND current_setting('transaction_read_only') = 'off' AS can`

interface Waiting {
  readonly entry: NewEntry
  readonly resolve: (id: string) => void
  readonly reject: (error: ComityError) => void
}

/**
 * The disclosure log in the database, over connections of its own: an entry is never part of a data transaction. While
 * one group is being committed the next one gathers, so that requests of the same moment share a commit, and a signed head.
 * Opened by `openDisclosureLog`.
 */
export class SqlDisclosureLog implements DisclosureAppender {
  readonly #pool: pg.Pool
  readonly #options: LogOptions
  /** Of the tree as this process last wrote it; null where another may have written since. */
  #frontier: Frontier | null = null
  /** By the monotonic clock. */
  #inLineUntil = 0
  #waiting: Waiting[] = []
  #flushing: Promise<void> | null = null

  constructor(options: LogOptions) {
    const { url, patience = PATIENCE } = options
    this.#options = options
    this.#pool = new pg.Pool({
      connectionString: url,
      max: 2,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    })
    // Without a listener, a connection lost while idle would end the process.
    this.#pool.on('error', () => undefined)
  }

  /** @throws ComityError AUDIT_UNAVAILABLE */
  append(entry: DisclosureEntryInput): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry: { ...entry, id: newId('DisclosureEntry') }, resolve, reject })
      this.#flushing ??= this.#flush()
    })
  }

  /** Whether an entry could be appended now, as far as can be known without appending one. */
  async canAppend(): Promise<boolean> {
    await this.#options.witness?.assertWorking()
    const { rows } = await this.#pool.query<{ can: boolean }>(CAN_APPEND)
    return rows[0]?.can === true
  }

  /** What was appended is committed or refused first. */
  async close(): Promise<void> {
    await this.#flushing
    await this.#pool.end()
    await this.#options.witness?.close()
  }

  async #flush(): Promise<void> {
    const { witness, onGroup } = this.#options
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, GROUP_MAX)
      const began = performance.now()
      const told = (fault: string | null) =>
        onGroup?.({ entries: group.length, fault, seconds: (performance.now() - began) / 1_000 })
      try {
        await witness?.assertWorking()
        const entries = group.map(({ entry }) => entry)
        const { frontier, head } = await this.#commit(entries)
        this.#frontier = frontier
        witness?.offer(head)
        for (const { entry, resolve } of group) resolve(entry.id)
        told(null)
      } catch (error) {
        // Whether a statement that timed out was committed is not known: an entry too many is no disclosure too many.
        this.#frontier = null
        for (const { reject } of group) reject(new ComityError('AUDIT_UNAVAILABLE'))
        told(codeOf(error))
      }
    }
    // In the same turn as the last look: an entry that came between the two would wait for ever.
    this.#flushing = null
  }

  async #commit(entries: readonly NewEntry[]): Promise<Grown> {
    if (performance.now() >= this.#inLineUntil) {
      try {
        return await this.#appendTo(this.#pool, this.#frontier, entries)
      } catch (error) {
        if (!lostTheRace(error)) throw error
      }
    }
    return this.#commitInLine(entries)
  }

  /**
   * Another process appends too. Whoever has just appended knows the tree and would go on being the faster one: a session
   * lock lets each have its turn, in the order in which they came.
   */
  async #commitInLine(entries: readonly NewEntry[]): Promise<Grown> {
    this.#inLineUntil = performance.now() + IN_LINE
    const client = await this.#pool.connect()
    try {
      await client.query(`SELECT pg_advisory_lock(${TURN})`)
      const grown = await this.#appendTo(client, null, entries)
      await client.query(`SELECT pg_advisory_unlock(${TURN})`)
      client.release()
      return grown
    } catch (error) {
      // The lock ends with its connection.
      client.release(true)
      throw error
    }
  }

  async #appendTo(database: Queryable, known: Frontier | null, entries: readonly NewEntry[]): Promise<Grown> {
    const { identity, clock } = this.#options
    return appendGroup(database, known ?? (await wholeTree(database)), entries, { identity, at: clock() })
  }
}

/** An error's code; its message may quote an entry. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** @throws ComityError AUDIT_UNAVAILABLE where the nodes are not those of the head: nothing more is signed over them */
async function wholeTree(database: Queryable): Promise<Frontier> {
  const head = await readLastHead(database)
  const frontier = await readFrontier(database, head?.size ?? 0)
  if (!isTreeOf(frontier, head)) throw new ComityError('AUDIT_UNAVAILABLE')
  return frontier
}
