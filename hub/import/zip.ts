import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

/*
 * A ZIP archive by its directory. The reader that exceljs brings follows the archive as it streams by and now and then
 * loses an entry; a list that silently misses a tab would be worse than one that cannot be read.
 */

/** Offsets within a ZIP archive's records (APPNOTE 4.3); all numbers little-endian. */
const END = { signature: 0x06054b50, length: 22, entries: 10, directoryLength: 12, directoryAt: 16 } as const
// prettier-ignore
const ENTRY = { signature: 0x02014b50, length: 46, method: 10, packed: 20, nameLength: 28, extraLength: 30, commentLength: 32, localAt: 42 } as const
const LOCAL = { signature: 0x04034b50, length: 30, nameLength: 26, extraLength: 28 } as const
/** A comment at the end of the archive is at most so long. */
const COMMENT_MAX = 0xffff
const STORED = 0
const DEFLATED = 8

interface Entry {
  readonly method: number
  readonly packed: number
  readonly localAt: number
}

/** Throws RangeError or TypeError for what is no ZIP archive, a truncated one, or one larger than 4 GB. */
export class Zip {
  private readonly streams: Readable[] = []

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<Zip> {
    const file = await open(path)
    try {
      return new Zip(path, file, await readDirectory(file))
    } catch (error) {
      await file.close()
      throw error
    }
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** The entry as UTF-8 text, unpacked as it is read; no character is cut in two. */
  async text(name: string): Promise<Readable> {
    const entry = this.entries.get(name)
    if (!entry) throw new TypeError(`the archive has no ${name}`)
    const local = await readAt(this.file, entry.localAt, LOCAL.length)
    if (local.readUInt32LE(0) !== LOCAL.signature) throw new TypeError('the archive is damaged')
    const start =
      entry.localAt + LOCAL.length + local.readUInt16LE(LOCAL.nameLength) + local.readUInt16LE(LOCAL.extraLength)
    // `end` is the last byte that is read, so that an entry of none is read as one; its text is empty all the same.
    const packed = createReadStream(this.path, { start, end: start + Math.max(entry.packed, 1) - 1 })
    this.streams.push(packed)
    if (entry.method === STORED) return packed.setEncoding('utf8')
    if (entry.method !== DEFLATED) throw new TypeError('the archive is packed in a way that is not read')
    const unpacked = createInflateRaw()
    packed.on('error', (error) => unpacked.destroy(error))
    this.streams.push(unpacked)
    return packed.pipe(unpacked).setEncoding('utf8')
  }

  /** What was opened and not read to its end is read no further. */
  close(): Promise<void> {
    for (const stream of this.streams) stream.destroy()
    return this.file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position })
  if (bytesRead !== length) throw new RangeError('the archive ends too early')
  return buffer
}

async function readDirectory(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const tailLength = Math.min(size, END.length + COMMENT_MAX)
  const tail = await readAt(file, size - tailLength, tailLength)
  let end = tail.length - END.length
  while (end >= 0 && tail.readUInt32LE(end) !== END.signature) end--
  if (end < 0) throw new TypeError('not a ZIP archive')
  const directory = await readAt(
    file,
    tail.readUInt32LE(end + END.directoryAt),
    tail.readUInt32LE(end + END.directoryLength),
  )
  const entries = new Map<string, Entry>()
  let at = 0
  for (let left = tail.readUInt16LE(end + END.entries); left > 0; left--) {
    if (directory.readUInt32LE(at) !== ENTRY.signature) throw new TypeError('the archive is damaged')
    const nameLength = directory.readUInt16LE(at + ENTRY.nameLength)
    entries.set(directory.toString('utf8', at + ENTRY.length, at + ENTRY.length + nameLength), {
      method: directory.readUInt16LE(at + ENTRY.method),
      packed: directory.readUInt32LE(at + ENTRY.packed),
      localAt: directory.readUInt32LE(at + ENTRY.localAt),
    })
    at +=
      ENTRY.length +
      nameLength +
      directory.readUInt16LE(at + ENTRY.extraLength) +
      directory.readUInt16LE(at + ENTRY.commentLength)
  }
  return entries
}
