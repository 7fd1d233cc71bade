import pg from 'pg'
import type { DisclosureAppender, DisclosureEntryInput } from '../contract/disclosure-log.js'
import { ComityError } from '../contract/errors.js'
import { newId } from '../contract/ids.js'
import { retainUntil } from './retention.js'

/** Milliseconds after which a database that does not answer counts as failing: the request waits that long, and fails. */
const PATIENCE = 10_000
/** Entries in one statement. */
const GROUP_MAX = 200

interface Waiting {
  readonly id: string
  readonly entry: DisclosureEntryInput
  readonly resolve: (id: string) => void
  readonly reject: (error: ComityError) => void
}

/** One statement a group: its rows are committed together, or none of them is. */
const APPEND = `
  INSERT INTO hub.disclosure_entry
    (id, at, viewer, agency, jurisdiction, purpose, case_reference, operation, policy_version, records, subjects,
     retain_until)
  SELECT e.id, e.at, e.viewer, e.agency, e.jurisdiction, e.purpose, e.case_reference, e.operation, e.policy_version, e.records,
         ARRAY(SELECT jsonb_array_elements_text(e.subjects)), e.retain_until
    FROM jsonb_to_recordset($1::jsonb) AS e(
           id text, at timestamptz, viewer text, agency text, jurisdiction text, purpose text, case_reference text,
           operation text, policy_version text, records jsonb, subjects jsonb, retain_until timestamptz, place int)
   ORDER BY e.place`

/**
 * The disclosure log in the database, over connections of its own: an entry is never part of a data transaction. While
 * one group is being committed the next one gathers, so that requests of the same moment share a commit.
 */
export class SqlDisclosureLog implements DisclosureAppender {
  readonly #pool: pg.Pool
  #waiting: Waiting[] = []
  #flushing: Promise<void> | null = null

  constructor(url: string, { patience = PATIENCE } = {}) {
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
      this.#waiting.push({ id: newId('DisclosureEntry'), entry, resolve, reject })
      this.#flushing ??= this.#flush()
    })
  }

  /** What was appended is committed or refused first. */
  async close(): Promise<void> {
    await this.#flushing
    await this.#pool.end()
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, GROUP_MAX)
      try {
        await this.#pool.query(APPEND, [JSON.stringify(group.map(toRow))])
        for (const { id, resolve } of group) resolve(id)
      } catch {
        // Whether a statement that timed out was committed is not known: an entry too many is no disclosure too many.
        for (const { reject } of group) reject(new ComityError('AUDIT_UNAVAILABLE'))
      }
    }
    // In the same turn as the last look: an entry that came between the two would wait for ever.
    this.#flushing = null
  }
}

function toRow({ id, entry }: Waiting, place: number): object {
  const { caseReference, policyVersion, at, ...rest } = entry
  return {
    ...rest,
    id,
    place,
    at: at.toISOString(),
    case_reference: caseReference,
    policy_version: policyVersion,
    retain_until: retainUntil(entry).toISOString(),
  }
}
