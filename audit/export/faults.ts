/** What can be wrong with an export, a proof or a witness file. */
export const FAULTS = {
  LINE_MALFORMED: 'is not a line that an export of this format has in this place',
  HEADER_MISSING: 'the export does not begin with the line that says which log it is of',
  HEADER_KEY_MALFORMED: 'the header lists a text that is no verifier key of this log',
  ENTRY_ALTERED: 'what the entry says is not what its leaf hash was made of',
  ENTRY_WITHOUT_CONTENTS: 'the contents of the entry are gone, which only the end of its retention allows',
  ENTRY_MISPLACED: 'the entry says another place in the log of itself than the one it stands in',
  ENTRY_MISSING: 'the entry is missing',
  ENTRY_OUT_OF_ORDER: 'another entry belongs here',
  ENTRY_UNSIGNED: 'no signed head covers the entry',
  HEAD_MALFORMED: 'the head is no signed checkpoint',
  HEAD_KEY_UNKNOWN: 'the head is signed with none of the keys that were handed to the verification',
  HEAD_KEY_UNLISTED: 'the head is signed with a key that the header does not list',
  HEAD_SIGNATURE_FALSE: 'the signature of the head is false',
  HEAD_OF_ANOTHER_LOG: 'the head is of another log',
  HEAD_OUT_OF_ORDER: 'another head belongs here',
  HEAD_SIZE_DIFFERS: 'the head says another number of entries than stand before it',
  HEAD_ROOT_DIFFERS: 'the root of the head is not that of the entries before it',
  END_MISSING: 'the export ends before its last line: it is cut off',
  END_DIFFERS: 'the last line counts other entries and heads than there are',
  PROOF_MALFORMED: 'the file is no proof of this format',
  PROOF_FALSE: 'the hashes do not lead from the entry to the root of the head',
  WITNESS_MALFORMED: 'the note in the witness file is no signed checkpoint',
  WITNESS_KEY_UNKNOWN:
    'the note in the witness file is signed with none of the keys that were handed to the verification',
  WITNESS_SIGNATURE_FALSE: 'the signature of the note in the witness file is false',
  WITNESS_OF_ANOTHER_LOG: 'the note in the witness file is of another log',
  WITNESS_CONTRADICTS_ITSELF: 'the witness saw this size before, with another root: two logs were shown to it',
  WITNESS_DIFFERS: 'the witness saw another root at this size: the log was rewritten',
  WITNESS_IS_NEWER: 'the witness saw a larger log than this one: the end is missing',
} as const

export type FaultKind = keyof typeof FAULTS

export interface Fault {
  readonly kind: FaultKind
  /** In the export, from 1; null where the fault is in no line of it. */
  readonly line: number | null
  /** Index of the entry in question. */
  readonly entry: number | null
  /** Size, in entries, of the head in question. */
  readonly head: number | null
  /** Which note of the witness file, from 1. */
  readonly note: number | null
}

/** Beyond this many, faults are counted and not listed: a file that is something else altogether has one a line. */
const LISTED_MAX = 1000

/** Collects in the order of discovery. */
export class Faults {
  readonly listed: Fault[] = []
  count = 0

  add(kind: FaultKind, place: Partial<Omit<Fault, 'kind'>> = {}): void {
    this.count += 1
    if (this.listed.length < LISTED_MAX)
      this.listed.push({ kind, line: null, entry: null, head: null, note: null, ...place })
  }
}
