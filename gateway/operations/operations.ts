import { ComityError } from '../../contract/errors.js'
import type { Viewer } from '../../contract/viewer.js'
import { AnswerError } from '../answer-error.js'
import { type Manifest, sha256 } from './manifest.js'
import type { ModeOf } from './mode.js'
import { TextCache } from './text-cache.js'

/** Which operation a request asks for: by its text, by its hash, or by both (then the hash is to be remembered). */
export interface NamedOperation {
  readonly query: string | null
  /** SHA-256 in lowercase hexadecimal. */
  readonly hash: string | null
}

export interface Operations {
  /**
   * The text of the operation, if this viewer may ask for it.
   * @throws ComityError OPERATION_NOT_SAFELISTED, PERSISTED_OPERATION_MISMATCH; AnswerError PERSISTED_OPERATION_UNKNOWN
   */
  textOf(operation: NamedOperation, viewer: Pick<Viewer, 'issuer' | 'service'>): string
  /** Whether a text is the manifest's: then it was somebody of the hub who named the operation, and no client. */
  isPersisted(text: string): boolean
}

export interface OperationsOptions {
  readonly manifest: Manifest
  readonly modeOf: ModeOf
  /** What clients have registered, in this process. UTF-8 bytes. */
  readonly registered?: { readonly count: number; readonly bytes: number }
}

const REGISTERED = { count: 1_000, bytes: 4 * 1_024 * 1_024 }

/** On this very message Apollo's clients and urql's send the text along with the hash. */
const NOT_FOUND = 'PersistedQueryNotFound'

/** Persisted operations: those of the manifest, and where the mode is open those that clients have registered. */
export function createOperations({ manifest, modeOf, registered = REGISTERED }: OperationsOptions): Operations {
  const texts = new TextCache(registered)

  function open({ query, hash }: NamedOperation): string {
    if (query === null) {
      const text = hash === null ? undefined : (manifest.get(hash) ?? texts.get(hash))
      if (text === undefined) throw new AnswerError('PERSISTED_OPERATION_UNKNOWN', NOT_FOUND, {})
      return text
    }
    if (hash !== null && !manifest.has(hash)) texts.set(hash, query)
    return query
  }

  return {
    isPersisted: (text) => manifest.size > 0 && manifest.has(sha256(text)),
    textOf(operation, viewer) {
      const { query, hash } = operation
      if (query !== null && hash !== null && sha256(query) !== hash) {
        throw new ComityError('PERSISTED_OPERATION_MISMATCH')
      }
      if (modeOf(viewer) === 'OPEN') return open(operation)
      const text = manifest.get(hash ?? sha256(query ?? ''))
      if (text === undefined) throw new ComityError('OPERATION_NOT_SAFELISTED')
      return text
    },
  }
}
