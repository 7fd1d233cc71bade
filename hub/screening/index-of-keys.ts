import type { RowScope } from '../../policy/index.js'
import { findPersons, type FoundPersons, type SearchDb } from '../../subgraphs/officers/check/find-persons.js'
import {
  keysForRecord,
  questionsFor,
  type Candidate,
  type MatchableRecord,
} from '../../subgraphs/officers/matching/index.js'

/** Every row: what a viewer may know of is measured elsewhere. */
const EVERYBODY = { predicate: { op: 'const', value: true } } as RowScope

/**
 * The index over `match_keys` in memory, asked by the hub's own search: its rounds, its bounds, its order of persons.
 * Rows of a key come in the order in which they were written, as a bounded look-up may bring any of them.
 */
export class IndexOfKeys {
  private readonly rows = new Map<string, string[]>()
  private readonly records = new Map<string, MatchableRecord>()

  /** Answers the one statement of `findPersons`: for each key the persons of at most `limit` rows. */
  private readonly db: SearchDb = {
    $queryRawUnsafe: <T>(_statement: string, keys: unknown, limit: unknown): Promise<T> =>
      Promise.resolve(
        (keys as string[]).map((key) => ({ key, persons: (this.rows.get(key) ?? []).slice(0, limit as number) })) as T,
      ),
  }

  add(record: MatchableRecord): void {
    this.records.set(record.officerId, record)
    for (const key of keysForRecord(record)) {
      const held = this.rows.get(key)
      if (held) held.push(record.officerId)
      else this.rows.set(key, [record.officerId])
    }
  }

  search(candidate: Candidate): Promise<FoundPersons> {
    return findPersons(this.db, EVERYBODY, questionsFor(candidate))
  }

  record(officerId: string): MatchableRecord | undefined {
    return this.records.get(officerId)
  }
}
