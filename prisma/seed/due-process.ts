import type { IncidentKind, Nexus, Stage } from '../../policy/types.js'
import type { IncidentRow } from './rows.js'
import { NO_COURT } from './instance.js'
import type { Rng } from './rng.js'

type Process = Pick<IncidentRow, 'fairNotice' | 'fairOpportunity' | 'fairBasis' | 'fairAttestedBy'>

const BEFORE_NOTICE: readonly Stage[] = ['ALLEGED', 'INVESTIGATING']
const NOTICED_ONLY: readonly Stage[] = ['NOTICED', 'REMANDED', 'REOPENED', 'SEPARATED_UNDER_INVESTIGATION', 'LAPSED']

function opportunity(kind: IncidentKind, stage: Stage, rng: Rng): string {
  if (stage === 'HEARD' || stage === 'WAIVED' || stage === 'DEFAULTED') return stage
  if (NOTICED_ONLY.includes(stage)) return 'AFFORDED'
  const defaultCounts = kind === 'DECERTIFICATION' || kind === 'CIVIL_JUDGMENT_FORCE'
  const draw = rng.next()
  if (draw < 0.72) return 'HEARD'
  return defaultCounts && draw > 0.9 ? 'DEFAULTED' : 'WAIVED'
}

/** Notice and opportunity, as far as the stage says that they were given. */
export function processOf(kind: IncidentKind, stage: Stage, rng: Rng): Process {
  if (stage === 'EXPUNGED')
    return { fairNotice: 'UNKNOWN', fairOpportunity: 'UNKNOWN', fairBasis: 'NONE', fairAttestedBy: null }
  if (stage === 'HELD')
    return { fairNotice: 'UNKNOWN', fairOpportunity: 'UNKNOWN', fairBasis: 'NONE', fairAttestedBy: null }
  if (BEFORE_NOTICE.includes(stage)) {
    return { fairNotice: 'NOT_SERVED', fairOpportunity: 'NOT_AFFORDED', fairBasis: 'NONE', fairAttestedBy: null }
  }
  const basis = rng.chance(0.72) ? 'DOCUMENTED' : rng.chance(0.65) ? 'STATUTORY_PROCEDURE' : 'OWNER_ATTESTED'
  return {
    fairNotice: 'SERVED',
    fairOpportunity: opportunity(kind, stage, rng),
    fairBasis: basis,
    fairAttestedBy: basis === 'OWNER_ATTESTED' ? 'Custodian of records (synthetic attestation)' : null,
  }
}

/** How the court came to it. A settlement, a deferred disposition or a judgment against the office never stands here. */
export function courtOf(kind: IncidentKind, stage: Stage, opportunityUsed: string, rng: Rng): typeof NO_COURT {
  if (kind === 'CONVICTION_ON_DUTY') {
    const held = stage === 'HELD'
    return {
      // On an agency's word alone it stays with its owner (rulings.md).
      onDutyBasis: held ? 'AGENCY' : rng.pick(['ELEMENT', 'COURT_FINDING', 'STIPULATED'] as const),
      disposition: held
        ? rng.pick(['DEFERRED', 'PLEA'] as const)
        : opportunityUsed === 'HEARD'
          ? 'VERDICT'
          : rng.pick(['PLEA', 'NOLO'] as const),
      capacity: 'NONE',
    }
  }
  if (kind !== 'CIVIL_JUDGMENT_FORCE') return NO_COURT
  const disposition =
    opportunityUsed === 'DEFAULTED'
      ? 'DEFAULT'
      : opportunityUsed === 'HEARD'
        ? rng.pick(['VERDICT', 'BENCH'] as const)
        : 'CONSENT'
  return { onDutyBasis: 'NONE', disposition, capacity: stage === 'HELD' ? 'OFFICIAL' : 'INDIVIDUAL' }
}

export function nexusOf(kind: IncidentKind, stage: Stage, groundCode: string, rng: Rng): Nexus {
  if (stage === 'HELD') return 'UNKNOWN'
  if (kind === 'SEPARATION_UNDER_INVESTIGATION') return rng.chance(0.9) ? 'FORCE' : 'OTHER_3B'
  return groundCode.startsWith('FORCE') || groundCode === 'OFFENSE_ASSAULT' ? 'FORCE' : 'OTHER_3B'
}
