import type { Disposition, KindRule } from './input.js'

const JUDGMENTS: readonly Disposition[] = ['VERDICT', 'BENCH', 'DEFAULT', 'CONSENT']
const NOT_JUDGMENTS: readonly Disposition[] = ['SETTLEMENT', 'INDEMNIFIED_PAYOUT', 'DISMISSED']

/** A judgment for improper force against the officer in person; settlements are none (domain.md 2, rulings.md). */
export const civilJudgmentForce: KindRule = {
  requirements: [
    { code: 'ADMISSION_SETTLEMENT', met: (input) => !NOT_JUDGMENTS.includes(input.disposition) },
    { code: 'ADMISSION_NO_JUDGMENT', met: (input) => JUDGMENTS.includes(input.disposition) },
    { code: 'ADMISSION_NOT_FORCE', met: (input) => input.nexus === 'FORCE' },
    { code: 'ADMISSION_OFFICIAL_CAPACITY', met: (input) => input.capacity === 'INDIVIDUAL' },
    { code: 'ADMISSION_DEFAULT_UNSERVED', met: (input) => input.disposition !== 'DEFAULT' || input.proofOfService },
  ],
  opportunities: ['HEARD', 'WAIVED', 'DEFAULTED'],
}
