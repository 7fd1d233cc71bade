import { fromBase64 } from './base64.js'
import { HASH_BYTES } from './hash.js'
import { type NoteSigner, sign, verify, type VerifiedNote, type VerifierKey } from './note.js'
import type { TreeHead } from './verify.js'

/** What a log says of its tree at a size. */
export interface Checkpoint extends TreeHead {
  /** Names the log: also the name that it signs with. */
  readonly origin: string
}

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly signedBy: readonly VerifierKey[] }
  | Extract<VerifiedNote, { ok: false }>

/** C2SP tlog-checkpoint, the text that is signed: origin, size and root, a line each. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`
}

/** Null for a text that is none. Lines after the root are extensions: they are not read. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin = '', digits = '', base64 = ''] = /^(.+)\n(0|[1-9]\d*)\n(.+)\n(?:.+\n)*$/.exec(text) ?? []
  const [size, root] = [Number(digits), fromBase64(base64)]
  if (origin === '' || !Number.isSafeInteger(size) || root?.length !== HASH_BYTES) return null
  return { origin, size, root }
}

/** The signed note: what is stored, handed out and given to witnesses. */
export function signCheckpoint(checkpoint: Checkpoint, keys: readonly NoteSigner[]): string {
  return sign(formatCheckpoint(checkpoint), keys)
}

/** Never throws. */
export function openCheckpoint(note: string, keys: readonly VerifierKey[]): OpenedCheckpoint {
  const verified = verify(note, keys)
  if (!verified.ok) return verified
  const checkpoint = parseCheckpoint(verified.text)
  return checkpoint === null ? { ok: false, why: 'MALFORMED' } : { ok: true, checkpoint, signedBy: verified.signedBy }
}
