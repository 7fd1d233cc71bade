import type { Verification } from '../hub/audit-verify.js'
import { faultsText } from './faults-text.js'

/** What was verified, then what is wrong with it. */
export function verificationText(verification: Verification): string {
  const verified = verification.kind === 'EXPORT' ? exportText(verification) : proofText(verification)
  return `${verified}${faultsText(verification.faults)}${conclusion(verification)}`
}

function exportText(report: Extract<Verification, { kind: 'EXPORT' }>): string {
  const { origin, entries, withoutContents, heads, headsVerified, lastVerified } = report
  const gone = withoutContents === 0 ? '' : `, ${withoutContents} of them without contents`
  const last = lastVerified === null ? '' : `, the last of size ${lastVerified.size} with root ${lastVerified.root}`
  return `${origin ?? 'no log'}: ${entries} entries${gone}; ${headsVerified} of ${heads} signed heads verified${last}\n`
}

function proofText({ proof, size, witnessed }: Extract<Verification, { kind: 'PROOF' }>): string {
  if (proof === null) return ''
  const head =
    size === null ? 'no signed head' : `the signed head of size ${size}${witnessed ? ', which the witness saw' : ''}`
  return `${proof.origin}: entry ${proof.index} under ${head}\n${proof.entry === null ? '' : `${proof.entry}\n`}`
}

function conclusion(verification: Verification): string {
  if (verification.ok) return 'verified: nothing was changed\n'
  const { length } = verification.faults
  const count = verification.kind === 'EXPORT' ? verification.faultCount : length
  return `NOT VERIFIED: ${count} ${count === 1 ? 'fault' : 'faults'}${count > length ? `, ${length} of them listed` : ''}\n`
}
