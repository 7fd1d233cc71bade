import type { KindRule } from './input.js'

/** Sustained by the deciding authority; officer noticed and heard, or knowingly waived (domain.md 2). */
export const excessiveForceFinding: KindRule = {
  requirements: [{ code: 'ADMISSION_NOT_FORCE', met: (input) => input.nexus === 'FORCE' }],
  // A default is no knowing waiver.
  opportunities: ['HEARD', 'WAIVED'],
}
