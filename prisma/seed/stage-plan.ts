import type { IncidentKind, Stage } from '../../policy/types.js'

const ALL: readonly IncidentKind[] = [
  'EXCESSIVE_FORCE_FINDING',
  'TERMINATION',
  'DECERTIFICATION',
  'CONVICTION_ON_DUTY',
  'CIVIL_JUDGMENT_FORCE',
]
const FINDINGS: readonly IncidentKind[] = ['EXCESSIVE_FORCE_FINDING', 'TERMINATION', 'DECERTIFICATION']
const FORCE: readonly IncidentKind[] = ['EXCESSIVE_FORCE_FINDING']
/** What can be sealed without a spell's end or a certificate's status telling that there was something. */
const SEALABLE: readonly IncidentKind[] = ['EXCESSIVE_FORCE_FINDING', 'CONVICTION_ON_DUTY', 'CIVIL_JUDGMENT_FORCE']

/** HISTORY: decided before WORLD_DATE. RECENT: within a year and a half of the day on which the world is created. */
export interface StageQuota {
  readonly stage: Stage
  /** Of 1,500. */
  readonly share: number
  readonly kinds: readonly IncidentKind[]
  readonly time: 'HISTORY' | 'RECENT'
}

const history = (stage: Stage, share: number, kinds = ALL): StageQuota => ({ stage, share, kinds, time: 'HISTORY' })
const recent = (stage: Stage, share: number, kinds = FINDINGS): StageQuota => ({ stage, share, kinds, time: 'RECENT' })

/** Every stage of the due-process state machine occurs; two fifths are final. */
export const STAGE_QUOTAS: readonly StageQuota[] = [
  history('FINAL', 600),
  history('HELD', 70),
  recent('ALLEGED', 40),
  recent('INVESTIGATING', 60),
  recent('NOTICED', 60),
  recent('HEARD', 30),
  recent('WAIVED', 15),
  recent('DEFAULTED', 15, ['DECERTIFICATION']),
  history('NOT_SUSTAINED', 50, FORCE),
  history('UNFOUNDED', 40, FORCE),
  history('EXONERATED', 40, FORCE),
  history('NO_FINDING', 20, FORCE),
  recent('SUSTAINED', 30),
  recent('APPEAL_WINDOW', 45),
  recent('APPEAL_PENDING', 60),
  recent('EFFECTIVE_UNDER_APPEAL', 50, ['DECERTIFICATION']),
  recent('SEPARATED_UNDER_INVESTIGATION', 95, ['SEPARATION_UNDER_INVESTIGATION']),
  history('MODIFIED', 15, FINDINGS),
  history('OVERTURNED', 35, ALL),
  recent('REMANDED', 15),
  history('VOID', 20, FORCE),
  history('VACATED', 20, SEALABLE),
  recent('REOPENED', 10, FORCE),
  history('SEALED', 30, SEALABLE),
  history('EXPUNGED', 10, FORCE),
  history('RETENTION_EXPIRED', 15, FORCE),
  recent('LAPSED', 30, ['SEPARATION_UNDER_INVESTIGATION']),
]

/** Decided, so that there is a day of decision. */
const UNDECIDED: readonly Stage[] = [
  'ALLEGED',
  'INVESTIGATING',
  'NOTICED',
  'HEARD',
  'WAIVED',
  'DEFAULTED',
  'SEPARATED_UNDER_INVESTIGATION',
  'LAPSED',
  'REMANDED',
  'REOPENED',
]
export function isDecided(stage: Stage): boolean {
  return !UNDECIDED.includes(stage)
}

/** Numbers per stage for `total` instances, at least one each; what rounding leaves goes to FINAL. */
export function quotas(total: number): readonly (StageQuota & { readonly count: number })[] {
  const whole = STAGE_QUOTAS.reduce((sum, { share }) => sum + share, 0)
  const counted = STAGE_QUOTAS.map((quota) => ({
    ...quota,
    count: Math.max(1, Math.floor((quota.share * total) / whole)),
  }))
  const rest = total - counted.reduce((sum, { count }) => sum + count, 0)
  return counted.map((quota) => (quota.stage === 'FINAL' ? { ...quota, count: quota.count + rest } : quota))
}
