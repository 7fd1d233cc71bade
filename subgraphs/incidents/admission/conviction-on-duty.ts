import type { Disposition, KindRule, OnDutyBasis } from './input.js'

const JUDGMENTS: readonly Disposition[] = ['VERDICT', 'PLEA', 'NOLO']
const DETERMINED_BY_COURT: readonly OnDutyBasis[] = ['ELEMENT', 'COURT_FINDING', 'STIPULATED']

/** Judgment entered, for conduct on duty, as the court determined and not an agency alone (domain.md 2, rulings.md). */
export const convictionOnDuty: KindRule = {
  requirements: [
    { code: 'ADMISSION_DEFERRED', met: (input) => input.disposition !== 'DEFERRED' },
    { code: 'ADMISSION_NO_JUDGMENT', met: (input) => JUDGMENTS.includes(input.disposition) },
    { code: 'ADMISSION_OFF_DUTY', met: (input) => DETERMINED_BY_COURT.includes(input.onDutyBasis) },
  ],
  // A plea waives the trial; nobody is convicted by default.
  opportunities: ['HEARD', 'WAIVED'],
}
