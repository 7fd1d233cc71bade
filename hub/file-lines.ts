import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'

const LINE_FEED = 0x0a

/**
 * The lines of a file without their line feeds, and nothing else changed in them. Null for one that is no UTF-8 text, or longer
 * than `limit` bytes: a file without lines must not fill the memory. Throws what reading throws.
 */
export async function* fileLines(file: string, limit: number): AsyncGenerator<string | null> {
  let pieces: Buffer[] = []
  let length = 0
  const keep = (piece: Buffer): void => {
    length += piece.length
    if (length <= limit) pieces.push(piece)
  }
  const line = (): string | null => {
    const bytes = length <= limit ? Buffer.concat(pieces) : null
    pieces = []
    length = 0
    return bytes !== null && isUtf8(bytes) ? bytes.toString('utf8') : null
  }
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end))
      yield line()
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (length > 0) yield line()
}
