import { EXPORT_FORMAT, formatLine } from './format.js'

export interface ExportedEntry {
  readonly index: number
  /** Canonical text; null where its retention has ended. */
  readonly entry: string | null
  readonly leafHash: Buffer
}

export interface ExportedHead {
  /** In leaves. */
  readonly size: number
  /** Signed note. */
  readonly checkpoint: string
}

export interface ExportSource {
  readonly origin: string
  /** Verifier keys of every key that signed one of the heads. */
  readonly keys: readonly string[]
  /** In the order of the tree, up to the size of the last head. */
  readonly entries: AsyncIterable<ExportedEntry>
  /** In the order of their sizes. */
  readonly heads: AsyncIterable<ExportedHead>
}

/**
 * The lines of an export, each with its line feed: every entry before the first head that covers it. Holds one entry and one
 * head at a time. It writes what it is given: whether the log is whole is for `verifyExport` to say.
 */
export async function* writeExport({ origin, keys, entries, heads }: ExportSource): AsyncGenerator<string> {
  const rest = entries[Symbol.asyncIterator]()
  const written = { entries: 0, heads: 0 }
  try {
    yield `${formatLine({ format: EXPORT_FORMAT, origin, keys })}\n`
    let next = await rest.next()
    for await (const { size, checkpoint } of heads) {
      while (next.done !== true && next.value.index < size) {
        const { index, entry, leafHash } = next.value
        yield `${formatLine({ index, entry, leafHash: leafHash.toString('base64') })}\n`
        written.entries += 1
        next = await rest.next()
      }
      yield `${formatLine({ head: written.heads, checkpoint })}\n`
      written.heads += 1
    }
    yield `${formatLine({ end: written })}\n`
  } finally {
    await rest.return?.()
  }
}
