import type { KindRule } from './input.js'

/** An order of the certifying authority with hearing, waiver or default recorded; no training lapse (domain.md 2). */
export const decertification: KindRule = {
  requirements: [
    { code: 'ADMISSION_TRAINING_LAPSE', met: (input) => input.groundNature !== 'TRAINING_LAPSE' },
    {
      code: 'ADMISSION_PROBATIONARY',
      met: (input) => input.groundNature !== 'PROBATIONARY_DISCHARGE' && input.groundNature !== 'LAYOFF',
    },
    { code: 'ADMISSION_GROUND_UNKNOWN', met: (input) => input.groundNature !== 'UNKNOWN' },
  ],
  opportunities: ['HEARD', 'WAIVED', 'DEFAULTED'],
}
