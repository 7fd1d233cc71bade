import type { Stage } from '../../policy/index.js'
import type { CertificateStatus } from './enums.js'

/** A status as a certificate or its history holds it. */
export interface HeldStatus {
  readonly status: string
  readonly stage: string
  readonly on: Date | null
}

/** First and last day on which the decision can have been made. */
export interface Decided {
  readonly earliest: Date
  readonly latest: Date
}

const BY_ORDER: readonly CertificateStatus[] = ['SUSPENDED', 'REVOKED', 'NOT_CURRENTLY_VALID', 'SURRENDERED']
const SHOWN_OF_ORDERS: readonly Stage[] = ['FINAL', 'EFFECTIVE_UNDER_APPEAL']

/**
 * Whether a status rests on a decision, as far as their days tell: the order's own statuses bear its date, and a
 * reinstatement after it would still say that there was one. Of a status without a date it is assumed: the more
 * protective reading.
 */
export function restsOn({ status, stage, on }: HeldStatus, { earliest, latest }: Decided): boolean {
  if (!(SHOWN_OF_ORDERS as readonly string[]).includes(stage)) return false
  if (status === 'REINSTATED') return on === null || on >= earliest
  return (BY_ORDER as readonly string[]).includes(status) && (on === null || (on >= earliest && on <= latest))
}
