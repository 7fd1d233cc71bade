import { leafHash } from '../tree/hash.js'
import { verifyInclusion } from '../tree/proofs.js'
import { type Fault, Faults } from './faults.js'
import { openHead } from './open-head.js'
import { type EntryProof, parseProof } from './proof.js'
import { jsonObject } from './shapes.js'
import type { VerifyOptions } from './verify-export.js'
import { readWitness } from './witness.js'

export interface ProofReport {
  readonly ok: boolean
  readonly proof: EntryProof | null
  /** Of the signed head that the proof leads to; null where there is none. */
  readonly size: number | null
  /** Whether the witness saw a head of that size: no other can be compared without the log. */
  readonly witnessed: boolean
  readonly faults: readonly Fault[]
}

/** Verifies the proof of one entry offline. Never throws for what the file holds. */
export function verifyProof(
  text: string,
  { keys, witness: witnessText = '', expiredBefore = 0 }: VerifyOptions,
): ProofReport {
  const faults = new Faults()
  const proof = parseProof(text)
  if (proof === null) {
    faults.add('PROOF_MALFORMED')
    return { ok: false, proof, size: null, witnessed: false, faults: faults.listed }
  }
  const place = { entry: proof.index }
  const leaf = Buffer.from(proof.leafHash, 'base64')
  if (proof.entry === null) {
    if (proof.index >= expiredBefore) faults.add('ENTRY_WITHOUT_CONTENTS', place)
  } else if (!leafHash(Buffer.from(proof.entry, 'utf8')).equals(leaf)) faults.add('ENTRY_ALTERED', place)
  else if (jsonObject(proof.entry)?.['index'] !== proof.index) faults.add('ENTRY_MISPLACED', place)
  const witness = readWitness(witnessText, keys, proof.origin, faults)
  const opened = openHead(proof.checkpoint, keys, proof.origin)
  if (typeof opened === 'string') {
    faults.add(opened, place)
    return { ok: false, proof, size: null, witnessed: false, faults: faults.listed }
  }
  const head = opened.checkpoint
  const path = proof.hashes.map((hash) => Buffer.from(hash, 'base64'))
  if (!verifyInclusion({ leafHash: leaf, index: proof.index, proof: path }, head))
    faults.add('PROOF_FALSE', { ...place, head: head.size })
  const seen = witness.at(head.size)
  if (seen !== undefined && !seen.root.equals(head.root))
    faults.add('WITNESS_DIFFERS', { head: head.size, note: seen.note })
  return {
    ok: faults.count === 0,
    proof,
    size: head.size,
    witnessed: seen !== undefined,
    faults: faults.listed,
  }
}
