import { createPublicKey, type KeyObject, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import { fromBase64 } from './base64.js'
import { isKeyName, type VerifierKey, verifierKey } from './verifier-key.js'

export { formatVerifierKey, isKeyName, parseVerifierKey, type VerifierKey, verifierKey } from './verifier-key.js'

/** A private Ed25519 key under the name that it signs with. */
export interface NoteSigner {
  readonly name: string
  readonly privateKey: KeyObject
}

export type VerifiedNote =
  | { readonly ok: true; readonly text: string; readonly signedBy: readonly VerifierKey[] }
  | { readonly ok: false; readonly why: 'MALFORMED' | 'KEYS_UNKNOWN' | 'SIGNATURE_FALSE' }

interface SignatureLine {
  readonly name: string
  readonly id: string
  readonly signature: Buffer
}

/** C2SP signed-note lets a verifier stop at 16. */
const SIGNATURES_MAX = 16
const LINE = /^\u2014 (\S+) (\S+)$/u

/**
 * C2SP signed-note: the text, an empty line, and a line for each signer, in their order.
 * @throws TypeError for a text that does not end in a line feed or holds another control character, or a name that is none
 */
export function sign(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text)) throw new TypeError('a note is lines of text, each with its line feed')
  const lines = signers.map(({ name, privateKey }) => {
    const { id } = verifierKey(name, createPublicKey(privateKey))
    const signature = Buffer.concat([Buffer.from(id, 'hex'), signBytes(null, Buffer.from(text, 'utf8'), privateKey)])
    return `\u2014 ${name} ${signature.toString('base64')}\n`
  })
  return `${text}\n${lines.join('')}`
}

/**
 * Every signature of a known key must verify, and there must be one; those of unknown keys are passed over, so that a log can
 * change its key and others can sign beside it. Never throws.
 */
export function verify(note: string, keys: readonly VerifierKey[]): VerifiedNote {
  const parsed = parseNote(note)
  if (parsed === null) return { ok: false, why: 'MALFORMED' }
  const message = Buffer.from(parsed.text, 'utf8')
  const signedBy: VerifierKey[] = []
  for (const { name, id, signature } of parsed.signatures) {
    const key = keys.find((key) => key.name === name && key.id === id)
    if (key === undefined) continue
    if (!verifyBytes(null, message, key.publicKey, signature)) return { ok: false, why: 'SIGNATURE_FALSE' }
    signedBy.push(key)
  }
  if (signedBy.length === 0) return { ok: false, why: 'KEYS_UNKNOWN' }
  return { ok: true, text: parsed.text, signedBy }
}

/** The text may hold empty lines: the last one of the note is where it ends. */
function parseNote(note: string): { text: string; signatures: readonly SignatureLine[] } | null {
  const border = note.lastIndexOf('\n\n')
  const text = note.slice(0, border + 1)
  if (border < 0 || !isNoteText(text) || !note.endsWith('\n')) return null
  const lines = note.slice(border + 2, -1).split('\n')
  const signatures = lines.map(parseSignature)
  if (signatures.length > SIGNATURES_MAX || !signatures.every((signature) => signature !== null)) return null
  return { text, signatures }
}

function parseSignature(line: string): SignatureLine | null {
  const [, name = '', base64 = ''] = LINE.exec(line) ?? []
  const bytes = fromBase64(base64)
  if (!isKeyName(name) || bytes === null || bytes.length < 5) return null
  return { name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) }
}

function isNoteText(text: string): boolean {
  // C2SP signed-note: valid UTF-8, and no control character but the line feed.
  return text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/.test(text) && !/\p{Surrogate}/u.test(text)
}
