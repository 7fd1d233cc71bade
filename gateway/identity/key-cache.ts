import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose'
import { ComityError } from '../../contract/errors.js'

/** Milliseconds. Older keys are read again before they verify anything, so that a key withdrawn is soon out of use. */
export const KEYS_FRESH_FOR = 10 * 60_000
/** Milliseconds for which keys go on if the issuer cannot be reached; then its tokens are refused until it can. */
export const KEYS_KEPT_FOR = 4 * 3_600_000
/** Milliseconds between two reads, whatever tokens come: an unknown `kid` costs its sender nothing. */
export const COOL_DOWN = 30_000
/** The same while there are no keys at all: nobody of the issuer can work until there are. */
export const COOL_DOWN_WITHOUT_KEYS = 1_000

/** `isFailing`: whether the keys could not be read when that was last tried. */
export type CachedKeys = JWTVerifyGetKey & { readonly isFailing: () => boolean }

type LocalKeys = ReturnType<typeof createLocalJWKSet>

/**
 * Keys that are read where they are published, when they are needed: for a first token, when they are no longer fresh,
 * and once for a `kid` that is not among them (a rotation). jose's own remote set has no pause after a failed read, and
 * drops its keys when they age, so that an issuer's short failure would be everybody's.
 *
 * @throws (from the returned function) ComityError ISSUER_UNREACHABLE, and what jose throws of a token's key
 */
export function cachedKeys(read: () => Promise<unknown>, now: () => number): CachedKeys {
  let held: { readonly keys: LocalKeys; readonly at: number } | null = null
  let reading: Promise<void> | null = null
  let triedAt = -Infinity
  let failing = false

  const readOnce = async (): Promise<void> => {
    try {
      held = { keys: createLocalJWKSet((await read()) as JSONWebKeySet), at: now() }
      failing = false
    } catch {
      failing = true
    } finally {
      reading = null
    }
  }
  const refresh = async (): Promise<void> => {
    if (reading === null) {
      if (now() - triedAt < (held === null ? COOL_DOWN_WITHOUT_KEYS : COOL_DOWN)) return
      triedAt = now()
      reading = readOnce()
    }
    await reading
  }
  const current = (): LocalKeys => {
    if (held === null || now() - held.at >= KEYS_KEPT_FOR) throw new ComityError('ISSUER_UNREACHABLE')
    return held.keys
  }
  const freshen = async (): Promise<void> => {
    if (held !== null && now() - held.at < KEYS_FRESH_FOR) return
    const answer = refresh()
    // Of an issuer that has just failed, nobody waits for the next failure while its keys go on.
    if (held === null || !failing || now() - held.at >= KEYS_KEPT_FOR) await answer
  }

  const keyFor: JWTVerifyGetKey = async (header, token) => {
    await freshen()
    const before = current()
    try {
      return await before(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await refresh()
      const after = current()
      if (after === before) throw error
      return after(header, token)
    }
  }
  return Object.assign(keyFor, { isFailing: () => failing })
}
