import pg from 'pg'
import { vi } from 'vitest'

/** What was sent about records of officers, and how many rows came back: all that time could be spent on. */
export interface Work {
  readonly sql: string
  readonly rows: number
}

export interface Watch {
  /** From here on. */
  begin(): void
  /** Sorted: statements of one moment come back in any order. */
  done(): readonly Work[]
}

/** Watches what every connection of this process sends about records of officers, until mocks are restored. */
export function watchWork(): Watch {
  let done: Work[] = []
  const send = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown
  const watched = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args
    const sql = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '')
    if (!/officers"?\./.test(sql)) return send.apply(this, args)
    const came = (result?: pg.QueryResult) => done.push({ sql, rows: result?.rows.length ?? 0 })
    // A pool asks with a callback, a transaction with a promise.
    const last = args.at(-1)
    if (typeof last === 'function') {
      const called = (error: unknown, result?: pg.QueryResult) => {
        came(result)
        Reflect.apply(last, undefined, [error, result])
      }
      return send.apply(this, [...args.slice(0, -1), called])
    }
    const answer = send.apply(this, args)
    if (answer instanceof Promise) void answer.then(came)
    return answer
  }
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(watched)
  return {
    begin: () => {
      done = []
    },
    done: () => [...done].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }
}
