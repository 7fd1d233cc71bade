import { createHmac, timingSafeEqual } from 'node:crypto'
import { ComityError } from '../../contract/errors.js'

/** What a cursor is bound to: it is worthless to another viewer, on another list, or under another filter. */
export interface CursorScope {
  readonly viewer: string
  readonly list: string
  readonly filter: unknown
}

function seal(secret: Uint8Array, scope: CursorScope, id: string): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify([scope.viewer, scope.list, scope.filter ?? null, id]))
    .digest()
    .subarray(0, 16)
}

/** Keyset cursor: the last id seen, authenticated. */
export function encodeCursor(secret: Uint8Array, scope: CursorScope, id: string): string {
  return Buffer.concat([seal(secret, scope, id), Buffer.from(id)]).toString('base64url')
}

/** The id behind a cursor. @throws ComityError CURSOR_INVALID */
export function decodeCursor(secret: Uint8Array, scope: CursorScope, cursor: string): string {
  const bytes = Buffer.from(cursor.slice(0, 200), 'base64url')
  const id = bytes.subarray(16).toString()
  if (bytes.length < 17 || !timingSafeEqual(bytes.subarray(0, 16), seal(secret, scope, id)))
    throw new ComityError('CURSOR_INVALID')
  return id
}
