import type { EpochDay } from '../../../policy/types.js'
import type { AdmissionInput, KindRule } from './input.js'

/** Days an officer has to respond before the fact of the separation may leave its owner (rulings.md, Due process). */
export const RESPONSE_DAYS = 30
/** Days after which a separation without an outcome may no longer be shared (rulings.md, Due process). */
export const POINTER_DAYS = 365

/**
 * The investigation was open on the day of separation and about force, notice was served, a response could be given,
 * and the deciding authority counter-signed: then fact and pointer, for a year (domain.md 2, rulings.md).
 */
export const separationUnderInvestigation: KindRule = {
  requirements: [
    { code: 'ADMISSION_NOT_UNDER_INVESTIGATION', met: (input) => input.investigationOpenAtSeparation },
    { code: 'ADMISSION_NOT_FORCE', met: (input) => input.nexus === 'FORCE' },
    { code: 'ADMISSION_NOT_COUNTERSIGNED', met: (input) => input.counterSigned },
    // The window is counted from notice or response: without either day there is none.
    { code: 'ADMISSION_NO_FAIR_PROCESS', met: (input) => pointerFrom(input) !== null },
  ],
  opportunities: ['HEARD', 'WAIVED', 'DEFAULTED', 'AFFORDED'],
}

/** First day on which the pointer may leave its owner: the response, or 30 days after notice. Null without a day. */
export function pointerFrom({ fairProcess: { noticedOn, respondedOn } }: AdmissionInput): EpochDay | null {
  if (respondedOn !== null) return respondedOn.latest
  return noticedOn === null ? null : noticedOn.latest + RESPONSE_DAYS
}
