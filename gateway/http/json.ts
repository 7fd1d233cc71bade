import { RequestRefused } from './refusal.js'
import { jsonNesting, NESTING_MAX } from '../nesting.js'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The bytes of a JSON text -> its value. UTF-8 without a byte order mark (RFC 8259, 8.1), bounded in depth before it is
 * parsed, and without a key that would be another object's prototype as soon as somebody copies it.
 * @throws RequestRefused
 */
export function parseJson(bytes: Buffer): unknown {
  return parseJsonText(decode(bytes))
}

/** @throws RequestRefused */
export function parseJsonText(text: string, what = 'Its body'): unknown {
  if (jsonNesting(text) > NESTING_MAX) {
    throw new RequestRefused(400, `${what} nests lists and objects more than ${NESTING_MAX} deep.`)
  }
  const value = parse(text, what)
  // Spelt with escapes as well.
  if (/__proto__|\\u/.test(text) && hasPrototypeKey(value)) {
    throw new RequestRefused(400, `${what} has a key that it must not have, __proto__.`)
  }
  return value
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new RequestRefused(400, 'Its body is not UTF-8.')
  }
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new RequestRefused(400, `${what} is not JSON.`)
  }
}

/** Recursive: the depth is bounded. */
function hasPrototypeKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeKey)
}
