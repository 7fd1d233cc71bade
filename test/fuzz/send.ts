import { connect } from 'node:net'

export interface FuzzAnswer {
  /** Null: the connection ended, or was left, without an answer. */
  readonly status: number | null
  readonly body: string
}

/** Milliseconds after which a request whose end is missing is left, and one that is whole counts as not answered. */
const PATIENCE = { incomplete: 250, complete: 60_000 }

/** Writes the bytes to a connection of their own and reads until it ends. */
export function send(port: number, bytes: Buffer, complete: boolean): Promise<FuzzAnswer> {
  return new Promise((resolve) => {
    let received = ''
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(bytes))
    socket.setTimeout(complete ? PATIENCE.complete : PATIENCE.incomplete, () => socket.destroy())
    socket.setEncoding('utf8').on('data', (part: string) => (received += part))
    // The hub ends the connection of a request that it does not read to the end.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answerOf(received)))
  })
}

function answerOf(text: string): FuzzAnswer {
  const end = text.indexOf('\r\n\r\n')
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
  return { status: status === undefined ? null : Number(status), body: end < 0 ? '' : text.slice(end + 4) }
}
