import { fromBase64 } from '../tree/base64.js'
import { HASH_BYTES } from '../tree/hash.js'

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText)
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
/** Base64 of 32 bytes. */
export const isHashText = (value: unknown): value is string => isText(value) && fromBase64(value)?.length === HASH_BYTES

/** Null where the text is no JSON object. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
