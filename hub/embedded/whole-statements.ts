import type { PGlite } from '@electric-sql/pglite'

/** First byte of a message after which nothing of a statement is left open: Query, Sync, Terminate. */
const CLOSING = new Set([...'QSX'].map((letter) => letter.charCodeAt(0)))
/** First byte of a start-up message, which has no type: the high byte of its length. */
const START_UP = 0

/**
 * The database as pglite-socket is given it. All connections share one session, and pglite-socket takes their messages
 * in turn, keeping to one connection only while a transaction is open. A statement with parameters is five messages
 * (Parse, Bind, Describe, Execute, Sync) over the session's one unnamed statement and portal: where others had queued,
 * the Bind of one could meet the Parse of another. So from a statement's first message until its Sync the database
 * counts as in a transaction.
 */
export function wholeStatements(db: PGlite): PGlite {
  let midway = false
  const instead = {
    isInTransaction: () => midway || db.isInTransaction(),
    execProtocolRawStream: async (...[message, options]: Parameters<PGlite['execProtocolRawStream']>) => {
      const [type] = message
      midway = type !== undefined && type !== START_UP && !CLOSING.has(type)
      await db.execProtocolRawStream(message, options)
    },
    // What pglite-socket sends for a connection that was lost midway.
    exec: (...[query, options]: Parameters<PGlite['exec']>) => {
      midway = false
      return db.exec(query, options)
    },
  }
  return new Proxy(db, {
    get(target, property) {
      if (property in instead) return instead[property as keyof typeof instead]
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
