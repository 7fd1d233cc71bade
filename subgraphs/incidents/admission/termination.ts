import type { KindRule } from './input.js'

/** For misconduct, with notice and hearing before it (domain.md 2). */
export const termination: KindRule = {
  requirements: [
    {
      code: 'ADMISSION_PROBATIONARY',
      met: (input) => input.groundNature !== 'PROBATIONARY_DISCHARGE' && input.groundNature !== 'LAYOFF',
    },
    { code: 'ADMISSION_TRAINING_LAPSE', met: (input) => input.groundNature !== 'TRAINING_LAPSE' },
    { code: 'ADMISSION_GROUND_UNKNOWN', met: (input) => input.groundNature !== 'UNKNOWN' },
  ],
  opportunities: ['HEARD', 'WAIVED'],
}
