import { createHash } from 'node:crypto'
import { newId, type IdKind } from '../../contract/ids.js'
import type { Rng } from './rng.js'

/** A constant id for something with a name, so that a token can be signed and a test written without the database. */
export function demoId(kind: IdKind, label: string): string {
  return newId(kind, createHash('sha256').update(`comity-demo-world/${kind}/${label}`).digest())
}

/** The next id of a stream: random in form, the same for the same seed. */
export function nextId(kind: IdKind, rng: Rng): string {
  return newId(kind, rng.bytes(16))
}
