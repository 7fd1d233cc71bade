import { createReadStream } from 'node:fs'
import { wrongFile } from './wrong-file.js'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/**
 * UTF-8, or UTF-16 behind a byte order mark; bytes that are neither are read as Windows-1252, of which Latin-1 is a part.
 * A whole pass over the file, because the one byte that decides may be its last.
 * @throws ComityError MATCH_FILE_REFUSED for what is no text, or cannot be read
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let encoding: Encoding | null = null
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (encoding === null) {
        if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
        if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
        encoding = 'utf-8'
      }
      if (chunk.includes(0))
        throw wrongFile(path, null, 'it is no text, or UTF-16 without a byte order mark; save it as CSV, UTF-8')
      if (encoding === 'utf-8' && !decodes(utf8, chunk)) encoding = 'windows-1252'
    }
    return encoding === 'utf-8' && !decodes(utf8, null) ? 'windows-1252' : (encoding ?? 'utf-8')
  } catch (error) {
    throw unreadable(path, error)
  }
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | null): boolean {
  try {
    if (chunk === null) decoder.decode()
    else decoder.decode(chunk, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The text in pieces, without its byte order mark. @throws as `encodingOf` */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  try {
    for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true })
    yield decoder.decode()
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  return syscall === undefined ? error : wrongFile(path, null, `it cannot be read (${code})`)
}

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Characters. A header longer than this is none. */
const HEADER_MAX = 65_536

/** The sign that stands most often in the first line, outside of quotes. */
export async function delimiterOf(path: string, encoding: Encoding): Promise<string> {
  let head = ''
  for await (const piece of textOf(path, encoding)) {
    head += piece
    if (head.length >= HEADER_MAX || /[\r\n]/.test(head.trimStart())) break
  }
  const line =
    head
      .slice(0, HEADER_MAX)
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? ''
  const bare = line.replace(/"[^"]*"/g, '')
  const often = (sign: string): number => bare.split(sign).length
  return DELIMITERS.reduce((best, sign) => (often(sign) > often(best) ? sign : best))
}
