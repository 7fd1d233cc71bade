import pg from 'pg'
import { type StatementKind, statementKind } from './statement-kind.js'

/** Told when a statement is sent; what it returns is told when its answer is there, or that there will be none. */
export type StatementObserver = (kind: StatementKind) => (failed: boolean) => void

export interface Watching {
  /** Called with the text of every SQL statement sent. */
  readonly onStatement?: (sql: string) => void
  readonly observe?: StatementObserver
}

type Query = (...args: unknown[]) => unknown
type Callback = (error: Error | null, ...rest: unknown[]) => void

/** A `pg` client whose statements somebody watches. */
export function watchedClient({ onStatement, observe }: Watching): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config)
      const send = this.query.bind(this) as Query
      const watched: Query = (...args) => {
        const sql = textOf(args[0])
        onStatement?.(sql)
        return observe ? timed(send, args, observe(statementKind(sql))) : send(...args)
      }
      this.query = watched as typeof this.query
    }
  }
}

function textOf(first: unknown): string {
  return typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? '')
}

/** `pg` answers through a callback where one is given, and by a promise otherwise. */
function timed(send: Query, args: unknown[], done: (failed: boolean) => void): unknown {
  const last = args.at(-1)
  if (typeof last === 'function') {
    const told: Callback = (error, ...rest) => {
      done(error !== null && error !== undefined)
      ;(last as Callback)(error, ...rest)
    }
    return send(...args.slice(0, -1), told)
  }
  const answer = send(...args)
  if (answer instanceof Promise) {
    answer.then(
      () => done(false),
      () => done(true),
    )
  } else done(false)
  return answer
}
