import { isCount, isHashText, isText, isTexts, jsonObject } from './shapes.js'

/** First member of the first line. Another version of the format has another name. */
export const EXPORT_FORMAT = 'comity-log-export-v1'

/**
 * An export of the disclosure log: lines of JSON (UTF-8, each with its line feed), in this order:
 *  - the header: which log, and the verifier keys (C2SP signed-note) that its heads are signed with. Whoever verifies has got
 *    the keys elsewhere: these say only which ones are needed;
 *  - every entry in the order of the tree, and after the last entry of each signed head that head (C2SP tlog-checkpoint);
 *  - the end, with how many there were of each.
 */
export type ExportLine = HeaderLine | EntryLine | HeadLine | EndLine

export interface HeaderLine {
  readonly format: typeof EXPORT_FORMAT
  readonly origin: string
  readonly keys: readonly string[]
}

export interface EntryLine {
  readonly index: number
  /** The leaf's contents, as `canonicalEntry` writes them; null where its retention has ended. */
  readonly entry: string | null
  /** Base64. */
  readonly leafHash: string
}

export interface HeadLine {
  /** How many heads stand before it. */
  readonly head: number
  /** Signed note. */
  readonly checkpoint: string
}

export interface EndLine {
  readonly end: { readonly entries: number; readonly heads: number }
}

/** Without its line feed. The members stand in the order of the interfaces. */
export function formatLine(line: ExportLine): string {
  if ('format' in line) return JSON.stringify({ format: line.format, origin: line.origin, keys: line.keys })
  if ('index' in line) return JSON.stringify({ index: line.index, entry: line.entry, leafHash: line.leafHash })
  if ('head' in line) return JSON.stringify({ head: line.head, checkpoint: line.checkpoint })
  return JSON.stringify({ end: { entries: line.end.entries, heads: line.end.heads } })
}

/** Null for any text but the one that `formatLine` writes: no byte of an export is free to change. */
export function parseLine(text: string): ExportLine | null {
  const value = jsonObject(text)
  const line = value === null ? null : lineOf(value)
  return line !== null && formatLine(line) === text ? line : null
}

function lineOf({ format, origin, keys, index, entry, leafHash, head, checkpoint, end }: Shape): ExportLine | null {
  if (format === EXPORT_FORMAT && isText(origin) && isTexts(keys)) return { format, origin, keys }
  if (isCount(index) && (entry === null || isText(entry)) && isHashText(leafHash)) return { index, entry, leafHash }
  if (isCount(head) && isText(checkpoint)) return { head, checkpoint }
  const { entries, heads } = (end ?? {}) as Shape
  return isCount(entries) && isCount(heads) ? { end: { entries, heads } } : null
}

type Shape = Readonly<Record<string, unknown>>
