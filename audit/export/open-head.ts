import { type Checkpoint, openCheckpoint } from '../tree/checkpoint.js'
import type { VerifierKey } from '../tree/note.js'
import type { FaultKind } from './faults.js'

export interface OpenedHead {
  readonly checkpoint: Checkpoint
  /** The log's own keys. */
  readonly signedBy: readonly VerifierKey[]
}

type HeadFaults = Readonly<Record<'MALFORMED' | 'KEYS_UNKNOWN' | 'SIGNATURE_FALSE' | 'OTHER_LOG', FaultKind>>

const IN_EXPORT: HeadFaults = {
  MALFORMED: 'HEAD_MALFORMED',
  KEYS_UNKNOWN: 'HEAD_KEY_UNKNOWN',
  SIGNATURE_FALSE: 'HEAD_SIGNATURE_FALSE',
  OTHER_LOG: 'HEAD_OF_ANOTHER_LOG',
}
const IN_WITNESS: HeadFaults = {
  MALFORMED: 'WITNESS_MALFORMED',
  KEYS_UNKNOWN: 'WITNESS_KEY_UNKNOWN',
  SIGNATURE_FALSE: 'WITNESS_SIGNATURE_FALSE',
  OTHER_LOG: 'WITNESS_OF_ANOTHER_LOG',
}

/** The checkpoint that a known key of this log signed, or what is wrong. `origin` null: of whichever log. */
export function openHead(
  note: string,
  keys: readonly VerifierKey[],
  origin: string | null,
  where: 'EXPORT' | 'WITNESS' = 'EXPORT',
): OpenedHead | FaultKind {
  const faults = where === 'EXPORT' ? IN_EXPORT : IN_WITNESS
  const opened = openCheckpoint(note, keys)
  if (!opened.ok) return faults[opened.why]
  const { checkpoint, signedBy } = opened
  // A key speaks for the log that it is named after; others may have signed beside it.
  const own = signedBy.filter(({ name }) => name === checkpoint.origin)
  if (own.length === 0 || (origin !== null && checkpoint.origin !== origin)) return faults.OTHER_LOG
  return { checkpoint, signedBy: own }
}
