import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { newId } from '../../contract/ids.js'
import { faultOf } from './faults.js'
import { RequestRefused } from './refusal.js'

const FAULTS: Readonly<Record<string, { readonly status: number; readonly detail: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'Its headers are too long.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'It did not arrive in time.' },
}
const MALFORMED = { status: 400, detail: 'It is not HTTP.' }

/** What Node's parser refuses never becomes a request: the answer is written to the socket, and the connection ends. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, detail } = FAULTS[error.code ?? ''] ?? MALFORMED
  const body = JSON.stringify(faultOf(new RequestRefused(status, detail), newId('Request')).body)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
