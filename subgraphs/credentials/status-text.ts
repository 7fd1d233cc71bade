import type { Stage } from '../../policy/index.js'
import type { CertificateStatus } from './enums.js'

/** What a status means, for a reader who is no lawyer. It gives no ground: those are with the instance, if it is shown. */
const STATUS_TEXT: Readonly<Record<CertificateStatus, string>> = {
  ACTIVE: 'In force, says its authority. Not a statement about the officer.',
  INACTIVE: 'Not in use; the authority gives no ground.',
  SUSPENDED: 'Suspended. Contact the source.',
  REVOKED: 'Revoked by its authority. Contact the source.',
  NOT_CURRENTLY_VALID: 'Not currently valid; contact source.',
  SURRENDERED: 'Given up by its holder. Contact the source.',
  EXPIRED: 'Not renewed.',
  REINSTATED: 'Revoked or suspended once, and reinstated since.',
  HELD: 'The source gives a status that it does not explain. Contact the source.',
}

/** rulings.md, Due process: the only words that others are given while an effective order is under appeal. */
const UNDER_APPEAL = 'Not currently valid; under appeal; contact source.'

export function statusText(status: CertificateStatus, stage: Stage): string {
  return stage === 'EFFECTIVE_UNDER_APPEAL' ? UNDER_APPEAL : STATUS_TEXT[status]
}
