import { type Stage, STAGES } from '../../../policy/types.js'

/**
 * From the stage that protects the officer most to the one that protects least. Where a source contradicts itself, the
 * more protective stage is taken (rulings.md, Import). `HELD`, a status that nobody explained, stands above every
 * stage from which something might be shared.
 */
export const MOST_PROTECTIVE_FIRST: readonly Stage[] = [
  'EXPUNGED',
  'SEALED',
  'VOID',
  'VACATED',
  'OVERTURNED',
  'RETENTION_EXPIRED',
  'LAPSED',
  'EXONERATED',
  'UNFOUNDED',
  'NOT_SUSTAINED',
  'NO_FINDING',
  'HELD',
  'ALLEGED',
  'INVESTIGATING',
  'NOTICED',
  'REOPENED',
  'REMANDED',
  'HEARD',
  'WAIVED',
  'DEFAULTED',
  'SUSTAINED',
  'APPEAL_PENDING',
  'APPEAL_WINDOW',
  'MODIFIED',
  'EFFECTIVE_UNDER_APPEAL',
  'SEPARATED_UNDER_INVESTIGATION',
  'FINAL',
  'NONE',
]

const RANK = new Map(MOST_PROTECTIVE_FIRST.map((stage, rank) => [stage, rank]))

/** `HELD` where the source asserts nothing. */
export function mostProtective(stages: readonly Stage[]): Stage {
  const ranked = stages.filter((stage) => STAGES.includes(stage)).sort((a, b) => rank(a) - rank(b))
  return ranked[0] ?? 'HELD'
}

function rank(stage: Stage): number {
  return RANK.get(stage) ?? -1
}
