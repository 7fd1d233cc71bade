import type { PGlite } from '@electric-sql/pglite'

/** First byte of a message after which a statement goes on: Parse, Bind, Describe, Execute, Close. */
const HELD = new Set([...'PBDEC'].map((letter) => letter.charCodeAt(0)))

/**
 * The database as pglite-socket is given it. All connections share one session, and pglite-socket takes their messages
 * in turn, keeping to one connection only while a transaction is open. A statement with parameters is five messages
 * (Parse, Bind, Describe, Execute, Sync) over the session's one unnamed statement and portal: where others had queued,
 * the Bind of one could meet the Parse of another. So a statement's messages are held back, during which the database
 * counts as in a transaction, and run together when its Sync comes: no client waits for an answer before it has sent it.
 */
export function wholeStatements(db: PGlite): PGlite {
  let held: Uint8Array[] = []
  const instead = {
    isInTransaction: () => held.length > 0 || db.isInTransaction(),
    execProtocolRawStream: async (...[message, options]: Parameters<PGlite['execProtocolRawStream']>) => {
      held.push(message)
      const [type] = message
      if (type !== undefined && HELD.has(type)) return
      const whole = held.length === 1 ? message : Buffer.concat(held)
      held = []
      await db.execProtocolRawStream(whole, options)
    },
    // What pglite-socket sends for a connection that was lost midway.
    exec: (...[query, options]: Parameters<PGlite['exec']>) => {
      held = []
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
