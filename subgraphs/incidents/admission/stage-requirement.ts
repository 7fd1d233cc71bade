import type { IncidentKind, Stage } from '../../../policy/types.js'
import type { AdmissionCode } from './input.js'

/** Under what an admitted instance is kept and shared. */
export type AdmittedAs = 'INSTANCE' | 'POINTER' | 'CERTIFICATE_STATUS'

const NOT_SUSTAINED: readonly Stage[] = ['NOT_SUSTAINED', 'UNFOUNDED', 'EXONERATED', 'NO_FINDING']
const NO_LONGER_STANDS: readonly Stage[] = ['OVERTURNED', 'VACATED', 'VOID', 'RETENTION_EXPIRED', 'LAPSED']
const BEFORE_OPPORTUNITY: readonly Stage[] = ['ALLEGED', 'INVESTIGATING', 'NOTICED']

/** What a stage makes of an instance of this kind, or the code with which the gate refuses it. */
export function standing(kind: IncidentKind, stage: Stage): { as: AdmittedAs } | { refused: AdmissionCode } {
  if (kind === 'SEPARATION_UNDER_INVESTIGATION' && stage === 'SEPARATED_UNDER_INVESTIGATION') return { as: 'POINTER' }
  if (kind !== 'SEPARATION_UNDER_INVESTIGATION' && stage === 'FINAL') return { as: 'INSTANCE' }
  // Heard, waived or defaulted, order effective and not stayed: the certificate's status alone (rulings.md).
  if (kind === 'DECERTIFICATION' && stage === 'EFFECTIVE_UNDER_APPEAL') return { as: 'CERTIFICATE_STATUS' }
  if (stage === 'SEALED' || stage === 'EXPUNGED') return { refused: 'ADMISSION_SEALED' }
  if (stage === 'HELD') return { refused: 'ADMISSION_STATUS_UNEXPLAINED' }
  if (NO_LONGER_STANDS.includes(stage)) return { refused: 'ADMISSION_REVERSED' }
  if (NOT_SUSTAINED.includes(stage)) return { refused: 'ADMISSION_NOT_SUSTAINED' }
  if (BEFORE_OPPORTUNITY.includes(stage)) return { refused: 'ADMISSION_NO_FAIR_PROCESS' }
  return { refused: 'ADMISSION_NOT_FINAL' }
}
