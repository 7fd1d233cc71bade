import type { RawDb } from './freshness.js'

/** What another subgraph says has changed; the payload's shape is the topic's. */
export interface Announcement {
  readonly seq: bigint
  readonly payload: unknown
  readonly recordedAt: Date
}

/** Taken over in one transaction; what is more waits for the next fetch. */
const BATCH_MAX = 500

const NOT_YET_TAKEN_OVER = `
select seq, payload, recorded_at as "recordedAt"
  from hub.outbox
 where seq > coalesce((select seq from hub.outbox_cursor where consumer = $1), 0)
   and topic like $2
 order by seq
 limit ${BATCH_MAX}`

/**
 * What the consumer has not taken over yet, in commit order. One statement, since it comes before every fetch and nearly
 * always finds nothing.
 * @param topics a LIKE pattern: `incident.%`
 */
export function announcedTo(db: RawDb, consumer: string, topics: string): Promise<readonly Announcement[]> {
  return db.$queryRawUnsafe<readonly Announcement[]>(NOT_YET_TAKEN_OVER, consumer, topics)
}
