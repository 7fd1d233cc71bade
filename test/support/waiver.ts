import { createHash } from 'node:crypto'

/** A waiver for a hiring check, in force on the tests' day. Of each reference a document of its own: one for two is refused. */
export function signedWaiver(reference: string): object {
  return {
    reference,
    signedOn: '2026-11-01',
    expiresOn: '2027-01-31',
    scope: ['J'],
    signature: 'ELECTRONIC',
    sha256: createHash('sha256').update(reference).digest('hex'),
  }
}
