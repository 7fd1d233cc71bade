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
  done(): readonly Work[]
}

/** Watches what every connection of this process sends about records of officers, until mocks are restored. */
export function watchWork(): Watch {
  let done: Work[] = []
  const send = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown
  const watched = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args
    const sql = typeof first === 'string' ? first : ((first as { text?: string }).text ?? '')
    const answer = send.apply(this, args)
    if (/officers"?\./.test(sql) && answer instanceof Promise) {
      void answer.then((result: pg.QueryResult) => done.push({ sql, rows: result.rows.length }))
    }
    return answer
  }
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(watched)
  return {
    begin: () => {
      done = []
    },
    done: () => [...done],
  }
}
