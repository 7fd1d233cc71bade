import type { RowScope } from '../../../policy/index.js'
import { NOTHING } from '../../../prisma/where.js'
import { toSql } from '../../../prisma/where-sql.js'
import type { AskedKey } from '../matching/index.js'
import { type KeyHits, rankPersons } from './rank-persons.js'

/** Rows in scope that one key may hold; a key that holds more is too common to be asked alone. */
export const KEY_ROWS_MAX = 50
/** Persons that are loaded and compared. */
export const PERSONS_MAX = 64
/** So many from the first round, and the second is not asked. */
const ENOUGH = 16

/** What the search needs of a Prisma client. */
export interface SearchDb {
  $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T>
}

export interface FoundPersons {
  /** Officer ids, strongest first. */
  readonly officerIds: readonly string[]
  /** More persons share the name, as far as it was stated, than are compared. */
  readonly bounded: boolean
}

/**
 * The persons who share a blocking key with a candidate, in the scope of `match`: one statement a round, whatever the
 * number of keys. The scope stands inside each key's look-up and before its limit, so that rows out of scope neither
 * come back nor use up the bound; what a key holds is never counted beyond it.
 */
export async function findPersons(db: SearchDb, scope: RowScope, asked: readonly AskedKey[]): Promise<FoundPersons> {
  const condition = toSql(scope, { alias: 'r', from: 3 })
  if (condition === NOTHING || asked.length === 0) return { officerIds: [], bounded: false }
  // The inner limit is that of the key: the planner reads the GIN index on match_keys once for each.
  const statement = `
select k.key, array(
         select r.officer_id from officers.identity_record r
          where r.match_keys @> array[k.key] and ${condition.sql}
          limit $2::int) as persons
  from unnest($1::text[]) as k(key)`
  const ask = async (round: AskedKey['round']): Promise<KeyHits[]> => {
    const keys = asked.filter((one) => one.round === round).map(({ key }) => key)
    if (keys.length === 0) return []
    return db.$queryRawUnsafe<KeyHits[]>(statement, keys, KEY_ROWS_MAX + 1, ...condition.values)
  }
  const first = await ask(1)
  const enough = rankPersons(first, KEY_ROWS_MAX).length >= ENOUGH
  const hits = enough ? first : [...first, ...(await ask(2))]
  const officerIds = rankPersons(hits, KEY_ROWS_MAX).slice(0, PERSONS_MAX)
  return { officerIds, bounded: leftOut(hits, asked, new Set(officerIds)) }
}

/** Somebody may agree with all that the candidate stated, and is not among the chosen. */
function leftOut(hits: readonly KeyHits[], asked: readonly AskedKey[], chosen: ReadonlySet<string>): boolean {
  const whole = new Set(asked.filter((one) => one.whole).map(({ key }) => key))
  return hits.some(
    ({ key, persons }) =>
      whole.has(key) && (persons.length > KEY_ROWS_MAX || persons.some((person) => !chosen.has(person))),
  )
}
