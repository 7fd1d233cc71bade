import { createHmac } from 'node:crypto'
import type { Candidate } from '../matching/index.js'

/** What a match was made of. */
export interface Evidence {
  readonly modelVersion: string
  readonly candidate: Candidate
  /** Records and spells that were compared, each in its version. */
  readonly versions: readonly string[]
}

/**
 * Stands for what was compared, without holding it: the same as long as the model, the candidate's identifiers, and the
 * records with their spells are. What somebody stated as the reason for leaving identifies nobody.
 */
export function evidenceOf(secret: Uint8Array, { modelVersion, candidate, versions }: Evidence): string {
  const formerEmployers = candidate.formerEmployers.map(({ agency, from, to }) => ({ agency, from, to }))
  const compared = [modelVersion, { ...candidate, formerEmployers }, [...versions].sort()]
  return createHmac('sha256', secret).update(JSON.stringify(compared)).digest('hex')
}
